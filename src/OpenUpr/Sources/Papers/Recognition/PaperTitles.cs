using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>A title found on the first page.</summary>
/// <param name="First">The line on which it begins, <paramref name="Last"/> the one on which it ends.</param>
internal sealed record FoundTitle(PaperKind Kind, string Language, string Phrase, int First, int Last);

/// <summary>The fixed titles of the papers in the six languages, from the data file beside this.</summary>
internal static class PaperTitles
{
    private static readonly (PaperKind Kind, bool IsTitle, string Language, string Phrase)[] Phrases =
        [.. ReferenceTable.Read("OpenUpr.Sources.Papers.Recognition.Data.paper-titles.csv").Select(r => (KindOf(r["kind"]), r["place"] == "title", r["language"], r["phrase"]))];

    /// <summary>Every title on the first page, in the order of the page.</summary>
    public static IReadOnlyList<FoundTitle> FindAll(FrontMatter front) =>
    [
        .. Phrases.Where(p => p.IsTitle)
            .Select(p => front.Find(p.Phrase) is { } place ? new FoundTitle(p.Kind, p.Language, p.Phrase, place.First, place.Last) : null)
            .OfType<FoundTitle>().OrderBy(t => t.First).ThenByDescending(t => t.Phrase.Length),
    ];

    /// <summary>A heading of the first chapters that only this kind of paper has; for papers whose title is missing or misprinted.</summary>
    public static FoundTitle? FindInText(FrontMatter front, PaperKind kind)
    {
        var opening = StateNames.Key(front.Opening);
        return Phrases.Where(p => p.Kind == kind && !p.IsTitle && opening.Contains(StateNames.Key(p.Phrase), StringComparison.Ordinal))
            .Select(p => new FoundTitle(kind, p.Language, p.Phrase, 0, 0)).FirstOrDefault();
    }

    private static PaperKind KindOf(string name) => Enum.GetValues<PaperKind>().Single(k => PaperIdentity.NameOf(k) == name);
}
