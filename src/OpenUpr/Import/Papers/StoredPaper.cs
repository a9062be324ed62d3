using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>A stored paper of a review with what was read from it.</summary>
internal sealed record StoredPaper(long DocumentId, string Sha256, string? Symbol, DateOnly? PublishedOn, bool HasPages, StoredReading Reading)
{
    public PaperKind Kind => Reading.Identity.Kind;

    public string Language => Reading.Identity.Language;

    /// <summary>What tells this paper from others in keys that must stay: the symbol, which a copy in another file shares, else the file itself.</summary>
    public string Name => Symbol ?? Sha256;
}

/// <summary>
/// Which of a review's papers count. The same paper may be there twice, as .pdf and .docx or in two languages; only one of each is taken, and
/// which one does not depend on the order in which they came.
/// </summary>
internal sealed class ReviewPapers(IEnumerable<StoredPaper> papers)
{
    private readonly IReadOnlyList<StoredPaper> _all = [.. papers.OrderByDescending(p => p.HasPages).ThenBy(p => p.Sha256, StringComparer.Ordinal)];

    public IReadOnlyList<StoredPaper> All => _all;

    /// <summary>The English report; of a report and its reissue the fuller one.</summary>
    public StoredPaper? Report => _all.Where(p => p.Kind == PaperKind.WorkingGroupReport && p.Language == "en" && p.Reading.Texts.Count > 0)
        .DistinctBy(p => p.Name).MaxBy(p => p.Reading.Texts.Count);

    public StoredPaper? List => _all.Where(p => p.Kind == PaperKind.ThematicList && p.Reading.Texts.Count > 0)
        .OrderByDescending(p => p.Language == "en").ThenByDescending(p => p.Reading.Texts.Count).FirstOrDefault();

    /// <summary>In the order in which the State spoke.</summary>
    public IEnumerable<StoredPaper> Addenda => _all.Where(p => p.Kind == PaperKind.Addendum && p.Reading.Answers.Count > 0)
        .OrderByDescending(p => p.Language == "en").DistinctBy(p => p.Name)
        .OrderBy(p => p.PublishedOn ?? DateOnly.MaxValue).ThenBy(p => p.Name, StringComparer.Ordinal);

    public StoredPaper? Decision => _all.Where(p => p.Kind == PaperKind.Decision).OrderByDescending(p => p.Language == "en").ThenBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault();
}
