using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Questions;

/// <summary>
/// Reads the questions that States submit before a review: each under the name of who asks, set as a heading, in front of the question, or in the
/// first cell of a table's row. Every paragraph under a State is a passage of that State; what stands above the first is the title.
/// </summary>
internal static class AdvanceQuestionsReader
{
    private const int LongestHead = 40;

    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var questions = new List<ReadPassage>();
        var doubts = new List<ReadDoubt>();
        Asker? asker = null;
        foreach (var (line, words, marker) in Paragraphs(text))
        {
            var isSet = marker is null && (line.IsBold || line.Cell is { Column: 0 });
            if (marker is null && Asker.Of(words, isSet, reference, identity.Language) is { } heading)
            {
                // The State under review stands alone on some title pages; it does not ask itself.
                if (heading.States is [var only] && only == identity.Sur)
                {
                    continue;
                }

                asker = heading;
                if (asker.States.Count == 0)
                {
                    doubts.Add(new ReadDoubt("states-unread", null, null, line.Page, words, null));
                }

                continue;
            }

            var question = words;
            if (Asker.InFront(words, reference, identity.Language) is { } front && front.Asker.States is not [] && !front.Asker.States.SequenceEqual(asker?.States ?? []))
            {
                (asker, question) = (front.Asker, words[front.Length..].TrimStart());
            }

            if (asker is not null && !IsTableHead(line, words))
            {
                questions.Add(new ReadPassage(NumberOf(marker), asker.AsPrinted, line.Page, question) { States = asker.States });
            }
        }

        if (questions.Count == 0)
        {
            doubts.Add(new ReadDoubt("states-unread", null, null, null, text.Body.FirstOrDefault()?.Text ?? "", null));
        }

        return new PaperReading(identity, text) { Passages = questions, Doubts = doubts };
    }

    /// <summary>In Word files each line is a paragraph; in a PDF they have to be put together.</summary>
    private static IEnumerable<(PaperLine Line, string Words, Marker? Marker)> Paragraphs(PaperText text)
    {
        if (text.Pages > 0)
        {
            return ParagraphReader.Read(text).Select(p => (p.Lines[0], p.Text, p.Marker is { } printed ? Marker.Of(printed + " X") : null));
        }

        return text.Body.Select(line => Marker.Of(line.Text) is { Form: not MarkerForm.Title } marker
            ? (line, line.Text[marker.Printed.Length..].TrimStart(), marker)
            : (line, line.Text, (Marker?)null));
    }

    private static string? NumberOf(Marker? marker) => marker?.Value is { Length: > 0 } number ? number : null;

    /// <summary>The head of a table, which is repeated on every page.</summary>
    private static bool IsTableHead(PaperLine line, string words) =>
        line.Cell is not null && line.IsBold && words.Length < LongestHead && !words.Contains('?', StringComparison.Ordinal) && !words.EndsWith('.');
}
