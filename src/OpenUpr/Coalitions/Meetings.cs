using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A meeting, as typed.</summary>
/// <param name="StartsAt">As forms send it: 2026-11-22T16:00, in Coordinated Universal Time.</param>
/// <param name="Revision">The one that the writer had before them; null for a new meeting.</param>
public sealed record MeetingWish(string? Title, string? StartsAt, string? Venue, long? HostId, long? ClusterId, string? Agenda, string? Minutes, int? Revision);

/// <summary>Somebody of the coalition at a meeting.</summary>
/// <param name="Kind">present, apologies or absent; null where nothing is noted.</param>
public sealed record AttendanceRow(long MemberId, string? Name, string? Kind, DateTimeOffset? SeenAt);

/// <summary>A decision and who does it.</summary>
public sealed record DecisionRow(Decision Decision, string? Owner, string? Meeting);

/// <summary>A meeting with all that belongs to it.</summary>
/// <param name="HasSeen">Whether the reader said that they have seen the minutes.</param>
public sealed record MeetingView(Meeting Meeting, string? Host, string? Cluster, IReadOnlyList<DecisionRow> Decisions, IReadOnlyList<AttendanceRow> People, bool HasSeen);

/// <summary>An organisation and when it last received the others; null for never.</summary>
public sealed record HostRow(long Id, string Name, DateTimeOffset? LastAt);

/// <summary>Meetings with agenda, minutes, attendance and circulation (requirement D5).</summary>
public static class Meetings
{
    public const string Thing = "meetings";

    /// <summary>Meetings on a page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>Of somebody who saw the minutes and of whom nobody noted whether they were there.</summary>
    private const string NotNoted = "";

    public static IReadOnlyList<string> Kinds { get; } = [Attendance.Present, Attendance.Apologies, Attendance.Absent];

    /// <summary>Those that the person may see, the latest first, one more than a page where there are earlier ones.</summary>
    /// <param name="page">From 1.</param>
    public static async Task<IReadOnlyList<Meeting>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel, int page = 1)
    {
        await using var db = store.Open(access);
        return await db.Meetings.AsNoTracking().OrderByDescending(m => m.StartsAt).ThenByDescending(m => m.Id).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
    }

    /// <summary>Null where there is no such meeting for this person.</summary>
    public static async Task<MeetingView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } meeting)
        {
            return null;
        }

        var host = await db.Organisations.Where(o => o.Id == meeting.HostId).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        var cluster = await db.Clusters.Where(c => c.Id == meeting.ClusterId).Select(c => c.Name).SingleOrDefaultAsync(cancel);
        var notes = await db.Attendances.AsNoTracking().Where(a => a.MeetingId == id).ToListAsync(cancel);
        var expected = await db.Memberships.Where(p => p.CoalitionId == access.CoalitionId && p.Role != "guest" && p.LeftAt == null
            && (meeting.ClusterId == null || db.ClusterMembers.Any(c => c.ClusterId == meeting.ClusterId && c.MemberId == p.Id))).Select(p => p.Id).ToListAsync(cancel);
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var people = expected.Union(notes.Select(n => n.MemberId)).Where(names.ContainsKey)
            .Select(m => notes.FirstOrDefault(n => n.MemberId == m) is { } note ? new AttendanceRow(m, names[m], note.Kind == NotNoted ? null : note.Kind, note.SeenMinutesAt) : new AttendanceRow(m, names[m], null, null))
            .OrderBy(a => a.Name, StringComparer.CurrentCulture).ToList();
        var decisions = (await db.Decisions.AsNoTracking().Where(d => d.MeetingId == id).OrderBy(d => d.Id).ToListAsync(cancel)).Select(d => new DecisionRow(d, d.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, null)).ToList();
        return new MeetingView(meeting, host, cluster, decisions, people, people.Any(p => p.MemberId == access.MemberId && p.SeenAt is not null));
    }

    /// <summary>Adds a meeting, or changes one. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, MeetingWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, id is null ? "meeting.add" : "meeting.change", "meeting", async db =>
        {
            var meeting = id is null ? new Meeting { CoalitionId = access.CoalitionId, Title = "", AuthorId = access.MemberId } : await db.Meetings.SingleOrDefaultAsync(m => m.Id == id, cancel);
            if (meeting is null || !MayChange(access, meeting))
            {
                return Outcome.Absent;
            }

            if (id is not null && meeting.Revision != wish.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            Fill(meeting, wish, fields);
            meeting.HostId = wish.HostId is not { } host ? null : await db.Organisations.AnyAsync(o => o.Id == host, cancel) ? host : fields.Refuse<long?>(Refusal.Unknown, "host", null);
            if (id is null)
            {
                // A meeting stays with its cluster: moving it would open what was said behind a closed door.
                meeting.ClusterId = wish.ClusterId is not { } cluster ? null : await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel) ? cluster : fields.Refuse<long?>(Refusal.Unknown, "cluster", null);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            meeting.Revision++;
            if (id is null)
            {
                meeting.Id = await db.TakeIdsAsync(Counters.Meetings, 1, cancel);
                db.Meetings.Add(meeting);
            }

            return Outcome.Done(meeting.Id);
        }, cancel);

    /// <summary>Sends the minutes round: from now on everybody is asked to read them. Sending them again asks everybody again.</summary>
    public static Task<Outcome> CirculateAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "meeting.circulate", async (db, meeting) =>
        {
            if (meeting.Minutes is null)
            {
                return Outcome.Not(Refusal.NoMinutes);
            }

            meeting.CirculatedAt = rooms.Time.GetUtcNow();
            foreach (var note in await db.Attendances.Where(a => a.MeetingId == id).ToListAsync(cancel))
            {
                note.SeenMinutesAt = null;
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>The person says that they have seen the minutes.</summary>
    public static Task<Outcome> SeenAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Observer, "meeting.seen", "meeting", async db =>
        {
            if (access.MemberId is not { } me || await db.Meetings.SingleOrDefaultAsync(m => m.Id == id && m.CirculatedAt != null, cancel) is not { } meeting)
            {
                return Outcome.Absent;
            }

            (await NoteAsync(db, access, meeting, me, cancel)).SeenMinutesAt = rooms.Time.GetUtcNow();
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Notes who was there.</summary>
    /// <param name="kind">present, apologies or absent.</param>
    public static Task<Outcome> SetAttendanceAsync(Rooms rooms, CoalitionAccess access, long id, IReadOnlyDictionary<long, string> kinds, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "meeting.attendance", async (db, meeting) =>
        {
            foreach (var (member, kind) in kinds)
            {
                if (!Kinds.Contains(kind) || !await db.Members.AnyAsync(m => m.Id == member, cancel))
                {
                    return Outcome.Not(Refusal.Unknown, "attendance");
                }

                (await NoteAsync(db, access, meeting, member, cancel)).Kind = kind;
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>Whose turn it is to receive the others: who never did, then who did longest ago.</summary>
    public static async Task<IReadOnlyList<HostRow>> HostsAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var last = (await db.Meetings.Where(m => m.HostId != null).Select(m => new { m.HostId, m.StartsAt }).ToListAsync(cancel)).GroupBy(m => m.HostId!.Value).ToDictionary(g => g.Key, g => g.Max(m => m.StartsAt));
        var organisations = await db.Organisations.Where(o => o.LeftOn == null).Select(o => new { o.Id, o.Name }).ToListAsync(cancel);
        return [.. organisations.Select(o => new HostRow(o.Id, o.Name, last.TryGetValue(o.Id, out var at) ? at : null)).OrderBy(h => h.LastAt ?? DateTimeOffset.MinValue).ThenBy(h => h.Name, StringComparer.CurrentCulture)];
    }

    internal static void Fill(Meeting meeting, MeetingWish wish, Fields fields)
    {
        meeting.Title = fields.Required("title", wish.Title);
        meeting.StartsAt = fields.Moment("starts", wish.StartsAt);
        meeting.Venue = fields.Optional("venue", wish.Venue);
        meeting.Agenda = fields.Optional("agenda", wish.Agenda, Fields.Long);
        meeting.Minutes = fields.Optional("minutes", wish.Minutes, Fields.Long);
    }

    internal static bool MayChange(CoalitionAccess access, Meeting meeting) => access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && meeting.AuthorId == access.MemberId);

    internal static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, string deed, Func<OpenUprDb, Meeting, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, "meeting", async db =>
            await db.Meetings.SingleOrDefaultAsync(m => m.Id == id, cancel) is { } meeting && MayChange(access, meeting) ? await work(db, meeting) : Outcome.Absent, cancel);

    private static async Task<Attendance> NoteAsync(OpenUprDb db, CoalitionAccess access, Meeting meeting, long member, CancellationToken cancel)
    {
        var note = await db.Attendances.SingleOrDefaultAsync(a => a.MeetingId == meeting.Id && a.MemberId == member, cancel);
        if (note is null)
        {
            note = new Attendance { Id = await db.TakeIdsAsync(Counters.Attendances, 1, cancel), CoalitionId = access.CoalitionId, ClusterId = meeting.ClusterId, MeetingId = meeting.Id, MemberId = member, Kind = NotNoted };
            db.Attendances.Add(note);
        }

        return note;
    }
}
