using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>Gives the answers of one addendum to the texts of the paragraphs that they name.</summary>
internal sealed class AnswerMerge(PaperMerge merge, StoredPaper addendum)
{
    private readonly HashSet<PaperEntry> _answered = [];

    /// <summary>What names one paragraph comes before what names many: the general holds only for texts without an answer of their own.</summary>
    public void Run()
    {
        var answers = addendum.Reading.Answers.GroupBy(a => PaperMerge.NumberOf(a.Paragraph)).Select(g => (Answers: (IReadOnlyList<ReadAnswer>)[.. g], Place: PlaceOf(g.Key), Number: g.Key)).ToList();
        foreach (var (one, place, _) in answers.Where(a => a.Place.Breadth == Breadth.One))
        {
            Give(place.Entries, one);
        }

        foreach (var (many, place, _) in answers.Where(a => a.Place.Breadth > Breadth.One).OrderBy(a => a.Place.Breadth))
        {
            foreach (var paragraph in place.Entries.Where(e => !_answered.Contains(e)).GroupBy(e => e.Paragraph).ToList())
            {
                Give([.. paragraph], many);
            }
        }

        foreach (var (unplaced, _, number) in answers.Where(a => a.Place.Breadth == Breadth.None && merge.Entries.Count > 0))
        {
            var answer = unplaced[0];
            merge.Raise(new RaisedDoubt(DoubtCodes.AnswerWithoutText, $"{addendum.Name}|{number}", addendum.DocumentId)
            {
                Number = answer.Paragraph, Page = answer.Page, Excerpt = answer.Position.Wording, Found = Settled.NameOf(answer.Position.Value),
            });
        }
    }

    /// <summary>The texts that a number means: those of that paragraph, else those under it, else the only paragraph whose own number it is.</summary>
    private (Breadth Breadth, IReadOnlyList<PaperEntry> Entries) PlaceOf(string number)
    {
        if (number == ReadAnswer.AllOthers)
        {
            return (Breadth.AllOthers, [.. Recommendations]);
        }

        if (merge.In(number) is { Count: > 0 } exact)
        {
            return (Breadth.One, exact);
        }

        if (Recommendations.Where(e => e.Paragraph.StartsWith(number + ".", StringComparison.Ordinal)).ToList() is { Count: > 0 } under)
        {
            return (Breadth.Under, under);
        }

        var own = Recommendations.Where(e => e.Paragraph.EndsWith("." + number, StringComparison.Ordinal)).ToList();
        return !number.Contains('.', StringComparison.Ordinal) && own.Select(e => e.Paragraph).Distinct(StringComparer.Ordinal).Count() == 1 ? (Breadth.One, own) : (Breadth.None, []);
    }

    /// <summary>Pledges are not answered.</summary>
    private IEnumerable<PaperEntry> Recommendations => merge.Entries.Where(e => e.Kind == RecommendationKind.Recommendation);

    private void Give(IReadOnlyList<PaperEntry> entries, IReadOnlyList<ReadAnswer> answers)
    {
        foreach (var entry in entries)
        {
            Apply(entry, entries, answers);
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
            _answered.Add(entry);
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

    /// <summary>How much an answer names, narrowest first.</summary>
    private enum Breadth
    {
        None,
        One,
        Under,
        AllOthers,
    }
}
