using System.Globalization;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>Recommendations that the conclusions only cite.</summary>
/// <param name="Texts">With the number of the paragraph that cites them, and where they stand.</param>
/// <param name="Citing">Numbers of the paragraphs that cite: they are no recommendations themselves.</param>
public sealed record CitedTexts(IReadOnlyList<ReadText> Texts, IReadOnlyList<ReadDoubt> Doubts, IReadOnlySet<string> Citing);

/// <summary>
/// In reports of sessions 1 to 5 (2008 and 2009) the recommendations that a State did not support, or put off, stand only in the dialogue; the conclusions
/// say "the recommendations noted in the report in paragraphs 24 (c), 43 (f) ... did not enjoy the support of ...". This reads them where they stand.
/// </summary>
public static class CitedRecommendations
{
    /// <param name="paragraphs">The whole report.</param>
    /// <param name="firstConclusion">Index of the first paragraph of the conclusions in <paramref name="paragraphs"/>.</param>
    public static CitedTexts Read(IReadOnlyList<PaperParagraph> paragraphs, int firstConclusion, PaperIdentity identity, ReferenceData reference)
    {
        var reading = new Reading(DialogueParagraph.Of(paragraphs.Take(firstConclusion)), identity, reference);
        var conclusions = DialogueParagraph.Of(paragraphs.Skip(firstConclusion).Where(p => p.Role is ParagraphRole.Numbered or ParagraphRole.Plain));
        foreach (var paragraph in conclusions.Values.OrderBy(p => p.Number))
        {
            reading.Take(paragraph);
        }

        return new CitedTexts(reading.Texts, reading.Doubts, reading.Citing);
    }

    private sealed class Reading(IReadOnlyDictionary<int, DialogueParagraph> dialogue, PaperIdentity identity, ReferenceData reference)
    {
        private readonly HashSet<string> _read = [];

        public List<ReadText> Texts { get; } = [];

        public List<ReadDoubt> Doubts { get; } = [];

        public HashSet<string> Citing { get; } = [];

        public void Take(DialogueParagraph citing)
        {
            var number = citing.Number.ToString(CultureInfo.InvariantCulture);
            var part = 0;
            ReadPosition? position = null;
            foreach (var (start, end) in Sentences.Of(citing.Text))
            {
                var sentence = citing.Text[start..end].Trim();
                var citations = CitationList.Read(sentence).Where(c => c.Paragraph < citing.Number).ToList();
                position = CitingSentence.PositionOf(sentence, Source(number)) ?? position;
                foreach (var citation in position is null ? [] : citations)
                {
                    Citing.Add(number);
                    part += Add(citation, number, part, position, citing);
                }
            }
        }

        /// <summary>How many texts were added. A place that was cited before, with the position it got there, is not counted twice.</summary>
        private int Add(Citation citation, string number, int part, ReadPosition? position, DialogueParagraph citing)
        {
            if (!_read.Add(citation.Printed))
            {
                return 0;
            }

            var paragraph = dialogue.GetValueOrDefault(citation.Paragraph);
            var found = paragraph is null ? [] : new CitedPlace(paragraph, identity.Sur, reference).Read(citation);
            if (found.Count == 0)
            {
                Doubts.Add(new ReadDoubt("citation-unresolved", number, null, citing.Page, citation.Printed, null));
            }

            foreach (var (text, i) in found.Select((text, i) => (text, i)))
            {
                var label = (part + i + 1).ToString(CultureInfo.InvariantCulture);
                Texts.Add(new ReadText(number, label, paragraph!.Page, text.Text, text.State is null ? [] : [text.State]) { Position = position, Cited = [text.Citation.Printed] });
                if (text.State is null)
                {
                    Doubts.Add(new ReadDoubt("states-unread", number, label, paragraph.Page, text.Text, null));
                }
            }

            return found.Count;
        }

        private string? Source(string number) => identity.Symbol is null ? null : $"{identity.Symbol}, para. {number}";
    }
}
