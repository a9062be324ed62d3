using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.BaseDocuments;

/// <summary>Reads national reports, compilations and stakeholder summaries paragraph by paragraph, summaries with who submitted what.</summary>
internal static class BaseDocumentReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var notes = Notes.Read(text);
        var paragraphs = FrontPages.Skip(ParagraphReader.Read(notes.Body));
        var submitters = identity.Kind == PaperKind.Summary ? SubmitterList.Read(notes) : [];
        var codes = new NoteCodes(submitters);
        return new PaperReading(identity, text)
        {
            Passages = [.. FrontPages.Texts(paragraphs).Select(p => Passage(p, notes, codes))],
            Submitters = submitters,
        };
    }

    private static ReadPassage Passage(PaperParagraph paragraph, Notes notes, NoteCodes codes)
    {
        var (words, marks) = Notes.WithoutMarks(paragraph.Text);
        var cited = marks.Select(notes.Find).OfType<Note>().SelectMany(n => codes.In(n, notes));
        var heading = paragraph.Heading is { } above ? Notes.WithoutMarks(above).Text : null;
        return new ReadPassage(paragraph.Label, heading, paragraph.Page, words) { Submitters = [.. cited.Concat(codes.In(words)).Distinct()] };
    }
}
