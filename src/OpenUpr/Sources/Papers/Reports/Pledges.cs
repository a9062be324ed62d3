using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Reports.Dialogue;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>
/// Reads what the State under review pledged of its own accord. Reports print it under "Voluntary pledges and commitments" behind the conclusions, or as a list
/// that a sentence announces ("... made the following voluntary commitments:"). Pledges made only in speeches and in other papers are not in the report.
/// </summary>
public static partial class Pledges
{
    /// <param name="paragraphs">The whole report.</param>
    public static IReadOnlyList<ReadText> Read(IReadOnlyList<PaperParagraph> paragraphs)
    {
        var found = new List<ReadText>();
        string? announcedIn = null;
        var isSection = false;
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Role == ParagraphRole.Heading)
            {
                isSection = Heading().IsMatch(paragraph.Text) || (isSection && paragraph.Level > 3);
                announcedIn = null;
            }
            else if (Announcement().IsMatch(paragraph.Text))
            {
                announcedIn = paragraph.Number;
            }
            else if (announcedIn is not null && paragraph.Number == announcedIn && paragraph.Role == ParagraphRole.Item)
            {
                Add(found, paragraph);
            }
            else if (isSection && paragraph.Number is not null)
            {
                announcedIn = null;
                Add(found, paragraph);
            }
        }

        return found;
    }

    private static void Add(List<ReadText> found, PaperParagraph paragraph)
    {
        if (paragraph.Text.TrimEnd().EndsWith(':'))
        {
            return;
        }

        if (paragraph.Role == ParagraphRole.Plain && found.Count > 0 && found[^1].Paragraph == paragraph.Number)
        {
            found[^1] = found[^1] with { Text = $"{found[^1].Text} {paragraph.Text}" };
            return;
        }

        foreach (var text in Texts(paragraph.Text))
        {
            var before = found.Count(p => p.Paragraph == paragraph.Number);
            var part = paragraph.Role == ParagraphRole.Item && !paragraph.IsBullet ? paragraph.OwnNumber
                : paragraph.Role == ParagraphRole.Item || before > 0 ? (before + 1).ToString(CultureInfo.InvariantCulture)
                : null;
            found.Add(new ReadText(paragraph.Number!, part, paragraph.Page, text, []) { Kind = RecommendationKind.Pledge });
        }
    }

    /// <summary>The paragraph, without sentences that only point to pledges elsewhere; its items where it lists them in one sentence.</summary>
    private static IEnumerable<string> Texts(string text)
    {
        var own = string.Join(' ', Sentences.Of(text).Select(s => text[s.Start..s.End].Trim()).Where(s => !Pointer().IsMatch(s)));
        var items = LetteredItems.In(own);
        return items.Count > 1
            ? items.Select(i => own[i.Start..i.End].Trim(' ', ';', ',', '.'))
            : own.Length == 0 ? [] : [own.TrimEnd(' ', ';')];
    }

    [GeneratedRegex(@"\bvoluntary\b|\bpledges\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:voluntary|following)\b[^.]{0,40}\b(?:pledges|commitments)\b[^.]{0,80}:\s*$|\b(?:undertook|undertakes|made|makes)\b[^.]{0,60}\b(?:pledges|commitments)\b[^.]{0,80}:\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Announcement();

    /// <summary>"Reference is made to the commitments in the national report", "will be ready to present voluntary commitments".</summary>
    [GeneratedRegex(@"^(?:[^.]{0,40}\breference (?:is|was) made\b|[^.]{0,200}\b(?:present|announce|submit|provide)\s+(?:its\s+|the\s+)?(?:voluntary\s+)?(?:pledges|commitments))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pointer();
}
