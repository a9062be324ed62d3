using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>What the State said of one that was pending, as typed.</summary>
/// <param name="On">2026-11-22.</param>
public sealed record SaidWish(long FollowedId, string? Position, string? On, string? Source);

/// <summary>A recommendation whose position is another one after the adoption than in the report.</summary>
public sealed record PositionChange(BoardRow Row, string Before, string After);

/// <summary>
/// The adoption of a review's outcome: every recommendation that is pending is settled by it. What the State says until then is entered with its source or taken over from the database; one of
/// which it says nothing counts as noted (<see cref="SettledPosition.LeftPending"/>). What the database says later stands above both.
/// </summary>
public static class Adoptions
{
    /// <summary>Enters what the State said of one that the database has as pending; a later word takes the place of an earlier one.</summary>
    public static Task<Outcome> SayAsync(Rooms rooms, CoalitionAccess access, long followId, SaidWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.said", Follows.Thing, async db =>
        {
            var (row, refused) = await PositionWriting.RowAsync(db, access, followId, wish.FollowedId, cancel);
            if (refused is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var (position, on, source) = (fields.OneOf("said", wish.Position, [.. EntryFields.Answers]), fields.RequiredDay("on", wish.On), fields.Optional("source", wish.Source));
            if ((fields.Wrong ?? (row!.Position is not (null or BoardRow.Pending) ? Outcome.Not(Refusal.Closed, "said") : null)) is { } wrong)
            {
                return wrong;
            }

            var settled = await db.SettledPositions.SingleOrDefaultAsync(p => p.FollowedId == row!.Id, cancel);
            if (settled is null)
            {
                settled = new SettledPosition { Id = await db.TakeIdsAsync(Counters.SettledPositions, 1, cancel), CoalitionId = access.CoalitionId, FollowId = followId, FollowedId = row!.Id, Position = position, Rule = SettledPosition.Said };
                db.SettledPositions.Add(settled);
            }

            (settled.Position, settled.Rule, settled.On, settled.Source, settled.AuthorId) = (position, SettledPosition.Said, on, source, access.MemberId);
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Settles everything that is still pending on the day of the adoption: it counts as noted from then on.</summary>
    public static Task<Outcome> SettleAsync(Rooms rooms, CoalitionAccess access, long followId, string? on, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "follow-up.settle", Follows.Thing, async db =>
        {
            if (await db.FollowedReviews.AsNoTracking().SingleOrDefaultAsync(f => f.Id == followId, cancel) is not { } review)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var day = fields.RequiredDay("on", on);
            if ((fields.Wrong ?? (review.ClosedAt is not null || await db.AdoptionDays.AnyAsync(a => a.FollowId == followId, cancel) ? Outcome.Not(Refusal.Closed, "on") : null)) is { } wrong)
            {
                return wrong;
            }

            if (day > rooms.Today)
            {
                return Outcome.Not(Refusal.NoDate, "on");
            }

            db.AdoptionDays.Add(new AdoptionDay { Id = await db.TakeIdsAsync(Counters.AdoptionDays, 1, cancel), CoalitionId = access.CoalitionId, FollowId = followId, On = day, AuthorId = access.MemberId, SettledAt = rooms.Time.GetUtcNow() });
            var left = await db.FollowedRecommendations.Where(r => r.FollowId == followId && (r.Position == null || r.Position == BoardRow.Pending) && !db.SettledPositions.Any(p => p.FollowedId == r.Id)).Select(r => r.Id).ToListAsync(cancel);
            var id = left.Count == 0 ? 0 : await db.TakeIdsAsync(Counters.SettledPositions, left.Count, cancel);
            db.SettledPositions.AddRange(left.Select((row, i) => new SettledPosition
            {
                Id = id + i, CoalitionId = access.CoalitionId, FollowId = followId, FollowedId = row, Position = "noted", Rule = SettledPosition.LeftPending, On = day, AuthorId = access.MemberId,
            }));
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Takes the settling back: what was left pending is pending again; what the State said stays.</summary>
    public static Task<Outcome> TakeBackAsync(Rooms rooms, CoalitionAccess access, long followId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "follow-up.unsettle", Follows.Thing, async db =>
        {
            if (await db.AdoptionDays.SingleOrDefaultAsync(a => a.FollowId == followId, cancel) is not { } day)
            {
                return Outcome.Absent;
            }

            db.AdoptionDays.Remove(day);
            db.SettledPositions.RemoveRange(await db.SettledPositions.Where(p => p.FollowId == followId && p.Rule == SettledPosition.LeftPending).ToListAsync(cancel));
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>What changed between the report and now, in the order of the report.</summary>
    public static IReadOnlyList<PositionChange> Changes(BoardView board) => [.. board.Rows.Where(r => r.First != r.Position).Select(r => new PositionChange(r, r.First, r.Position))];
}
