using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>Kinds of things that happened in the room.</summary>
public enum ChangeKind
{
    MinutesSent,
    TermsAdopted,
    OrganisationJoined,
    PersonJoined,
    DecisionDone,
    HandedOver,
}

/// <summary>Something that happened.</summary>
public sealed record RoomChange(ChangeKind Kind, string? What, DateTimeOffset At, string Path);

/// <summary>A meeting that is to come.</summary>
public sealed record NextMeeting(long Id, string Title, DateTimeOffset StartsAt);

/// <summary>What a coalition's home answers: what is due, what waits for me, what changed, how far we are.</summary>
/// <param name="Due">Open decisions with a day, late ones first.</param>
/// <param name="Mine">Decisions that wait for this person.</param>
/// <param name="UnseenMinutes">Minutes that went round and that this person has not seen.</param>
/// <param name="NewTerms">The version of the terms that this person has not accepted yet; null where they have.</param>
/// <param name="Waiting">For the secretariat: people who wait or whose invitation waits.</param>
/// <param name="Inbox">Cases that were sent in and not looked at.</param>
public sealed record HomeView(
    IReadOnlyList<DecisionRow> Due, NextMeeting? Next, IReadOnlyList<DecisionRow> Mine, IReadOnlyList<NextMeeting> UnseenMinutes, int? NewTerms,
    IReadOnlyList<PersonRow> Waiting, int Inbox, IReadOnlyList<RoomChange> Changes, Progress Progress);

/// <summary>How far the coalition is, in what is stored.</summary>
/// <param name="Accepted">People who accepted the newest terms, of those who are in.</param>
public sealed record Progress(int Organisations, int People, int Accepted, int DecisionsDone, int Decisions, IReadOnlyList<ClusterRow> Clusters);

/// <summary>Reads a coalition's home.</summary>
public static class RoomHome
{
    private const int MaxChanges = 8;

    public static async Task<HomeView> ReadAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        var store = rooms.Store;
        await using var db = store.Open(access);
        var open = await Decisions.OpenAsync(store, access, cancel);
        var people = await People.ListAsync(store, access, cancel);
        var meetings = await db.Meetings.AsNoTracking().Select(m => new { m.Id, m.Title, m.StartsAt, m.CirculatedAt }).ToListAsync(cancel);
        var seen = await db.Attendances.Where(a => a.MemberId == access.MemberId && a.SeenMinutesAt != null).Select(a => a.MeetingId).ToListAsync(cancel);
        var newest = await db.Terms.MaxAsync(t => (int?)t.Number, cancel);
        var me = people.FirstOrDefault(p => p.Id == access.MemberId);
        var now = rooms.Time.GetUtcNow();
        return new HomeView(
            [.. open.Where(d => d.Decision.DueOn is not null)],
            meetings.Where(m => m.StartsAt >= now).OrderBy(m => m.StartsAt).Select(m => new NextMeeting(m.Id, m.Title, m.StartsAt)).FirstOrDefault(),
            [.. open.Where(d => d.Decision.OwnerId == access.MemberId)],
            [.. meetings.Where(m => m.CirculatedAt is not null && !seen.Contains(m.Id)).OrderByDescending(m => m.StartsAt).Select(m => new NextMeeting(m.Id, m.Title, m.StartsAt))],
            me?.TermsNumber < newest ? newest : null,
            access.Is(CoalitionRole.Secretariat) ? [.. people.Where(p => p.IsWaiting)] : [],
            access.Is(CoalitionRole.Editor) ? await db.EvidenceCases.CountAsync(c => c.State == EvidenceCase.Inbox && c.TrashedAt == null, cancel) : 0,
            await ChangesAsync(db, people, cancel),
            await ProgressAsync(store, access, db, people, newest, cancel));
    }

    private static async Task<IReadOnlyList<RoomChange>> ChangesAsync(OpenUprDb db, IReadOnlyList<PersonRow> people, CancellationToken cancel)
    {
        var changes = new List<RoomChange>();
        changes.AddRange((await db.Meetings.Where(m => m.CirculatedAt != null).Select(m => new { m.Id, m.Title, m.CirculatedAt }).ToListAsync(cancel)).Select(m => new RoomChange(ChangeKind.MinutesSent, m.Title, m.CirculatedAt!.Value, $"/meetings/{m.Id}")));
        changes.AddRange((await db.Terms.Select(t => new { t.Number, t.AdoptedAt }).ToListAsync(cancel)).Select(t => new RoomChange(ChangeKind.TermsAdopted, $"{t.Number}", t.AdoptedAt, $"/terms?version={t.Number}")));
        changes.AddRange((await db.Organisations.Where(o => o.JoinedOn != null).Select(o => new { o.Id, o.Name, o.JoinedOn }).ToListAsync(cancel)).Select(o => new RoomChange(ChangeKind.OrganisationJoined, o.Name, new DateTimeOffset(o.JoinedOn!.Value, default, default), $"/organisations/{o.Id}")));
        changes.AddRange(people.Where(p => !p.IsWaiting && p.LeftAt is null).Select(p => new RoomChange(ChangeKind.PersonJoined, p.Name, p.JoinedAt, $"/people/{p.Id}")));
        changes.AddRange((await db.Decisions.Where(d => d.DoneAt != null).Select(d => new { d.MeetingId, d.Text, d.DoneAt }).ToListAsync(cancel)).Select(d => new RoomChange(ChangeKind.DecisionDone, d.Text, d.DoneAt!.Value, $"/meetings/{d.MeetingId}")));
        changes.AddRange((await db.SecretariatTerms.Where(t => t.HandedOverAt != null).Select(t => t.HandedOverAt!.Value).ToListAsync(cancel)).Select(at => new RoomChange(ChangeKind.HandedOver, null, at, "/secretariat")));
        return [.. changes.OrderByDescending(c => c.At).Take(MaxChanges)];
    }

    private static async Task<Progress> ProgressAsync(Store store, CoalitionAccess access, OpenUprDb db, IReadOnlyList<PersonRow> people, int? newest, CancellationToken cancel)
    {
        var inside = people.Where(p => p.LeftAt is null && p.Role > CoalitionRole.Guest).ToList();
        return new Progress(
            await db.Organisations.CountAsync(o => o.LeftOn == null, cancel), inside.Count, inside.Count(p => p.TermsNumber == newest),
            await db.Decisions.CountAsync(d => d.DoneAt != null, cancel), await db.Decisions.CountAsync(cancel), [.. (await Clusters.ListAsync(store, access, cancel)).Where(c => c.Cluster.EndedAt is null)]);
    }
}
