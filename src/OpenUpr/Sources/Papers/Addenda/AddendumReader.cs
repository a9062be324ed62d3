using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>
/// Reads a State's replies (Add.1): what it says of each recommendation, with its reasons. There is no set form: lists under headings, sentences, tables, answers one by
/// one, or all of these. What a paper says twice is compared, and what cannot be told is left to a person.
/// </summary>
internal static partial class AddendumReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var paragraphs = FrontPages.Skip(ParagraphReader.Read(text));
        var answers = paragraphs.Select(WithNumbers).ToList();
        var form = IdForm.Learn(answers.Select(p => p.Text));
        var book = new AnswerBook(identity.Symbol);
        var tables = text.Lines.Where(l => l.Cell is not null).ToLookup(l => l.Cell!.Value.Table);
        new AnswerWalk(form, book, reference).Walk(answers, tables);
        if (book.Answers.Count == 0 && !form.IsDotted)
        {
            NumberedAnswers.Read(answers, book, reference);
        }

        return new PaperReading(identity, text)
        {
            Answers = book.Answers,
            Passages = ParagraphReader.Passages(FrontPages.Texts(paragraphs)),
            Doubts = book.Doubts,
        };
    }

    /// <summary>"77.1" before an answer is the recommendation's number, even where the addendum's own paragraphs have come to 76; "3. 122.1, 122.2" is paragraph 3.</summary>
    private static PaperParagraph WithNumbers(PaperParagraph paragraph)
    {
        if (paragraph.Role != ParagraphRole.Heading && Own().Match(paragraph.Lines[0].Text) is { Success: true } own)
        {
            return paragraph with { Role = ParagraphRole.Numbered, Number = own.Groups["number"].Value, Items = [], Text = string.Join(' ', paragraph.Lines.Select(l => l.Text.Trim()))[own.Length..] };
        }

        return paragraph.Role == ParagraphRole.Numbered && paragraph.Number?.Contains('.', StringComparison.Ordinal) is true
            ? paragraph with { Role = ParagraphRole.Plain, Text = $"{paragraph.Marker} {paragraph.Text}" }
            : paragraph;
    }

    [GeneratedRegex(@"^(?<number>\d{1,3})\.\s+(?=\d{1,3}\.\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Own();
}
