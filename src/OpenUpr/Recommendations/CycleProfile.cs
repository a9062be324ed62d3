using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>One cycle with its sessions, counted.</summary>
/// <param name="Statements">What each source says of its years, the preferred statement first.</param>
/// <param name="Numbers">Null where the collection holds nothing of it.</param>
/// <param name="StatesReviewed">States of which the collection holds a review in this cycle.</param>
public sealed record CycleProfile(
    Cycle Cycle, IReadOnlyList<CycleStatement> Statements, IReadOnlyList<SessionLine> Sessions, StatisticRow? Numbers, int StatesReviewed)
{
    /// <summary>The cycle's sessions of which the collection holds something, in their order.</summary>
    public IReadOnlyList<SessionLine> SessionsHere => [.. Sessions.Where(s => s.Numbers is not null)];

    /// <summary>All cycles that are known, in their order.</summary>
    public static IReadOnlyList<CycleProfile> ReadAll(SearchIndex index, ReferenceData reference, DateOnly today)
    {
        var counted = WholeCollection.Of(index).By("cycle");
        var states = WholeCollection.Of(index).By("cycle", "sur");
        var statesOf = states.Rows.Zip(states.Cells).ToDictionary(r => r.First.Key, r => r.Second.Count(c => c > 0));
        var sessions = SessionLine.ReadAll(index, reference, today).ToLookup(s => s.Session.Cycle);
        return [.. reference.Cycles.Select(c => new CycleProfile(
            c,
            [.. reference.CycleStatements.Where(s => s.Number == c.Number)],
            [.. sessions[c.Number]],
            counted.Find(c.Number),
            statesOf.GetValueOrDefault(StatisticRows.Code(c.Number))))];
    }
}
