using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.Targets;

/// <summary>What anyone could do with a table: States by how many recommendations they made before a session, at all or on an issue.</summary>
internal sealed class PlainOrders
{
    private readonly Dictionary<(int Session, string Issue), Dictionary<string, int>> _counts = [];

    public PlainOrders(IEnumerable<IndexRow> export)
    {
        foreach (var row in export.Where(r => r.Kind == RecommendationKind.Recommendation && r.Rs != State.Unknown))
        {
            foreach (var issue in row.Issues.Append(""))
            {
                if (!_counts.TryGetValue((row.Session, issue), out var counts))
                {
                    _counts.Add((row.Session, issue), counts = []);
                }

                counts[row.Rs] = counts.GetValueOrDefault(row.Rs) + 1;
            }
        }
    }

    public IEnumerable<string> ByAll(int before, string sur) => ByIssue(before, sur, "");

    public IEnumerable<string> ByIssue(int before, string sur, string issue) =>
        Enumerable.Range(1, before - 1).SelectMany(s => _counts.GetValueOrDefault((s, issue)) ?? []).GroupBy(c => c.Key)
            .Select(g => (State: g.Key, Count: g.Sum(c => c.Value))).Where(s => s.State != sur)
            .OrderByDescending(s => s.Count).ThenBy(s => s.State, StringComparer.Ordinal).Select(s => s.State);
}
