using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Consultations;

/// <summary>Regular meetings with the government, and with the national human rights institution as a way to it (requirements E6, E7).</summary>
public static class GovernmentMeetings
{
    private const string Thing = "government-meeting";

    /// <summary>Months between two meetings, at most.</summary>
    private const int MostMonths = 24;

    /// <summary>Those to come first, the next one on top; then those that were held.</summary>
    public static async Task<IReadOnlyList<GovernmentMeeting>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return [.. (await db.GovernmentMeetings.AsNoTracking().ToListAsync(cancel)).OrderBy(m => m.HeldOn is not null).ThenBy(m => m.HeldOn is null ? m.On.DayNumber : -m.On.DayNumber)];
    }

    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, string? title, string? with, string? on, string? every, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "government-meeting.add", Thing, async db =>
        {
            var fields = new Fields();
            var row = new GovernmentMeeting { CoalitionId = access.CoalitionId, Title = fields.Required("title", title), With = fields.OneOf("with", with, ConsultationCodes.Partners), On = fields.RequiredDay("on", on), AuthorId = access.MemberId };
            row.EveryMonths = (int?)fields.Number("every", every, 1, MostMonths);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            row.Id = await db.TakeIdsAsync(Counters.GovernmentMeetings, 1, cancel);
            db.GovernmentMeetings.Add(row);
            return Outcome.Done(row.Id);
        }, cancel);

    /// <summary>Notes that it was held and what came of it; one that comes back regularly is put down anew.</summary>
    public static Task<Outcome> HeldAsync(Rooms rooms, CoalitionAccess access, long id, string? note, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "government-meeting.held", Thing, async db =>
        {
            if (await db.GovernmentMeetings.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            if (row.HeldOn is not null)
            {
                return Outcome.Not(Refusal.Closed);
            }

            var fields = new Fields();
            (row.HeldOn, row.Note) = (rooms.Today, fields.Optional("note", note, Fields.Note));
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (row.EveryMonths is { } months)
            {
                db.GovernmentMeetings.Add(new GovernmentMeeting
                {
                    Id = await db.TakeIdsAsync(Counters.GovernmentMeetings, 1, cancel), CoalitionId = access.CoalitionId, Title = row.Title, With = row.With, On = row.On.AddMonths(months), EveryMonths = months, AuthorId = access.MemberId,
                });
            }

            return Outcome.Done(id);
        }, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "government-meeting.remove", Thing, async db =>
        {
            if (await db.GovernmentMeetings.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            // What was asked and learnt at it stays with its recommendation.
            (await db.LobbySteps.Where(s => s.MeetingId == id).ToListAsync(cancel)).ForEach(s => s.MeetingId = null);
            db.GovernmentMeetings.Remove(row);
            return Outcome.Done(id);
        }, cancel);
}
