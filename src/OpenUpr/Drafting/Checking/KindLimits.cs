using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Checking;

/// <summary>A limit of a kind of document, dated and with its source, because the UN changes them (Data/kind-limits.csv).</summary>
/// <param name="Certainty">"stated" by the source, "derived" from it, or "assumed" where the source speaks of another cycle or language.</param>
/// <param name="Source">Key of <see cref="CheckSources"/>.</param>
public sealed record KindLimit(DocumentKind Kind, string Measure, string? Language, int Value, string Certainty, string Source);

/// <summary>The limits of every kind.</summary>
public static class KindLimits
{
    /// <summary>Words that count.</summary>
    public const string Words = "words";

    /// <summary>Pages of the whole document.</summary>
    public const string Pages = "pages";

    public const string Issues = "issues";

    public const string Recommendations = "recommendations";

    public const string Questions = "questions";

    public static IReadOnlyList<KindLimit> All { get; } = [.. ReferenceTable.Read("OpenUpr.Drafting.Checking.Data.kind-limits.csv").Select(r => new KindLimit(
        DocumentKinds.Find(r["kind"])!.Value, r["measure"], r["language"] is { Length: > 0 } l ? l : null, (int)r.Fraction("value")!.Value, r["certainty"], r["source"]))];

    /// <summary>The limit of a kind, that of the language before the one for any; null where the sources give none.</summary>
    public static KindLimit? Find(DocumentKind kind, string measure, string? language = null)
    {
        var limits = All.Where(l => l.Kind == kind && l.Measure == measure).ToList();
        return limits.Find(l => l.Language is not null && l.Language == language) ?? limits.Find(l => l.Language is null);
    }
}
