using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>Gives the answers of one addendum to the texts of the paragraphs that they name.</summary>
internal sealed class AnswerMerge(PaperMerge merge, StoredPaper addendum)
{
    public void Run()
    {
        foreach (var paragraph in addendum.Reading.Answers.GroupBy(a => PaperMerge.NumberOf(a.Paragraph)))
        {
            if (merge.In(paragraph.Key) is { Count: > 0 } entries)
            {
                foreach (var entry in entries)
                {
                    Apply(entry, entries, [.. paragraph]);
                }
            }
            else if (merge.Entries.Count > 0)
            {
                var answer = paragraph.First();
                merge.Raise(new RaisedDoubt(DoubtCodes.AnswerWithoutText, $"{addendum.Name}|{paragraph.Key}", addendum.DocumentId)
                {
                    Number = answer.Paragraph, Page = answer.Page, Excerpt = answer.Position.Wording, Found = Settled.NameOf(answer.Position.Value),
                });
            }
        }
    }

    private void Apply(PaperEntry entry, IReadOnlyList<PaperEntry> siblings, IReadOnlyList<ReadAnswer> answers)
    {
        var own = answers.Where(a => a.Part is null || a.Part == entry.Part).ToList();
        if (own.Count == 0 && !siblings.Any(s => answers.Any(a => a.Part == s.Part)))
        {
            // The addendum splits what the report does not: one answer for all, or supported in part only.
            own = answers.Select(a => a.Position.Value).Distinct().Count() == 1 ? [answers[0]] : [InPart(answers)];
        }

        // What is said of the part comes after what is said of the whole paragraph, and the same said twice is said once.
        foreach (var same in own.OrderBy(a => a.Part is not null).GroupBy(a => (a.Position.Value, a.Position.Partial, a.Position.Wording)))
        {
            var answer = same.FirstOrDefault(a => a.Position.Reason is not null) ?? same.First();
            entry.Positions.Add(new PaperPosition(addendum, answer.Position, addendum.Symbol, addendum.PublishedOn, answer.Page, PositionRank.Addendum));
        }
    }

    private static ReadAnswer InPart(IReadOnlyList<ReadAnswer> answers) => answers[0] with
    {
        Part = null,
        Position = answers[0].Position with
        {
            Value = Position.Noted, Partial = answers.Any(a => a.Position.Value == Position.Supported),
            Wording = string.Join("; ", answers.Select(a => $"({a.Part}) {a.Position.Wording}").Distinct(StringComparer.Ordinal)),
        },
    };
}
