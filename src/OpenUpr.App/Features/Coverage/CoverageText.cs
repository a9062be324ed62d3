using OpenUpr.App.Features.Papers;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Coverage;
using OpenUpr.Papers;

namespace OpenUpr.App.Features.Coverage;

/// <summary>What the page and the file say alike.</summary>
internal static class CoverageText
{
    private const int Shown = 280;

    /// <summary>"National report A/HRC/WG.6/48/SVN/1".</summary>
    public static string Name(BasePaper paper) => string.Join(' ', new[] { PaperLabels.Kind(paper.Kind), paper.Document?.Symbol }.OfType<string>());

    /// <summary>What a paper says of an issue, in a sentence.</summary>
    public static string Says(PaperCoverage coverage) => coverage switch
    {
        { Paper.Document: null } => StudioTextWords.Coverage_NotStored,
        { Paper.IsRead: false } => Numbers.Fill(StudioTextWords.Coverage_Unread, coverage.Paper.Document!.Language is { } language ? PaperLabels.Language(language) : "?"),
        { IsLeftOut: true } => Numbers.Fill(StudioTextWords.Coverage_LeftOut, Numbers.Count(coverage.Paper.Document!.Passages)),
        { Passages.Count: 1 } => Numbers.Fill(StudioTextWords.Coverage_SaysOne, Numbers.Count(coverage.Paper.Document!.Passages)),
        _ => Numbers.Fill(StudioTextWords.Coverage_Says, Numbers.Count(coverage.Passages.Count), Numbers.Count(coverage.Paper.Document!.Passages)),
    };

    /// <summary>"paragraph 12", or where it has no number its place.</summary>
    public static string Place(CoveredPassage passage) =>
        passage.Passage.Number is { } number ? Numbers.Fill(DocumentsWords.Of_paragraph, number) : Numbers.Fill(StudioTextWords.Coverage_Place, passage.Passage.Ordinal);

    /// <summary>How sure the machine is, in a word, and whether only the heading says so.</summary>
    public static string Sure(CoveredPassage passage) => passage.Reading.ByHeading ? StudioTextWords.Coverage_ByHeading : Mark.Confidence(passage.Reading.Confidence);

    public static string Link(CoveredPassage passage) => PaperDocument.Link(passage.Passage.DocumentId, passage.Passage.Ordinal);

    /// <summary>The beginning of the paragraph.</summary>
    public static string Excerpt(CoveredPassage passage)
    {
        var text = passage.Passage.Text;
        return text.Length <= Shown ? text : string.Concat(text.AsSpan(0, Math.Max(1, text.LastIndexOf(' ', Shown))), " …");
    }

    /// <summary>"3 of 266 recommendations (1.1 %)".</summary>
    public static string Share(int count, int whole) => Numbers.Fill(StudioTextWords.Coverage_Share, Numbers.Count(count), Numbers.Count(whole), Numbers.Share(count, whole));
}
