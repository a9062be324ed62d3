using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;

namespace OpenUpr.Planning.Targets;

/// <summary>Who recommended how much in which review, on some issues and at all: one pass over the pairs of an index.</summary>
internal sealed class TargetCounts
{
    private readonly int _states;

    /// <param name="counts">By review: whether it counts.</param>
    /// <param name="isSame">By review: whether it was of the State asked about, so that its answers are wanted.</param>
    public TargetCounts(SearchIndex index, IReadOnlyList<string> issues, bool[] counts, bool[] isSame)
    {
        var (table, records) = (index.Table, index.Records);
        _states = table.RsCodes.Length;
        OnIssue = new int[counts.Length * _states];
        All = new int[OnIssue.Length];
        Answers = new int[_states, 2, 4];
        var wanted = SetsWith(records, issues);
        for (var doc = 0; doc < table.Count; doc++)
        {
            var (record, review) = (records.Packed[doc], table.ReviewOf[doc]);
            var traits = Records.TraitsOf(record);
            if (!counts[review] || Traits.Kind(traits) != RecommendationKind.Recommendation)
            {
                continue;
            }

            var cell = (review * _states) + table.RsOf[doc];
            var onIssue = wanted is null || wanted[Records.IssueSet(record)];
            All[cell]++;
            OnIssue[cell] += onIssue ? 1 : 0;
            if (isSame[review])
            {
                var answer = (int)(Traits.Position(traits) ?? 0);
                Answers[table.RsOf[doc], 0, answer]++;
                Answers[table.RsOf[doc], 1, answer] += onIssue ? 1 : 0;
            }
        }
    }

    /// <summary>By review and recommending State: pairs that carry one of the issues.</summary>
    public int[] OnIssue { get; }

    /// <summary>By review and recommending State: all pairs.</summary>
    public int[] All { get; }

    /// <summary>By recommending State, whether on the issues (1) or at all (0), and position (0 for none).</summary>
    private int[,,] Answers { get; }

    public int Cell(int review, int state) => (review * _states) + state;

    public TargetAnswers ToSame(int state, bool onIssue)
    {
        var which = onIssue ? 1 : 0;
        return new TargetAnswers(
            Answers[state, which, 0] + Answers[state, which, 1] + Answers[state, which, 2] + Answers[state, which, 3],
            Answers[state, which, (int)Position.Supported], Answers[state, which, (int)Position.Noted]);
    }

    /// <summary>Which sets of issues hold one that is asked for; null where all pairs do.</summary>
    private static bool[]? SetsWith(Records records, IReadOnlyList<string> issues)
    {
        if (issues.Count == 0)
        {
            return null;
        }

        var field = records.Fields.First(f => f.Name == "issue");
        var numbers = issues.Select(field.Find).Where(n => n >= 0).ToArray();
        var sets = new bool[field.EntryCount];
        for (var set = 0; set < sets.Length; set++)
        {
            sets[set] = field.ValuesOf(set).IndexOfAny(numbers) >= 0;
        }

        return sets;
    }
}
