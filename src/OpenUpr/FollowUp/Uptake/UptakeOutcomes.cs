using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>What became of an issue in the review (requirement J2). Recommendations are counted as texts, whichever States put them.</summary>
/// <param name="Drafts">Ours on it.</param>
/// <param name="Taken">Of those, taken up as people confirmed.</param>
/// <param name="Raised">Who raised it: States that recommended something on it, or were noted on our board with a question or a recommendation of ours.</param>
/// <param name="Rows">Recommendations on it.</param>
public sealed record IssueUptake(string Issue, int Drafts, int Taken, IReadOnlyList<string> Raised, IReadOnlyList<FollowedRow> Rows)
{
    public int Count(string position) => Rows.Count(r => r.Row.Position == position);
}

/// <summary>A State whose recommendations took up our drafts (requirement J3).</summary>
/// <param name="Rows">Its recommendations that did, each once.</param>
/// <param name="Pairs">The same in the public database, as letters name them.</param>
public sealed record ThankedState(string State, IReadOnlyList<FollowedRow> Rows, IReadOnlyList<long> Pairs);

/// <summary>What a coalition tells its colleagues, and whom it thanks.</summary>
public static class UptakeOutcomes
{
    /// <summary>The issues of our drafts, in the order of the drafts.</summary>
    public static async Task<IReadOnlyList<IssueUptake>> IssuesAsync(Store store, CoalitionAccess access, UptakeView view, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var review = view.Follow.Review;
        var said = await (
            from n in db.DayNotes.AsNoTracking()
            join b in db.DayBoards on n.BoardId equals b.Id
            join s in db.DaySpeakers on n.SpeakerId equals s.Id
            where b.State == review.State && b.Session == review.Session && n.WithdrawnAt == null && n.DraftId != null && n.IsOurs != false
            select new { n.DraftId, s.State }).ToListAsync(cancel);
        return [.. view.Drafts.Where(d => d.Draft.Issue is not null).GroupBy(d => d.Draft.Issue!).Select(g =>
        {
            var rows = view.Follow.Rows.Where(r => r.Issues.Contains(g.Key)).ToList();
            var drafts = g.Select(d => d.Draft.Id).ToHashSet();
            var raised = rows.SelectMany(r => r.States).Concat(said.Where(s => drafts.Contains(s.DraftId!.Value)).Select(s => s.State)).Distinct().Order(StringComparer.Ordinal);
            return new IssueUptake(g.Key, g.Count(), g.Count(d => d.Stage == UptakeStage.Taken), [.. raised], rows);
        })];
    }

    /// <summary>Every State that used our words, by code.</summary>
    public static async Task<IReadOnlyList<ThankedState>> ThanksAsync(Store store, UptakeView view, CancellationToken cancel)
    {
        var rows = view.Drafts.SelectMany(d => d.Confirmed).Select(c => c.Row!).DistinctBy(r => r.Row.Id).ToList();
        await using var db = store.Open();
        long[] first = [.. rows.Select(r => r.Row.RecommendationId).OfType<long>()];
        var texts = await db.Recommendations.AsNoTracking().Where(r => first.Contains(r.Id)).Select(r => new { r.Id, r.TextId }).ToDictionaryAsync(r => r.Id, r => r.TextId, cancel);
        long[] ids = [.. texts.Values.Distinct()];
        var pairs = (await db.Recommendations.AsNoTracking().Where(r => ids.Contains(r.TextId) && r.MergedIntoId == null).OrderBy(r => r.Id).Select(r => new { r.Id, r.TextId, r.Rs }).ToListAsync(cancel)).ToLookup(r => (r.TextId, r.Rs), r => r.Id);
        return [.. rows.SelectMany(r => r.States, (r, state) => (State: state, Row: r)).GroupBy(s => s.State, s => s.Row).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ThankedState(
            g.Key, [.. g], [.. g.SelectMany(r => r.Row.RecommendationId is { } id && texts.TryGetValue(id, out var text) ? pairs[(text, g.Key)] : [])]))];
    }
}
