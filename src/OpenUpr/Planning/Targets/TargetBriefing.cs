using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Targets;

/// <summary>What a State may be asked on an issue, as history leaves it open.</summary>
public enum AskKind
{
    /// <summary>It made recommendations on the issue to this State that were supported: what was done about them?</summary>
    FollowUp,

    /// <summary>It made some that were noted: will it ask again?</summary>
    AskAgain,

    /// <summary>It made some that are pending or whose answer is not known: what came of them?</summary>
    FindOut,

    /// <summary>It raised the issue with other States and never with this one.</summary>
    FirstTime,

    /// <summary>It raised the issue with nobody.</summary>
    New,
}

/// <summary>One thing to ask.</summary>
/// <param name="Issue">Slug; empty where no issue was chosen.</param>
/// <param name="Count">Recommendations that the kind speaks of, in pairs.</param>
/// <param name="ByOthers">Recommendations on the issue to this State by other States.</param>
public sealed record BriefingAsk(string Issue, AskKind Kind, int Count, int ByOthers);

/// <summary>
/// What to know of one recommending State before speaking to it about a State under review (requirements H4, H14): what it said last time, what was answered,
/// what is open. All of it is data of the store; whether something was implemented is not in it.
/// </summary>
/// <param name="Target">The State's place in the list for these issues; null where it never recommended anything.</param>
/// <param name="Earlier">Its recommendations to this State on the issues, the newest first, at most <see cref="MostEarlier"/>.</param>
/// <param name="Elsewhere">Its newest recommendations on the issues to other States.</param>
/// <param name="Topics">What it will probably raise with this State.</param>
/// <param name="TroikaSessions">Sessions in whose review of this State it was one of the three rapporteurs, as the reports say.</param>
public sealed record TargetBriefing(
    string Rs, TargetQuestion Question, TargetState? Target, IReadOnlyList<RecommendationRow> Earlier, IReadOnlyList<RecommendationRow> Elsewhere, IReadOnlyList<BriefingAsk> Asks, IReadOnlyList<ExpectedTopic> Topics,
    IReadOnlyList<int> TroikaSessions)
{
    public const int MostEarlier = 20;

    private const int ShownElsewhere = 3;
    private const int ShownTopics = 8;

    public static async Task<TargetBriefing> ReadAsync(Store store, SearchIndex index, TargetQuestion question, string rs, CancellationToken cancel)
    {
        var list = TargetRanking.Rank(index, question);
        var earlier = Newest(index, Filters(question, rs) with { Sur = [question.Sur] }, MostEarlier);
        var elsewhere = Newest(index, Filters(question, rs), MostEarlier + ShownElsewhere).Except(earlier).Take(ShownElsewhere).ToList();
        var rows = await RecommendationRows.ByIdsAsync(store, [.. earlier, .. elsewhere], cancel);
        var ofEarlier = earlier.ToHashSet();
        var troikas = await TroikaOf(store, question, cancel);
        return new TargetBriefing(
            rs, question, list.States.FirstOrDefault(s => s.Iso3 == rs), [.. rows.Where(r => ofEarlier.Contains(r.Id))], [.. rows.Where(r => !ofEarlier.Contains(r.Id) && r.Sur != question.Sur)], Ask(index, question, rs),
            [.. ExpectedTopics.Of(index, question.Sur, rs, question.Before).Take(ShownTopics)],
            [.. troikas.Where(t => t.Iso3 == rs).Select(t => t.Session)]);
    }

    /// <summary>Who were the rapporteurs of a State's earlier reviews, as the reports in the store say, the newest first.</summary>
    public static async Task<IReadOnlyList<(int Session, string Iso3)>> TroikaOf(Store store, TargetQuestion question, CancellationToken cancel)
    {
        await using var db = store.Open();
        var before = question.Before ?? int.MaxValue;
        var rows = await (
            from f in db.ReviewFacts.AsNoTracking()
            join v in db.Reviews on f.ReviewId equals v.Id
            where f.Kind == ReviewFact.Troika && v.Sur == question.Sur && v.Session < before
            orderby v.Session descending, f.Ordinal
            select new { v.Session, f.Value }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Session, r.Value)).Distinct()];
    }

    /// <summary>For each issue what is open between the two States, by what was answered.</summary>
    private static List<BriefingAsk> Ask(SearchIndex index, TargetQuestion question, string rs)
    {
        var asks = new List<BriefingAsk>();
        foreach (var issue in question.Issues.Count == 0 ? [""] : question.Issues)
        {
            var filters = Filters(question with { Issues = issue.Length == 0 ? [] : [issue] }, rs);
            var (own, all) = (filters with { Sur = [question.Sur] }, Count(index, filters with { Sur = [question.Sur], Rs = [] }));
            var (made, supported, noted) = (Count(index, own), Count(index, own with { Positions = [Position.Supported] }), Count(index, own with { Positions = [Position.Noted] }));
            var elsewhere = Count(index, filters) - made;
            foreach (var (kind, count) in new[] { (AskKind.FollowUp, supported), (AskKind.AskAgain, noted), (AskKind.FindOut, made - supported - noted) }.Where(k => k.Item2 > 0))
            {
                asks.Add(new BriefingAsk(issue, kind, count, all - made));
            }

            if (made == 0)
            {
                asks.Add(new BriefingAsk(issue, elsewhere > 0 ? AskKind.FirstTime : AskKind.New, elsewhere, all));
            }
        }

        return asks;
    }

    private static SearchFilters Filters(TargetQuestion question, string rs) => new()
    {
        Rs = [rs], Issues = question.Issues, Sessions = question.Before is { } before ? [.. Enumerable.Range(1, Math.Max(1, before - 1))] : [],
    };

    private static int Count(SearchIndex index, SearchFilters filters) => index.Run(new SearchQuery(null, filters), new SearchPage(Limit: 0, Facets: false, MissingWords: false)).Pairs;

    private static List<long> Newest(SearchIndex index, SearchFilters filters, int most) =>
        [.. index.Run(new SearchQuery(null, filters), new SearchPage(SortBy.NewestSession, 0, most, Facets: false, MissingWords: false)).Ids];
}
