using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Planning;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>Drafts beside the recommendations that were made: what people said of them, and what the program proposes.</summary>
public static class UptakeReading
{
    /// <summary>Null where there is no such followed review for this person.</summary>
    /// <param name="only">One draft alone; null for all.</param>
    public static async Task<UptakeView?> ReadAsync(Store store, UptakeMatcher matcher, CoalitionAccess access, long followId, long? only, CancellationToken cancel)
    {
        if (await FollowRows.ReadAsync(store, access, followId, cancel) is not { } follow)
        {
            return null;
        }

        await using var db = store.Open(access);
        var drafts = await DayMatcher.Of(db, follow.Review.PlanId).Where(d => only == null || d.Id == only).OrderBy(d => d.PriorityId == null).ThenBy(d => d.PriorityId).ThenBy(d => d.Place).ThenBy(d => d.Id).ToListAsync(cancel);
        long[] ids = [.. drafts.Select(d => d.Id)];
        var targets = (await db.DraftVersions.AsNoTracking().Where(v => ids.Contains(v.DraftId)).Join(db.DraftRecommendations, v => new { v.DraftId, v.Number }, d => new { DraftId = d.Id, d.Number }, (v, _) => new { v.DraftId, v.Targets }).ToListAsync(cancel))
            .ToDictionary(v => v.DraftId, v => v.Targets.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var names = await TaskRows.NamesAsync(db, cancel);
        var rows = follow.Rows.ToDictionary(r => r.Row.Id);
        var said = (await db.UptakeMatches.AsNoTracking().Where(m => m.FollowId == followId && ids.Contains(m.DraftId)).OrderBy(m => m.Id).ToListAsync(cancel))
            .ToLookup(m => m.DraftId, m => new UptakeSaid(m, m.RowId is { } row ? rows.GetValueOrDefault(row) : null, m.AuthorId is { } who ? names.GetValueOrDefault(who) : null));
        var noted = await NotedAsync(db, follow, cancel);
        var read = new List<UptakeDraft>();
        foreach (var draft in drafts)
        {
            string[] approached = targets.GetValueOrDefault(draft.Id) ?? [];
            read.Add(Of(draft, approached, [.. said[draft.Id]], await matcher.FindAsync(store, access, follow, draft, approached, cancel), noted[draft.Id].ToHashSet(), rows));
        }

        return new UptakeView(follow, read);
    }

    private static UptakeDraft Of(DraftRecommendation draft, string[] approached, List<UptakeSaid> said, IReadOnlyList<UptakeFound> found, HashSet<long> noted, Dictionary<long, FollowedRow> rows)
    {
        var spoken = said.Select(s => s.Match.RowId).OfType<long>().ToHashSet();
        var proposals = found.Select(f => new UptakeProposal(rows[f.Text.Id], f.Confidence, f.Reasons, noted.Contains(f.Text.Id)))
            .Concat(noted.Where(n => found.All(f => f.Text.Id != n)).Select(n => new UptakeProposal(rows[n], 0, UptakeReasons.None, true)))
            .Where(p => !spoken.Contains(p.Row.Row.Id) && (p.IsNoted || p.Confidence >= UptakeModel.Doubtful)).OrderByDescending(p => p.IsNoted).ToList();
        var nobody = said.Find(s => s.Match.Verdict == UptakeMatch.Nobody);
        var confirmed = said.Where(s => s is { Match.Verdict: UptakeMatch.Confirmed, Row: not null }).ToList();
        var stage = confirmed.Count > 0 ? UptakeStage.Taken : nobody is not null ? UptakeStage.Nobody : proposals.Count == 0 ? UptakeStage.NotFound
            : proposals[0].IsNoted || proposals[0].Confidence >= UptakeModel.Likely ? UptakeStage.Likely : UptakeStage.Doubtful;
        var took = confirmed.SelectMany(c => c.Row!.States).ToHashSet();
        return new UptakeDraft(
            draft, stage, [.. approached.Select(s => new UptakeTarget(s, took.Contains(s), rows.Values.Count(r => r.States.Contains(s) && draft.Issue is { } issue && r.Issues.Contains(issue))))],
            [.. said.Where(s => s.Match.Verdict != UptakeMatch.Nobody).OrderBy(s => s.Match.Verdict != UptakeMatch.Confirmed)], nobody, proposals);
    }

    /// <summary>By draft, the recommendations that people noted as ours on a board of this review and found in the report.</summary>
    private static async Task<ILookup<long, long>> NotedAsync(OpenUprDb db, FollowView follow, CancellationToken cancel)
    {
        var notes = await db.DayNotes.AsNoTracking().Where(n => n.WithdrawnAt == null && n.IsOurs == true && n.DraftId != null && n.RecommendationId != null
            && db.DayBoards.Any(b => b.Id == n.BoardId && b.State == follow.Review.State && b.Session == follow.Review.Session)).Select(n => new { n.DraftId, n.RecommendationId }).ToListAsync(cancel);
        if (notes.Count == 0)
        {
            return notes.ToLookup(_ => 0L, _ => 0L);
        }

        var first = follow.Rows.Where(r => r.Row.RecommendationId is not null).ToDictionary(r => r.Row.RecommendationId!.Value, r => r.Row.Id);
        long[] pairs = [.. notes.Select(n => n.RecommendationId!.Value).Concat(first.Keys)];
        var texts = await db.Recommendations.AsNoTracking().Where(r => EF.Parameter(pairs).Contains(r.Id)).Select(r => new { r.Id, r.TextId }).ToDictionaryAsync(r => r.Id, r => r.TextId, cancel);
        var rowOfText = first.Where(f => texts.ContainsKey(f.Key)).GroupBy(f => texts[f.Key]).ToDictionary(g => g.Key, g => g.First().Value);
        return notes.Where(n => texts.TryGetValue(n.RecommendationId!.Value, out var text) && rowOfText.ContainsKey(text)).ToLookup(n => n.DraftId!.Value, n => rowOfText[texts[n.RecommendationId!.Value]]);
    }
}
