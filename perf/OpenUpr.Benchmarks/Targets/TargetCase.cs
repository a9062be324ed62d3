using OpenUpr.Planning.Targets;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.Targets;

/// <summary>An issue that several States raised in one review: what a list of target States should have named before it.</summary>
internal sealed record TargetCase(string Sur, int Session, string Issue, HashSet<string> Raised)
{
    private const int Places = 20;

    public static List<TargetCase> Read(IEnumerable<IndexRow> export, int first, int last, int least) =>
        [.. export.Where(r => r.Session >= first && r.Session <= last && r.Kind == RecommendationKind.Recommendation && r.Rs != State.Unknown)
            .SelectMany(r => r.Issues, (r, issue) => (r.Sur, r.Session, Issue: issue, r.Rs))
            .GroupBy(r => (r.Sur, r.Session, r.Issue)).Select(g => new TargetCase(g.Key.Sur, g.Key.Session, g.Key.Issue, [.. g.Select(r => r.Rs)]))
            .Where(c => c.Raised.Count >= least)
            .OrderBy(c => c.Session).ThenBy(c => c.Sur, StringComparer.Ordinal).ThenBy(c => c.Issue, StringComparer.Ordinal)];

    /// <summary>Of the States that raised the issue, the share among the first 20.</summary>
    public double Recall(IEnumerable<string> order) => (double)order.Take(Places).Count(Raised.Contains) / Raised.Count;

    /// <summary>The best that 20 places allow.</summary>
    public double Best => (double)Math.Min(Places, Raised.Count) / Raised.Count;

    public IEnumerable<string> Rank(SearchIndex index, TargetModel model) =>
        TargetRanking.Rank(index, new TargetQuestion(Sur, [Issue], Session) { Model = model }).States.Select(s => s.Iso3);
}
