using System.Globalization;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>A numbered paragraph of the dialogue with the items inside it, as one running text.</summary>
/// <param name="Number">Its whole number in the report.</param>
internal sealed record DialogueParagraph(int Number, int? Page, string Text)
{
    /// <summary>The report's numbered paragraphs by number; the first of a number counts.</summary>
    public static IReadOnlyDictionary<int, DialogueParagraph> Of(IEnumerable<PaperParagraph> paragraphs)
    {
        var found = new Dictionary<int, DialogueParagraph>();
        foreach (var group in paragraphs.Where(p => p.Role != ParagraphRole.Heading && p.Number is not null).GroupBy(p => p.Number!))
        {
            if (int.TryParse(group.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var text = string.Join(' ', group.Select(p => p.Role == ParagraphRole.Item ? $"{p.Marker} {p.Text}" : p.Text));
                found.TryAdd(number, new DialogueParagraph(number, group.First().Page, text));
            }
        }

        return found;
    }
}
