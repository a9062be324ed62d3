using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Taxonomy;

namespace OpenUpr.Recommendations;

/// <summary>An issue in a list.</summary>
/// <param name="Numbers">Null where no recommendation carries it.</param>
/// <param name="ByCycle">Its counts in the cycles of the list.</param>
public sealed record IssueLine(Issue Issue, StatisticRow? Numbers, IReadOnlyList<int> ByCycle);

/// <summary>All issues, counted.</summary>
/// <param name="Cycles">The cycles that the collection holds, in their order, with everything that was made in them.</param>
/// <param name="Without">Recommendations that carry no issue.</param>
/// <param name="Lines">Most frequent first.</param>
public sealed record IssueTable(StatisticRow Total, int Without, IReadOnlyList<StatisticRow> Cycles, IReadOnlyList<IssueLine> Lines)
{
    public static IssueTable Read(SearchIndex index)
    {
        var all = WholeCollection.Of(index);
        var issues = all.By("issue");
        var matrix = all.By("issue", "cycle");
        var column = matrix.Columns.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i);
        var cells = matrix.Rows.Zip(matrix.Cells).ToDictionary(r => r.First.Key, r => r.Second);
        var cycles = all.By("cycle").InOrder();
        return new IssueTable(
            issues.Total,
            issues.Without,
            cycles,
            [.. IssueList.Current.All
                .Select(i => new IssueLine(i, issues.Find(i.Slug), [.. cycles.Select(c => cells.GetValueOrDefault(i.Slug)?[column[c.Key]] ?? 0)]))
                .OrderByDescending(l => l.Numbers?.Count ?? 0).ThenBy(l => l.Issue.Name, StringComparer.Ordinal)]);
    }
}

/// <summary>How often an issue was put to a State in its two newest reviews of the collection.</summary>
public sealed record IssueGrowth(string Sur, int EarlierSession, int Earlier, int LaterSession, int Later)
{
    public int By => Later - Earlier;
}

/// <summary>One issue, counted.</summary>
/// <param name="AllCycles">Everything that was made, by cycle, to compare with.</param>
/// <param name="AllSessions">Everything that was made, by session.</param>
/// <param name="Grew">States that received more of it in their newest review than in the one before, the largest growth first.</param>
/// <param name="ReviewedTwice">States of which the collection holds two reviews or more, so that they can be compared.</param>
public sealed record IssueProfile(
    Issue Issue,
    StatisticTable Cycles,
    StatisticTable Sessions,
    StatisticTable UnderReview,
    StatisticTable Recommending,
    StatisticTable AllCycles,
    StatisticTable AllSessions,
    IReadOnlyList<IssueGrowth> Grew,
    int ReviewedTwice)
{
    public StatisticRow Total => Cycles.Total;

    /// <summary>Everything that was made, whatever its issue.</summary>
    public StatisticRow All => AllCycles.Total;

    public static IssueProfile Read(SearchIndex index, Issue issue)
    {
        var query = StatisticRows.Query(new SearchFilters { Issues = [issue.Slug] });
        var own = StatisticTable.ReadAll(index, query, ["cycle", "session", "sur", "rs"]);
        var all = WholeCollection.Of(index);
        var twice = LastTwoReviews(all.By("sur", "session"));
        var matrix = StatisticMatrix.Read(index, query, "sur", "session");
        var column = matrix.Columns.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i);
        var cells = matrix.Rows.Zip(matrix.Cells).ToDictionary(r => r.First.Key, r => r.Second);
        return new IssueProfile(
            issue, own[0], own[1], own[2], own[3], all.By("cycle"), all.By("session"),
            [.. twice.Select(t => new IssueGrowth(t.Sur, t.Earlier, Cell(t.Sur, t.Earlier), t.Later, Cell(t.Sur, t.Later)))
                .Where(g => g.By > 0).OrderByDescending(g => g.By).ThenBy(g => g.Sur, StringComparer.Ordinal)],
            twice.Count);

        int Cell(string sur, int session) => cells.TryGetValue(sur, out var row) && column.TryGetValue(StatisticRows.Code(session), out var at) ? row[at] : 0;
    }

    private static List<(string Sur, int Earlier, int Later)> LastTwoReviews(StatisticMatrix reviews)
    {
        var sessions = reviews.Columns.Select(c => int.Parse(c.Key, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return [.. reviews.Rows.Zip(reviews.Cells, (row, cells) => (row.Key, Held: cells.Zip(sessions).Where(c => c.First > 0).Select(c => c.Second).OrderDescending().ToList()))
            .Where(r => r.Held.Count > 1).Select(r => (r.Key, r.Held[1], r.Held[0]))];
    }
}
