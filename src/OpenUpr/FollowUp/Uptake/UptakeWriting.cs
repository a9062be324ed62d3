using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>What a person says of a draft.</summary>
/// <param name="RowId">The followed recommendation; null where nobody took the draft up.</param>
/// <param name="Verdict">confirmed, refused or none; null takes back what was said.</param>
/// <param name="Revision">What the person had before them; 0 where nobody had spoken.</param>
/// <param name="Score">What the program had proposed; null for nothing.</param>
public sealed record UptakeWish(long DraftId, long? RowId, string? Verdict, int Revision, double? Score = null, string? Note = null);

/// <summary>The program proposes and a person says what became of a draft; that can be taken back.</summary>
public static class UptakeWriting
{
    /// <summary>Verdicts that one form holds at most.</summary>
    public const int AtOnce = 500;

    /// <summary>Stores what a person said. A wish about which somebody else spoke meanwhile refuses the whole form.</summary>
    public static Task<Outcome> SayAsync(Rooms rooms, CoalitionAccess access, long followId, IReadOnlyList<UptakeWish> wishes, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.uptake", Follows.Thing, async db =>
        {
            if (await db.FollowedReviews.AsNoTracking().SingleOrDefaultAsync(f => f.Id == followId, cancel) is not { } follow)
            {
                return Outcome.Absent;
            }

            if (follow.ClosedAt is not null || wishes.Count is 0 or > AtOnce)
            {
                return Outcome.Not(follow.ClosedAt is not null ? Refusal.Closed : wishes.Count == 0 ? Refusal.Empty : Refusal.TooMany);
            }

            long[] ids = [.. wishes.Select(w => w.DraftId).Distinct()], rows = [.. wishes.Select(w => w.RowId).OfType<long>().Distinct()];
            var drafts = await DayMatcher.Of(db, follow.PlanId).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
            if (drafts.Count != ids.Length || await db.FollowedRecommendations.CountAsync(r => r.FollowId == followId && rows.Contains(r.Id), cancel) != rows.Length)
            {
                return Outcome.Absent;
            }

            var known = await db.UptakeMatches.Where(m => m.FollowId == followId && ids.Contains(m.DraftId)).ToListAsync(cancel);
            foreach (var wish in wishes)
            {
                if (await SayAsync(rooms, db, access, follow, drafts[wish.DraftId], known, wish, cancel) is { } refused)
                {
                    return refused;
                }
            }

            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Confirms of every draft about which nobody has spoken the likeliest recommendation, where that is sure. Refused as empty where none is.</summary>
    public static async Task<Outcome> ConfirmSureAsync(Rooms rooms, UptakeMatcher matcher, CoalitionAccess access, long followId, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Contributor) || await UptakeReading.ReadAsync(rooms.Store, matcher, access, followId, null, cancel) is not { } view)
        {
            return Outcome.Absent;
        }

        var sure = view.Sure.Select(d => new UptakeWish(d.Draft.Id, d.Proposals[0].Row.Row.Id, UptakeMatch.Confirmed, 0, d.Proposals[0].Confidence)).Take(AtOnce).ToList();
        return await SayAsync(rooms, access, followId, sure, cancel);
    }

    private static async Task<Outcome?> SayAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, FollowedReview follow, DraftRecommendation draft, List<UptakeMatch> known, UptakeWish wish, CancellationToken cancel)
    {
        var fields = new Fields();
        var note = fields.Optional("note", wish.Note, Fields.Note);
        var match = known.Find(m => m.DraftId == wish.DraftId && m.RowId == wish.RowId);
        if (fields.Wrong is { } wrong)
        {
            return wrong;
        }

        if ((match?.Revision ?? 0) != wish.Revision)
        {
            // Sent twice, or said by two: nobody is overwritten.
            return match is not null && match.Verdict == wish.Verdict && match.Note == note ? null : Outcome.Not(Refusal.Conflict);
        }

        if (wish.Verdict is null)
        {
            Remove(db, known, match);
            return null;
        }

        if (wish.Verdict is not (UptakeMatch.Confirmed or UptakeMatch.Refused or UptakeMatch.Nobody) || (wish.Verdict == UptakeMatch.Nobody) != (wish.RowId is null))
        {
            return Outcome.Not(Refusal.Unknown);
        }

        if (match is null)
        {
            match = new UptakeMatch { Id = await db.TakeIdsAsync(Counters.UptakeMatches, 1, cancel), CoalitionId = access.CoalitionId, ClusterId = draft.ClusterId, FollowId = follow.Id, DraftId = draft.Id, RowId = wish.RowId, Verdict = wish.Verdict, Score = wish.Score };
            db.UptakeMatches.Add(match);
            known.Add(match);
        }

        (match.Verdict, match.Note, match.AuthorId, match.At, match.Revision) = (wish.Verdict, note, access.MemberId, rooms.Time.GetUtcNow(), match.Revision + 1);
        if (wish.Verdict != UptakeMatch.Refused)
        {
            // "Nobody" and "this one" cannot both be true; the later word holds.
            known.FindAll(m => m != match && m.DraftId == draft.Id && m.Verdict == (wish.Verdict == UptakeMatch.Nobody ? UptakeMatch.Confirmed : UptakeMatch.Nobody)).ForEach(m => Remove(db, known, m));
        }

        return null;
    }

    private static void Remove(OpenUprDb db, List<UptakeMatch> known, UptakeMatch? match)
    {
        if (match is not null)
        {
            db.UptakeMatches.Remove(match);
            known.Remove(match);
        }
    }
}
