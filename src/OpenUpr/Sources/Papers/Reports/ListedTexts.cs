using System.Globalization;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>The recommendations that stand in the lists of the conclusions, and what is doubtful about them.</summary>
internal sealed record ListedTexts(IReadOnlyList<ReadText> Texts, IReadOnlyList<ReadDoubt> Doubts)
{
    public static ListedTexts Read(IReadOnlyList<ListedText> listed, ReferenceData reference)
    {
        var (texts, doubts) = (new List<ReadText>(), new List<ReadDoubt>());
        var numbers = new ListNumbers(listed);
        string? before = null;
        foreach (var item in listed)
        {
            var (number, letter) = numbers.Of(item.Paragraph);
            var label = ListNumbers.Place(item.Paragraph);
            if (ListNumbers.Missing(before, label) is { } missing)
            {
                doubts.Add(new ReadDoubt("number-missing", missing, null, item.Paragraph.Page, item.Text[..Math.Min(item.Text.Length, 200)], label));
            }

            before = label;
            Add(item, number, letter, texts, doubts, reference);
        }

        return new ListedTexts(texts, doubts);
    }

    private static void Add(ListedText item, string number, string? letter, List<ReadText> texts, List<ReadDoubt> doubts, ReferenceData reference)
    {
        var parts = RecommendationParts.Of(item.Text, reference);
        for (var i = 0; i < parts.Count; i++)
        {
            var index = (i + 1).ToString(CultureInfo.InvariantCulture);
            var part = parts.Count == 1 ? letter : letter is null ? index : $"{letter}.{index}";
            texts.Add(new ReadText(number, part, item.Paragraph.Page, parts[i].Text, parts[i].IsoCodes) { StatesAsPrinted = parts[i].AsPrinted, Position = item.Position });
            if (parts[i].IsoCodes.Count == 0 || parts[i].Unread is not null)
            {
                doubts.Add(new ReadDoubt("states-unread", number, part, item.Paragraph.Page, parts[i].Unread ?? parts[i].Text, string.Join(' ', parts[i].IsoCodes)));
            }
        }

        if (item.Position is null)
        {
            doubts.Add(new ReadDoubt("position-unread", number, letter, item.Paragraph.Page, item.Text[..Math.Min(item.Text.Length, 200)], null));
        }
    }
}
