using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>Addenda of the first cycle may answer under the recommendations' own numbers, "5. Accepted.", and name none otherwise.</summary>
internal static class NumberedAnswers
{
    /// <summary>One numbered paragraph that says "accepts" may be anything.</summary>
    private const int Enough = 2;

    public static void Read(IReadOnlyList<PaperParagraph> paragraphs, AnswerBook book, ReferenceData reference)
    {
        var found = new AnswerBook(null);
        var entries = new List<AnswerEntry>();
        string? main = null;
        foreach (var paragraph in paragraphs.Where(p => p.Role != ParagraphRole.Heading))
        {
            main = paragraph.Role == ParagraphRole.Numbered ? paragraph.Number : main;
            // An addendum that begins with 5 is out of every sequence, so that its numbers are still part of the text.
            var marker = paragraph.OwnNumber is null ? Marker.Of(paragraph.Text) : null;
            var number = paragraph.OwnNumber ?? (marker is { Form: MarkerForm.Number } ? marker.Value : null);
            if (int.TryParse(number, out var value))
            {
                entries.Add(new AnswerEntry([new AnswerId("", value, null)], new AnswerPlace(paragraph.Page, main)));
            }

            entries.LastOrDefault()?.Add(paragraph.OwnNumber is null && number is not null ? paragraph.Text[marker!.Printed.Length..] : paragraph.Text);
        }

        entries.ForEach(e => e.Close(found, null, reference));
        if (found.Answers.Count >= Enough)
        {
            var answered = found.Answers.Select(a => a.Paragraph).ToHashSet();
            entries.Where(e => answered.Contains(e.Ids[0].Paragraph)).ToList().ForEach(e => e.Close(book, null, reference));
        }
    }
}
