using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>
/// Reads a State's replies (Add.1): what it says of each recommendation, with its reasons. There is no set form: lists under headings, sentences, tables, answers one by
/// one, or all of these. What a paper says twice is compared, and what cannot be told is left to a person.
/// </summary>
internal static class AddendumReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var paragraphs = FrontPages.Skip(ParagraphReader.Read(text));
        var form = IdForm.Learn(paragraphs.Select(p => p.Text));
        var book = new AnswerBook(identity.Symbol);
        var tables = text.Lines.Where(l => l.Cell is not null).ToLookup(l => l.Cell!.Value.Table);
        new AnswerWalk(form, book, reference).Walk(paragraphs, tables);
        if (book.Answers.Count == 0 && !form.IsDotted)
        {
            NumberedAnswers.Read(paragraphs, book, reference);
        }

        return new PaperReading(identity, text)
        {
            Answers = book.Answers,
            Passages = ParagraphReader.Passages(paragraphs),
            Doubts = book.Doubts,
        };
    }
}
