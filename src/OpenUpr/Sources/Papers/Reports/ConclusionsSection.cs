using System.Text.RegularExpressions;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Finds the section "Conclusions and/or recommendations", which every Working Group report has since 2008.</summary>
/// <param name="Start">Index of its first paragraph, behind the heading.</param>
/// <param name="End">Index behind its last paragraph: its closing sentence "All conclusions and/or recommendations contained in the present report ..." is outside.</param>
internal sealed partial record ConclusionsSection(int Start, int End)
{
    /// <summary>Null where the report has none.</summary>
    public static ConclusionsSection? Find(IReadOnlyList<PaperParagraph> paragraphs)
    {
        var start = Last(paragraphs, p => p.Role == ParagraphRole.Heading && Heading().IsMatch(p.Text));
        start = start < 0 ? First(paragraphs, 0, p => p.Role == ParagraphRole.Numbered && Announcement().IsMatch(p.Text)) : start + 1;
        return start < 0 ? null : new ConclusionsSection(start, EndFrom(paragraphs, start));
    }

    private static int EndFrom(IReadOnlyList<PaperParagraph> paragraphs, int start)
    {
        var end = First(paragraphs, start, p => Closing().IsMatch(p.Text) || (p.Role == ParagraphRole.Heading && (p.Level <= 2 || p.Text.Length < 10) && Behind().IsMatch(p.Text)));
        return end < 0 ? paragraphs.Count : end;
    }

    // A heading without paragraphs behind it stands in a table of contents.
    private static int Last(IReadOnlyList<PaperParagraph> paragraphs, Func<PaperParagraph, bool> isIt)
    {
        for (var i = paragraphs.Count - 2; i >= 0; i--)
        {
            if (isIt(paragraphs[i]) && paragraphs.Skip(i + 1).Take(4).Any(p => p.Role == ParagraphRole.Numbered))
            {
                return i;
            }
        }

        return -1;
    }

    private static int First(IReadOnlyList<PaperParagraph> paragraphs, int from, Func<PaperParagraph, bool> isIt)
    {
        for (var i = from; i < paragraphs.Count; i++)
        {
            if (isIt(paragraphs[i]))
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^conclusions?\s+and\s*(?:/\s*or\s+)?recommendations?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"recommendations\s+(?:formulated|listed|made)\b.*\b(?:enjoys?|examined|support)|following recommendations (?:were made|will be examined|enjoy|did not enjoy)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^(?:\d{1,3}\.\s+)?all (?:the )?(?:conclusions?\s+and\s*/?\s*(?:or )?)?recommendations? (?:that are )?(?:contained|set out|included|reflected|in (?:this|the present) report)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(?:voluntary|pledges|annex|composition of the delegation)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Behind();
}
