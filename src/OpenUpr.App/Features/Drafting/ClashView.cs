using OpenUpr.Drafting;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Two changes that met, as the writer of the second sees them.</summary>
/// <param name="Base">The version that both began with.</param>
/// <param name="Theirs">The version that is stored now.</param>
/// <param name="By">Who wrote it; null for a former member.</param>
/// <param name="About">What else they have otherwise, in words; empty for nothing.</param>
public sealed record ClashView(int Base, int Theirs, string? By, ThreeWay Text, string? Note, string About);
