using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>
/// Reads reports in other languages paragraph by paragraph. Editions of a report have the same numbers in every language, so that each paragraph, "140.7" too, belongs to the
/// English one of its number; what is counted comes from English alone.
/// </summary>
internal static class EditionReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var notes = Notes.Read(text);
        var paragraphs = FrontPages.Skip(ParagraphReader.Read(notes.Body));
        return new PaperReading(identity, text)
        {
            Passages = [.. FrontPages.Texts(paragraphs).Select(p => new ReadPassage(p.Label, p.Heading is { } above ? Notes.WithoutMarks(above).Text : null, p.Page, Notes.WithoutMarks(p.Text).Text))],
        };
    }
}
