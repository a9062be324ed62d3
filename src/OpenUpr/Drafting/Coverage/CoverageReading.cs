using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Drafting.Coverage;

/// <summary>
/// Compares the coalition's priorities with the papers of its review: what the national report, the compilation and the stakeholders' summary say of each, and what they leave
/// out (fact sheet 3, 1-2 and 3-4 months before the review). Which paragraph speaks of what, a machine has read.
/// </summary>
public static class CoverageReading
{
    private const string AdvanceQuestions = "advance-questions";

    /// <param name="wanted">The session whose papers are meant; null for that of the coalition's plan, or else the newest with papers.</param>
    public static async Task<CoverageView> ReadAsync(Store store, SearchIndex index, PassageIndex papers, PassageIssues issues, CoalitionAccess access, int? wanted, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var country = await db.Coalitions.AsNoTracking().Where(c => c.Id == access.CoalitionId).Select(c => c.Country).SingleAsync(cancel);
        var planned = await db.ReviewPlans.AsNoTracking().Where(p => p.ClosedAt == null).OrderByDescending(p => p.Id).Select(p => p.Session).FirstOrDefaultAsync(cancel);
        var priorities = await db.DraftPriorities.AsNoTracking().OrderBy(p => p.Place).ThenBy(p => p.Id).ToListAsync(cancel);
        var ours = papers.Documents.Where(d => country is not null && d.Sur == country && d is { Session: not null, Passages: > 0 }).ToList();
        int[] sessions = [.. ours.Where(d => BasePaper.Kinds.Contains(d.Kind)).Select(d => d.Session!.Value).Distinct().OrderDescending()];
        int? session = sessions.Length == 0 ? null : wanted is { } w && sessions.Contains(w) ? w : planned is { } p && sessions.Contains(p) ? p : sessions[0];
        List<BasePaper> chosen = [.. BasePaper.Kinds.Select(kind => new BasePaper(kind, Edition(ours.Where(d => d.Session == session && d.Kind == kind))))];
        var read = new Dictionary<string, IReadOnlyList<ReadPassage>>();
        foreach (var paper in chosen)
        {
            read[paper.Kind] = paper.Document is { } document ? await issues.OfAsync(store, document, cancel) : [];
        }

        var asked = new List<ReadPassage>();
        foreach (var paper in ours.Where(d => d.Kind == AdvanceQuestions))
        {
            asked.AddRange(await issues.OfAsync(store, paper, cancel));
        }

        var numbers = Numbers(index, country, read, asked, [.. priorities.Select(x => IssueList.Current.Find(x.Issue)?.Slug).OfType<string>()]);
        return new CoverageView(country, session, planned, sessions, chosen, [.. priorities.Select(x => Of(x, chosen, read, numbers))], Rare(numbers, priorities));
    }

    private static PriorityCoverage Of(DraftPriority priority, IReadOnlyList<BasePaper> papers, Dictionary<string, IReadOnlyList<ReadPassage>> read, Dictionary<string, IssueNumbers> numbers)
    {
        var slug = IssueList.Current.Find(priority.Issue)?.Slug;
        return new PriorityCoverage(
            priority,
            [.. papers.Select(paper => new PaperCoverage(paper, [.. from passage in read[paper.Kind] from issue in passage.Issues where issue.Issue == slug select new CoveredPassage(passage.Passage, issue)]))],
            slug is null ? null : numbers.GetValueOrDefault(slug));
    }

    private static Dictionary<string, IssueNumbers> Numbers(SearchIndex index, string? country, Dictionary<string, IReadOnlyList<ReadPassage>> read, IReadOnlyList<ReadPassage> asked, HashSet<string> ours)
    {
        var (here, everywhere) = RareIssues.Count(index, country);
        var (toHere, toAll) = (ByIssue(here), ByIssue(everywhere));
        var (hereOf, everywhereOf) = (here?.Total.Count ?? 0, everywhere.Total.Count);
        return IssueList.Current.All.ToDictionary(i => i.Slug, issue =>
        {
            int In(IReadOnlyList<ReadPassage> passages) => passages.Count(p => p.Issues.Any(i => i.Issue == issue.Slug));
            var (report, compilation, summary) = (In(read[BasePaper.NationalReport]), In(read[BasePaper.Compilation]), In(read[BasePaper.Summary]));
            var (made, all) = (toHere.GetValueOrDefault(issue.Slug), toAll.GetValueOrDefault(issue.Slug));
            return new IssueNumbers(issue, report, compilation, summary, In(asked), made, hereOf, all, everywhereOf, RareIssues.IsRare(issue, ours.Contains(issue.Slug), compilation + summary, made, hereOf, all, everywhereOf));
        });
    }

    /// <summary>Ours first, then what the papers raise most.</summary>
    private static IReadOnlyList<IssueNumbers> Rare(Dictionary<string, IssueNumbers> numbers, IReadOnlyList<DraftPriority> priorities)
    {
        var ours = priorities.Select(p => IssueList.Current.Find(p.Issue)?.Slug).ToHashSet();
        return [.. numbers.Values.Where(n => n.IsRare).OrderByDescending(n => ours.Contains(n.Issue.Slug)).ThenByDescending(n => n.Summary + n.Compilation).ThenBy(n => n.Issue.Name, StringComparer.Ordinal).Take(RareIssues.Most)];
    }

    private static Dictionary<string, int> ByIssue(StatisticTable? table) => table?.Rows.ToDictionary(r => r.Key, r => r.Count) ?? [];

    /// <summary>The one that the machine can read, where there are several.</summary>
    private static PassageDocument? Edition(IEnumerable<PassageDocument> editions) => editions.OrderByDescending(PassageIssues.CanRead).ThenByDescending(d => d.Id).FirstOrDefault();
}
