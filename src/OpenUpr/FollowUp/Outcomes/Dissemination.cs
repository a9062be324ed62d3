using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>A line of the plan as typed.</summary>
/// <param name="Due">2026-11-22; empty for none.</param>
public sealed record DisseminationWish(string? Audience, string? Whom, string? What, string? Language, string? Due);

/// <summary>The plan by which the outcome is made known: who gets what in which language (requirement J8; post-UPR consultation toolkit, "Dissemination of the UPR outcome").</summary>
public static class Dissemination
{
    /// <summary>Media, the public and those the review is about, State bodies.</summary>
    public static IReadOnlyList<string> Audiences { get; } = ["media", "public", "state"];

    /// <summary>Lines of one plan.</summary>
    public const int Most = 300;

    /// <summary>What is open first, by its day; then what is done.</summary>
    public static async Task<IReadOnlyList<DisseminationStep>> ListAsync(Store store, CoalitionAccess access, long followId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer)
            ? [.. (await db.DisseminationSteps.AsNoTracking().Where(s => s.FollowId == followId).ToListAsync(cancel)).OrderBy(s => s.DoneOn is not null).ThenBy(s => s.DueOn ?? DateOnly.MaxValue).ThenBy(s => s.Id)] : [];
    }

    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long followId, DisseminationWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.disseminate", Follows.Thing, async db =>
        {
            var fields = new Fields();
            var step = new DisseminationStep
            {
                CoalitionId = access.CoalitionId, FollowId = followId, Audience = fields.OneOf("audience", wish.Audience, [.. Audiences]), Whom = fields.Required("whom", wish.Whom), What = fields.Required("what", wish.What),
                Language = Translations.Tag(fields, wish.Language), DueOn = fields.Day("due", wish.Due), AuthorId = access.MemberId,
            };
            if (!await db.FollowedReviews.AnyAsync(f => f.Id == followId && f.ClosedAt == null, cancel))
            {
                return Outcome.Absent;
            }

            if ((fields.Wrong ?? (await db.DisseminationSteps.CountAsync(s => s.FollowId == followId, cancel) >= Most ? Outcome.Not(Refusal.TooMany, "whom") : null)) is { } wrong)
            {
                return wrong;
            }

            step.Id = await db.TakeIdsAsync(Counters.DisseminationSteps, 1, cancel);
            db.DisseminationSteps.Add(step);
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Notes that it was done today, or that it was not after all.</summary>
    public static Task<Outcome> SetDoneAsync(Rooms rooms, CoalitionAccess access, long followId, long id, bool isDone, CancellationToken cancel) =>
        ChangeAsync(rooms, access, "follow-up.disseminated", followId, id, (_, step) => step.DoneOn = isDone ? step.DoneOn ?? rooms.Today : null, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel) =>
        ChangeAsync(rooms, access, "follow-up.disseminate-remove", followId, id, (db, step) => db.DisseminationSteps.Remove(step), cancel);

    private static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, string deed, long followId, long id, Action<OpenUprDb, DisseminationStep> change, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, Follows.Thing, async db =>
        {
            if (await db.DisseminationSteps.SingleOrDefaultAsync(s => s.Id == id && s.FollowId == followId, cancel) is not { } step || await db.FollowedReviews.AnyAsync(f => f.Id == followId && f.ClosedAt != null, cancel))
            {
                return Outcome.Absent;
            }

            change(db, step);
            return Outcome.Done(followId);
        }, cancel);
}
