using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>Comments on drafts.</summary>
public static class DraftComments
{
    /// <summary>Comments on one draft.</summary>
    public const int Most = 500;

    /// <param name="number">The version that the person read.</param>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long draftId, int number, string? text, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "draft.comment", DraftRows.Thing, async db =>
        {
            if (await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var typed = fields.Required("comment", text, Fields.Note);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (await db.DraftComments.CountAsync(c => c.DraftId == draftId, cancel) >= Most)
            {
                return Outcome.Not(Refusal.TooMany, "comment");
            }

            db.DraftComments.Add(new DraftComment
            {
                Id = await db.TakeIdsAsync(Counters.DraftComments, 1, cancel), CoalitionId = access.CoalitionId, ClusterId = draft.ClusterId, DraftId = draftId, Number = Math.Clamp(number, 1, draft.Number), Text = typed, AuthorId = access.MemberId, At = rooms.Time.GetUtcNow(),
            });
            return Outcome.Done(draftId);
        }, cancel);

    /// <summary>Says that a comment is settled, or that it is not after all. Whoever may write, or wrote the comment.</summary>
    public static Task<Outcome> SettleAsync(Rooms rooms, CoalitionAccess access, long draftId, long id, bool isSettled, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "draft.settle", DraftRows.Thing, async db =>
        {
            var draft = await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == draftId, cancel);
            if (draft is null || await db.DraftComments.SingleOrDefaultAsync(c => c.Id == id && c.DraftId == draftId, cancel) is not { } comment
                || !(comment.AuthorId == access.MemberId || (await DraftRows.RoleAsync(db, access, draft, cancel)).MayWrite))
            {
                return Outcome.Absent;
            }

            (comment.SettledAt, comment.SettledById) = (isSettled ? rooms.Time.GetUtcNow() : null, isSettled ? access.MemberId : null);
            return Outcome.Done(draftId);
        }, cancel);
}
