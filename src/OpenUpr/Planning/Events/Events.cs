using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Events;

/// <summary>An event, as typed.</summary>
/// <param name="StartsAt">As forms send it, in Coordinated Universal Time.</param>
/// <param name="Revision">The one that the writer had before them; null for a new event.</param>
public sealed record EventWish(
    string? Kind, string? Title, string? StartsAt, string? Minutes, string? Place, string? Link, string? SecondLink, string? Agenda, string? Record, string? Result, string? KeepWeeks, long? ClusterId = null, int? Revision = null, string? Group = null);

/// <summary>A line of the list.</summary>
public sealed record EventRow(CoalitionEvent Event, int Invited, int Attended);

/// <summary>Somebody on the list of an event.</summary>
/// <param name="Name">Null after the names were deleted, or where the contact is gone.</param>
public sealed record EventGuestRow(EventGuest Guest, string? Name, string? Reach, string? Organisation);

/// <summary>A turn to speak, with when it begins if all keep to their time.</summary>
public sealed record SlotRow(EventSlot Slot, string? Speaker, DateTimeOffset StartsAt);

/// <summary>How many came from where, and what they work on: what stays when names are deleted.</summary>
public sealed record GuestCount(string Body, string? Area, int Invited, int Attended);

/// <summary>An event with all that belongs to it.</summary>
public sealed record EventView(CoalitionEvent Event, IReadOnlyList<EventGuestRow> Guests, IReadOnlyList<SlotRow> Slots, IReadOnlyList<GuestCount> Counts, string? Cluster)
{
    /// <summary>From when on the names are deleted.</summary>
    public DateOnly NamesUntil => DateOnly.FromDateTime(Event.StartsAt.UtcDateTime).AddDays(7 * Event.KeepWeeks);
}

/// <summary>Events to which the coalition invites, or goes (requirements H9 to H11, I6, L13).</summary>
public static class Events
{
    internal const string Thing = "event";

    private const int MaxMinutes = 10_000;

    /// <summary>Those that the person may see, the latest first.</summary>
    public static async Task<IReadOnlyList<EventRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var rows = await db.CoalitionEvents.AsNoTracking().Select(e => new
        {
            Event = e, Invited = db.EventGuests.Count(g => g.EventId == e.Id), Attended = db.EventGuests.Count(g => g.EventId == e.Id && g.State == EventGuest.Attended),
        }).ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.Event.StartsAt).Select(r => new EventRow(r.Event, r.Invited, r.Attended))];
    }

    /// <summary>Null where there is no such event for this person.</summary>
    public static async Task<EventView?> ReadAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || await db.CoalitionEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } found)
        {
            return null;
        }

        var guests = await GuestsAsync(rooms, db, access, id, cancel);
        var slots = await db.EventSlots.AsNoTracking().Where(s => s.EventId == id).OrderBy(s => s.Number).ThenBy(s => s.Id).ToListAsync(cancel);
        var speakers = await OpenAsync(rooms, access, slots, s => s.Speaker, s => EventPlaces.OfSpeaker(s.Id), cancel);
        var (plan, at) = (new List<SlotRow>(), found.StartsAt);
        foreach (var slot in slots)
        {
            plan.Add(new SlotRow(slot, speakers.GetValueOrDefault(slot), at));
            at = at.AddSeconds(slot.Seconds);
        }

        var counts = guests.GroupBy(g => (g.Guest.Body, g.Guest.Area)).Select(g => new GuestCount(g.Key.Body, g.Key.Area, g.Count(), g.Count(r => r.Guest.State == EventGuest.Attended))).OrderByDescending(c => c.Invited).ThenBy(c => c.Body, StringComparer.Ordinal);
        return new EventView(found, guests, plan, [.. counts], await db.Clusters.Where(c => c.Id == found.ClusterId).Select(c => c.Name).SingleOrDefaultAsync(cancel));
    }

    /// <summary>Adds an event, or changes one. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, EventWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, id is null ? "event.add" : "event.change", Thing, async db =>
        {
            var row = id is null ? New(access) : await db.CoalitionEvents.SingleOrDefaultAsync(e => e.Id == id, cancel);
            if (row is null || !MayChange(access, row))
            {
                return Outcome.Absent;
            }

            if (id is not null && row.Revision != wish.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            Fill(rooms.Store, fields, row, wish);
            if (id is null && wish.ClusterId is { } cluster)
            {
                row.ClusterId = await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel) ? cluster : fields.Refuse<long?>(Refusal.Unknown, "cluster", null);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            row.Revision++;
            if (id is null)
            {
                row.Id = await db.TakeIdsAsync(Counters.CoalitionEvents, 1, cancel);
                db.CoalitionEvents.Add(row);
            }

            return Outcome.Done(row.Id);
        }, cancel);

    /// <summary>Notes which points of the list of an event are done.</summary>
    public static Task<Outcome> TickAsync(Rooms rooms, CoalitionAccess access, long id, IReadOnlyList<string> ticked, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "event.tick", (_, row) =>
        {
            row.Ticked = string.Join('\n', EventCodes.ChecklistOf(row.Kind).Where(ticked.Contains));
            return Task.FromResult(Outcome.Done(id));
        }, cancel);

    /// <summary>Deletes an event with its lists.</summary>
    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "event.remove", async (db, row) =>
        {
            db.EventGuests.RemoveRange(await db.EventGuests.Where(g => g.EventId == id).ToListAsync(cancel));
            db.EventSlots.RemoveRange(await db.EventSlots.Where(s => s.EventId == id).ToListAsync(cancel));
            db.CoalitionEvents.Remove(row);
            return Outcome.Done(id);
        }, cancel);

    internal static CoalitionEvent New(CoalitionAccess access) => new() { CoalitionId = access.CoalitionId, Kind = "", Title = "", Ticked = "", AuthorId = access.MemberId };

    internal static bool MayChange(CoalitionAccess access, CoalitionEvent row) => access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && row.AuthorId == access.MemberId);

    internal static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, string deed, Func<OpenUprDb, CoalitionEvent, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, Thing, async db =>
            await db.CoalitionEvents.SingleOrDefaultAsync(e => e.Id == id, cancel) is { } row && MayChange(access, row) ? await work(db, row) : Outcome.Absent, cancel);

    internal static void Fill(Store store, Fields fields, CoalitionEvent row, EventWish wish)
    {
        row.Kind = fields.OneOf("kind", wish.Kind, EventCodes.Kinds);
        row.Title = fields.Required("title", wish.Title);
        row.StartsAt = fields.Moment("starts", wish.StartsAt);
        row.Minutes = (int?)fields.Number("minutes", wish.Minutes, 1, MaxMinutes);
        row.Place = fields.Optional("place", wish.Place);
        row.Link = fields.Address("link", wish.Link);
        row.SecondLink = fields.Address("second", wish.SecondLink);
        row.Agenda = fields.Optional("agenda", wish.Agenda, Fields.Long);
        row.Record = fields.Optional("record", wish.Record, Fields.Long);
        row.Result = fields.Optional("result", wish.Result, Fields.Long);
        row.KeepWeeks = (int?)fields.Number("keep", wish.KeepWeeks, 0, EventCodes.MaxKeepWeeks) ?? EventCodes.UsualKeepWeeks;
        row.RegionalGroup = string.IsNullOrEmpty(wish.Group) ? row.RegionalGroup : fields.OneOf("group", wish.Group, [.. store.Reference.RegionalGroups.Select(g => g.Code)]);
    }

    private static async Task<IReadOnlyList<EventGuestRow>> GuestsAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, long id, CancellationToken cancel)
    {
        var guests = await db.EventGuests.AsNoTracking().Where(g => g.EventId == id).OrderBy(g => g.Id).ToListAsync(cancel);
        var contacts = await db.Contacts.AsNoTracking().Where(c => db.EventGuests.Any(g => g.EventId == id && g.ContactId == c.Id)).Select(c => new { c.Id, c.Name, c.Office }).ToListAsync(cancel);
        var names = await OpenAsync(rooms, access, contacts, c => c.Name, c => ContactSecrets.PlaceOfName(c.Id), cancel);
        var known = contacts.ToDictionary(c => c.Id, c => (Name: names.GetValueOrDefault(c), c.Office));
        var free = await OpenAsync(rooms, access, guests, g => g.Sealed, g => EventPlaces.OfGuest(g.Id), cancel);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return [.. guests.Select(g =>
        {
            var words = free.GetValueOrDefault(g) is { } json ? GuestWords.Parse(json) : null;
            var contact = g.ContactId is { } c && known.TryGetValue(c, out var found) ? found : default;
            return new EventGuestRow(g, words?.Name ?? contact.Name, words?.Reach, g.OrganisationId is { } o ? organisations.GetValueOrDefault(o) : contact.Office);
        })];
    }

    private static async Task<Dictionary<T, string>> OpenAsync<T>(Rooms rooms, CoalitionAccess access, IReadOnlyList<T> rows, Func<T, byte[]> bytes, Func<T, string> place, CancellationToken cancel)
        where T : class
    {
        var closed = rows.Where(r => bytes(r).Length > 0).ToList();
        var opened = await rooms.Keys.OpenManyAsync(access, closed.ConvertAll(r => (bytes(r), place(r))), cancel);
        return closed.Select((r, i) => (r, Text: Encoding.UTF8.GetString(opened[i]))).ToDictionary(p => p.r, p => p.Text);
    }
}

/// <summary>Where sealed words of events stand.</summary>
internal static class EventPlaces
{
    public static string OfGuest(long id) => FormattableString.Invariant($"event_guests.sealed.{id}");

    public static string OfSpeaker(long id) => FormattableString.Invariant($"event_slots.speaker.{id}");
}

/// <summary>Name of somebody who is no contact, and how to reach them.</summary>
public sealed record GuestWords(string Name, string? Reach)
{
    internal static GuestWords Parse(string json) => System.Text.Json.JsonSerializer.Deserialize<GuestWords>(json) ?? new GuestWords("", null);

    internal string ToJson() => System.Text.Json.JsonSerializer.Serialize(this);
}
