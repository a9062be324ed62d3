using System.Globalization;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>
/// The numbers by which a report's recommendations are known: as printed ("104.12", "7"). Where a report has several lists that each begin with 1, the paragraph
/// of the list goes before ("52.7"), so that a number means one recommendation.
/// </summary>
internal sealed class ListNumbers
{
    private readonly bool restarts;

    public ListNumbers(IReadOnlyList<ListedText> listed)
    {
        restarts = listed.Where(l => IsListItem(l.Paragraph)).GroupBy(l => string.Join(' ', l.Paragraph.Items)).Any(g => g.Count() > 1);
    }

    public (string Number, string? Part) Of(PaperParagraph paragraph)
    {
        var letters = paragraph.Items.SkipWhile(i => char.IsAsciiDigit(i[0])).ToList();
        var part = letters.Count == 0 ? null : string.Join('.', letters);
        return IsListItem(paragraph)
            ? (restarts ? $"{paragraph.Number}.{paragraph.Items[0]}" : paragraph.Items[0], part)
            : (paragraph.Number ?? "", part);
    }

    /// <summary>The first number that is left out between two that follow each other in print; null where none is.</summary>
    public static string? Missing(string? before, string? number)
    {
        if (before is null || number is null || Split(before) is not { } first || Split(number) is not { } second || first.Stem.Length == 0 || first.Stem != second.Stem || second.Last <= first.Last + 1)
        {
            return null;
        }

        return first.Stem + (first.Last + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Where it stands in its list, as "52.7"; null for texts that stand alone.</summary>
    public static string? Place(PaperParagraph paragraph) => IsListItem(paragraph) ? $"{paragraph.Number}.{paragraph.Items[0]}" : paragraph.Items.Count == 0 ? paragraph.Number : null;

    private static bool IsListItem(PaperParagraph paragraph) => paragraph.Role == ParagraphRole.Item && paragraph.Items.Count > 0 && char.IsAsciiDigit(paragraph.Items[0][0]);

    private static (string Stem, int Last)? Split(string number)
    {
        var dot = number.LastIndexOf('.') + 1;
        return int.TryParse(number.AsSpan(dot), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? (number[..dot], last) : null;
    }
}
