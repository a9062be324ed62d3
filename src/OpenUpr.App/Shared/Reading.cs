using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Shared;

/// <summary>The program's own model, as pages ask it.</summary>
internal static class Reading
{
    /// <summary>Why a stored text was read as it was; nothing where another model read it, whose reasons this one cannot give.</summary>
    /// <param name="model">The model that read it; null where none did.</param>
    public static IReadOnlyList<Reason> Why(string text, string? model) => [];
}
