using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp;

/// <summary>The reviews that a coalition follows: begun from the database, brought up to date with it, put away.</summary>
public static class Follows
{
    internal const string Thing = "follow-up";

    /// <summary>Reviews that one coalition follows.</summary>
    public const int Most = 20;

    /// <summary>Begins to follow a review with all its recommendations. Refused as empty where the database has none of it yet.</summary>
    public static async Task<Outcome> BeginAsync(Rooms rooms, CoalitionAccess access, string? state, int? session, CancellationToken cancel)
    {
        var texts = state is null || session is null ? [] : await ReviewTexts.ReadAsync(rooms.Store, state, session.Value, cancel);
        return await rooms.WriteAsync(access, CoalitionRole.Editor, "follow-up.add", Thing, async db =>
        {
            if (texts.Count == 0)
            {
                return Outcome.Not(state is null ? Refusal.Unknown : Refusal.Empty, "session");
            }

            if (await db.FollowedReviews.AnyAsync(f => f.State == state && f.Session == session, cancel))
            {
                return Outcome.Not(Refusal.Taken, "session");
            }

            if (await db.FollowedReviews.CountAsync(cancel) >= Most)
            {
                return Outcome.Not(Refusal.TooMany, "session");
            }

            var follow = new FollowedReview
            {
                Id = await db.TakeIdsAsync(Counters.FollowedReviews, 1, cancel), CoalitionId = access.CoalitionId, State = state!, Session = session!.Value, AuthorId = access.MemberId, AddedAt = rooms.Time.GetUtcNow(),
                PlanId = await db.ReviewPlans.Where(p => p.State == state && p.Session == session).OrderByDescending(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel),
                SeenChange = await LastChangeAsync(db, cancel), Revision = 1,
            };
            db.FollowedReviews.Add(follow);
            await AddAsync(db, follow, [.. texts.Index()], cancel);
            return Outcome.Done(follow.Id);
        }, cancel);
    }

    /// <summary>Takes over what the database says now: new recommendations come at their place, changed positions and words are kept, those that it holds no more stay with what was written about them.</summary>
    public static async Task<Outcome> RefreshAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel)
    {
        if (await FindAsync(rooms.Store, access, id, cancel) is not { } seen)
        {
            return Outcome.Absent;
        }

        var texts = await ReviewTexts.ReadAsync(rooms.Store, seen.State, seen.Session, cancel);
        return await rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.refresh", Thing, async db =>
        {
            if (await db.FollowedReviews.SingleOrDefaultAsync(f => f.Id == id && f.ClosedAt == null, cancel) is not { } follow)
            {
                return Outcome.Not(Refusal.Closed);
            }

            var rows = await db.FollowedRecommendations.Where(r => r.FollowId == id).OrderBy(r => r.Place).ToListAsync(cancel);
            var beside = FollowChanges.Pair(rows, texts);
            foreach (var (row, text, place) in beside.Where(b => b.Row is not null))
            {
                FollowChanges.Take(row!, text, place);
            }

            await AddAsync(db, follow, [.. beside.Where(b => b.Row is null).Select(b => (b.Place - 1, b.Text!))], cancel);
            (follow.SeenChange, follow.Revision) = (await LastChangeAsync(db, cancel), follow.Revision + 1);
            return Outcome.Done(id);
        }, cancel);
    }

    /// <summary>Puts a followed review away, or takes it up again. Nothing of it is lost.</summary>
    public static Task<Outcome> SetClosedAsync(Rooms rooms, CoalitionAccess access, long id, bool isClosed, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, isClosed ? "follow-up.close" : "follow-up.open", Thing, async db =>
        {
            if (await db.FollowedReviews.SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } follow)
            {
                return Outcome.Absent;
            }

            (follow.ClosedAt, follow.Revision) = (isClosed ? rooms.Time.GetUtcNow() : null, follow.Revision + 1);
            if (isClosed)
            {
                // A guest sees the draft and nothing of the review: with the review put away, nobody writes into its drafts either.
                await db.ActionVersions.Where(v => v.FollowId == id && v.Kind == ActionVersion.Joint && v.ClosedAt == null).ExecuteUpdateAsync(v => v.SetProperty(x => x.ClosedAt, follow.ClosedAt), cancel);
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>Says which cluster works on recommendations; null for anybody.</summary>
    /// <param name="rows">Their ids.</param>
    public static Task<Outcome> SetDutyAsync(Rooms rooms, CoalitionAccess access, long id, IReadOnlyList<long> rows, long? clusterId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "follow-up.duty", Thing, async db =>
        {
            if (rows.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "chosen");
            }

            if (clusterId is { } cluster && !await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel))
            {
                return Outcome.Not(Refusal.Unknown, "cluster");
            }

            var found = await db.FollowedRecommendations.Where(r => r.FollowId == id && rows.Contains(r.Id)).ToListAsync(cancel);
            found.ForEach(r => (r.DutyClusterId, r.Revision) = (clusterId, r.Revision + 1));
            return found.Count == rows.Count ? Outcome.Done(id) : Outcome.Absent;
        }, cancel);

    /// <summary>Null where there is no such followed review for this person.</summary>
    public static async Task<FollowedReview?> FindAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) ? await db.FollowedReviews.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel) : null;
    }

    internal static async Task<long> LastChangeAsync(OpenUprDb db, CancellationToken cancel) => await db.Changes.MaxAsync(c => (long?)c.Sequence, cancel) ?? 0;

    private static async Task AddAsync(OpenUprDb db, FollowedReview follow, IReadOnlyList<(int Index, ReviewText Text)> texts, CancellationToken cancel)
    {
        var id = texts.Count == 0 ? 0 : await db.TakeIdsAsync(Counters.FollowedRecommendations, texts.Count, cancel);
        foreach (var (i, (index, text)) in texts.Index())
        {
            var row = new FollowedRecommendation { Id = id + i, CoalitionId = follow.CoalitionId, FollowId = follow.Id, Text = text.First.Text, States = "", Issues = "", Goals = "" };
            FollowChanges.Take(row, text, index + 1);
            db.FollowedRecommendations.Add(row);
        }
    }
}
