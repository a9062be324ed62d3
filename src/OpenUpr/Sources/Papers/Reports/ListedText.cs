using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>A paragraph of the conclusions that holds recommendations, before States and parts are told.</summary>
internal sealed class ListedText(PaperParagraph paragraph, int place)
{
    public PaperParagraph Paragraph { get; } = paragraph;

    /// <summary>Place among the paragraphs of the report: where its lead-in was looked for.</summary>
    public int Place { get; } = place;

    public string Text { get; private set; } = paragraph.Text;

    public ReadPosition? Position { get; set; }

    /// <summary>Adds what stands behind a break of the page, or behind a note between its lines.</summary>
    public void Continue(string text) => Text = $"{Text} {text}";
}
