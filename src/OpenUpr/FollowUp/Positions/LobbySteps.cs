using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>A step, as typed.</summary>
/// <param name="On">2026-11-22.</param>
/// <param name="Says">supported, partly, noted or pending; empty for nothing about it.</param>
public sealed record LobbyWish(string? On, string? Whom, string? Asked, string? Result, string? Says, long? MeetingId, long? ContactId);

/// <summary>What was asked about recommendations, of whom, and what came of it: each on its day, so that changes of position have one.</summary>
public static class LobbySteps
{
    /// <summary>What a State is said to do; pending is among them, since it may say that it has not decided.</summary>
    public static IReadOnlyList<string> Answers { get; } = [.. EntryFields.Answers, BoardRow.Pending];

    /// <summary>Steps of one recommendation.</summary>
    public const int Most = 200;

    /// <summary>Recommendations that one step is about at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Adds a step to each of the recommendations; all or none.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long followId, IReadOnlyList<long> rows, LobbyWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.step", Follows.Thing, async db =>
        {
            var fields = new Fields();
            var step = new LobbyStep
            {
                CoalitionId = access.CoalitionId, FollowId = followId, On = fields.RequiredDay("on", wish.On), Whom = fields.Optional("whom", wish.Whom), Asked = fields.Optional("asked", wish.Asked, Fields.Note),
                Result = fields.Optional("result", wish.Result, Fields.Note), Says = string.IsNullOrEmpty(wish.Says) ? null : fields.OneOf("says", wish.Says, [.. Answers]), MeetingId = wish.MeetingId, ContactId = wish.ContactId,
                AuthorId = access.MemberId, AddedAt = rooms.Time.GetUtcNow(),
            };
            if ((fields.Wrong ?? await WrongAsync(db, step, rows, cancel)) is { } wrong)
            {
                return wrong;
            }

            var id = await db.TakeIdsAsync(Counters.LobbySteps, rows.Count, cancel);
            foreach (var (i, row) in rows.Index())
            {
                if ((await PositionWriting.RowAsync(db, access, followId, row, cancel)).Refused is { } no)
                {
                    return no;
                }

                db.LobbySteps.Add(new LobbyStep
                {
                    Id = id + i, CoalitionId = step.CoalitionId, FollowId = followId, FollowedId = row, On = step.On, Whom = step.Whom, Asked = step.Asked, Result = step.Result, Says = step.Says, MeetingId = step.MeetingId,
                    ContactId = step.ContactId, AuthorId = step.AuthorId, AddedAt = step.AddedAt,
                });
            }

            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Takes a step away; whoever wrote it, or an editor.</summary>
    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.step-remove", Follows.Thing, async db =>
        {
            if (await db.LobbySteps.SingleOrDefaultAsync(s => s.Id == id && s.FollowId == followId, cancel) is not { } step || !(access.Is(CoalitionRole.Editor) || step.AuthorId == access.MemberId))
            {
                return Outcome.Absent;
            }

            db.LobbySteps.Remove(step);
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>What was asked and learnt at meetings with the government, by the meeting, each with the number of its recommendation.</summary>
    public static async Task<ILookup<long, (LobbyStep Step, string? Number)>> OfMeetingsAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var found = await (
            from s in db.LobbySteps.AsNoTracking()
            join r in db.FollowedRecommendations on s.FollowedId equals r.Id
            where s.MeetingId != null
            orderby r.FollowId, r.Place, s.Id
            select new { Step = s, r.Number }).ToListAsync(cancel);
        return found.ToLookup(f => f.Step.MeetingId!.Value, (LobbyStep Step, string? Number) (f) => (f.Step, f.Number));
    }

    private static async Task<Outcome?> WrongAsync(OpenUprDb db, LobbyStep step, IReadOnlyList<long> rows, CancellationToken cancel) => rows switch
    {
        { Count: 0 } => Outcome.Not(Refusal.Empty, "chosen"),
        { Count: > MostAtOnce } => Outcome.Not(Refusal.TooMany, "chosen"),
        _ when step is { Asked: null, Result: null, Says: null } => Outcome.Not(Refusal.Empty, "result"),
        _ when step.MeetingId is { } meeting && !await db.GovernmentMeetings.AnyAsync(m => m.Id == meeting, cancel) => Outcome.Not(Refusal.Unknown, "meeting"),
        _ when step.ContactId is { } contact && !await db.Contacts.AnyAsync(c => c.Id == contact, cancel) => Outcome.Not(Refusal.Unknown, "contact"),
        _ => (await db.LobbySteps.Where(s => rows.Contains(s.FollowedId)).GroupBy(s => s.FollowedId).Select(g => g.Count()).ToListAsync(cancel)).Any(c => c >= Most) ? Outcome.Not(Refusal.TooMany, "on") : null,
    };
}
