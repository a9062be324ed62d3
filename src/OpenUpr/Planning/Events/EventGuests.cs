using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Events;

/// <summary>Somebody for an invitation list, as typed: a contact, a member organisation, or a name.</summary>
public sealed record GuestWish(long? ContactId, long? OrganisationId, string? Name, string? Reach, string? Body, string? Area);

/// <summary>Invitation lists and turns to speak. Those not to be contacted are on no list.</summary>
public static class EventGuests
{
    /// <summary>People of an event.</summary>
    private const int MaxGuests = 2_000;

    private const int MaxSlots = 200;

    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long eventId, GuestWish wish, CancellationToken cancel) =>
        Events.ChangeAsync(rooms, access, eventId, "event.invite", async (db, row) =>
        {
            var fields = new Fields();
            var guest = await NewAsync(db, access, row, cancel);
            guest.Area = fields.Optional("area", wish.Area);
            if (wish.ContactId is { } contactId)
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && !c.DoNotContact && c.LeftOn == null, cancel);
                (guest.ContactId, guest.Body) = (contact?.Id, contact?.Kind ?? fields.Refuse(Refusal.Unknown, "contact", ""));
                if (contact is not null && await db.EventGuests.AnyAsync(g => g.EventId == eventId && g.ContactId == contactId, cancel))
                {
                    return Outcome.Not(Refusal.Taken, "contact");
                }
            }
            else if (wish.OrganisationId is { } organisation && string.IsNullOrWhiteSpace(wish.Name))
            {
                (guest.OrganisationId, guest.Body) = (organisation, EventCodes.MemberBody);
            }
            else
            {
                var words = new GuestWords(fields.Required("name", wish.Name), fields.Optional("reach", wish.Reach));
                guest.OrganisationId = wish.OrganisationId;
                guest.Body = wish.OrganisationId is not null ? EventCodes.MemberBody : fields.OneOf("body", wish.Body, EventCodes.Bodies);
                guest.Sealed = await rooms.Keys.SealAsync(access, words.ToJson(), EventPlaces.OfGuest(guest.Id), cancel);
            }

            if (guest.OrganisationId is { } member && !await db.Organisations.AnyAsync(o => o.Id == member, cancel))
            {
                fields.Refuse(Refusal.Unknown, "organisation", 0);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            db.EventGuests.Add(guest);
            return await db.EventGuests.CountAsync(g => g.EventId == eventId, cancel) < MaxGuests ? Outcome.Done(eventId) : Outcome.Not(Refusal.TooLarge, "name");
        }, cancel);

    /// <summary>Notes who comes, and who came.</summary>
    public static Task<Outcome> SetAsync(Rooms rooms, CoalitionAccess access, long eventId, IReadOnlyDictionary<long, string> states, CancellationToken cancel) =>
        Events.ChangeAsync(rooms, access, eventId, "event.attendance", async (db, _) =>
        {
            var guests = await db.EventGuests.Where(g => g.EventId == eventId).ToDictionaryAsync(g => g.Id, cancel);
            if (states.Any(s => !guests.ContainsKey(s.Key) || !EventCodes.GuestStates.Contains(s.Value)))
            {
                return Outcome.Not(Refusal.Unknown, "attendance");
            }

            foreach (var (guest, state) in states)
            {
                guests[guest].State = state;
            }

            return Outcome.Done(eventId);
        }, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long eventId, long guestId, CancellationToken cancel) =>
        Events.ChangeAsync(rooms, access, eventId, "event.uninvite", async (db, _) =>
        {
            if (await db.EventGuests.SingleOrDefaultAsync(g => g.Id == guestId && g.EventId == eventId, cancel) is not { } guest)
            {
                return Outcome.Absent;
            }

            db.EventGuests.Remove(guest);
            return Outcome.Done(eventId);
        }, cancel);

    /// <summary>Adds a turn to speak at the end.</summary>
    /// <param name="seconds">Minutes and seconds, such as 2:30, or seconds alone.</param>
    public static Task<Outcome> AddSlotAsync(Rooms rooms, CoalitionAccess access, long eventId, string? speaker, string? topic, string? seconds, CancellationToken cancel) =>
        Events.ChangeAsync(rooms, access, eventId, "event.slot", async (db, row) =>
        {
            var fields = new Fields();
            var (name, about) = (fields.Required("speaker", speaker), fields.Optional("topic", topic));
            var length = SlotLength.Parse(seconds) is { } known and >= EventCodes.LeastSeconds and <= EventCodes.MostSeconds ? known : fields.Refuse(Refusal.NoNumber, "length", 0);
            var last = await db.EventSlots.Where(s => s.EventId == eventId).MaxAsync(s => (int?)s.Number, cancel) ?? 0;
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (last >= MaxSlots)
            {
                return Outcome.Not(Refusal.TooLarge, "speaker");
            }

            var id = await db.TakeIdsAsync(Counters.EventSlots, 1, cancel);
            db.EventSlots.Add(new EventSlot
            {
                Id = id, CoalitionId = access.CoalitionId, ClusterId = row.ClusterId, EventId = eventId, Number = last + 1, Topic = about, Seconds = length, Speaker = await rooms.Keys.SealAsync(access, name, EventPlaces.OfSpeaker(id), cancel),
            });
            return Outcome.Done(eventId);
        }, cancel);

    /// <summary>Takes a turn away; those after it move up.</summary>
    public static Task<Outcome> RemoveSlotAsync(Rooms rooms, CoalitionAccess access, long eventId, long slotId, CancellationToken cancel) =>
        Events.ChangeAsync(rooms, access, eventId, "event.slot-remove", async (db, _) =>
        {
            var slots = await db.EventSlots.Where(s => s.EventId == eventId).OrderBy(s => s.Number).ToListAsync(cancel);
            if (slots.Find(s => s.Id == slotId) is not { } gone)
            {
                return Outcome.Absent;
            }

            db.EventSlots.Remove(gone);
            foreach (var (slot, i) in slots.Where(s => s != gone).Select((s, i) => (s, i)))
            {
                slot.Number = i + 1;
            }

            return Outcome.Done(eventId);
        }, cancel);

    /// <summary>
    /// Makes a briefing for the embassies and missions of a regional group (requirement H9): the event, and everybody of these States who may
    /// be written to on its list.
    /// </summary>
    public static async Task<Outcome> BriefAsync(Rooms rooms, CoalitionAccess access, ContactIndex index, string? group, string? title, string? startsAt, string? place, CancellationToken cancel)
    {
        var people = access.Is(CoalitionRole.Editor) ? await ContactList.ToBriefAsync(rooms, access, index, string.IsNullOrEmpty(group) ? null : group, cancel) : [];
        return await rooms.WriteAsync(access, CoalitionRole.Editor, "event.add", Events.Thing, async db =>
        {
            var fields = new Fields();
            var row = Events.New(access);
            Events.Fill(rooms.Store, fields, row, new EventWish(EventCodes.Briefing, title, startsAt, null, place, null, null, null, null, null, null, Group: group));
            if ((fields.Wrong ?? (people.Count == 0 ? Outcome.Not(Refusal.Empty, "group") : people.Count > MaxGuests ? Outcome.Not(Refusal.TooLarge, "group") : (Outcome?)null)) is { } wrong)
            {
                return wrong;
            }

            row.Id = await db.TakeIdsAsync(Counters.CoalitionEvents, 1, cancel);
            row.Revision = 1;
            db.CoalitionEvents.Add(row);
            var first = await db.TakeIdsAsync(Counters.EventGuests, people.Count, cancel);
            db.EventGuests.AddRange(people.Select((p, i) => new EventGuest { Id = first + i, CoalitionId = access.CoalitionId, EventId = row.Id, ContactId = p.Id, Sealed = [], Body = p.Kind, State = EventGuest.Invited }));
            return Outcome.Done(row.Id);
        }, cancel);
    }

    /// <summary>Notes for every contact on the list that the invitation went out today.</summary>
    public static async Task<Outcome> InvitedAsync(Rooms rooms, CoalitionAccess access, long eventId, CancellationToken cancel)
    {
        if (await Events.ReadAsync(rooms, access, eventId, cancel) is not { } view || !Events.MayChange(access, view.Event))
        {
            return Outcome.Absent;
        }

        foreach (var guest in view.Guests.Where(g => g.Guest.ContactId is not null))
        {
            var logged = await ContactLog.AddAsync(rooms, access, guest.Guest.ContactId!.Value, new ContactEventWish(ContactEvent.Sent, null, "invitation", view.Event.Title, null), cancel);
            if (!logged.IsDone && logged.Refused != Refusal.Absent)
            {
                return logged;
            }
        }

        return Outcome.Done(eventId);
    }

    private static async Task<EventGuest> NewAsync(OpenUprDb db, CoalitionAccess access, CoalitionEvent row, CancellationToken cancel) => new()
    {
        Id = await db.TakeIdsAsync(Counters.EventGuests, 1, cancel), CoalitionId = access.CoalitionId, ClusterId = row.ClusterId, EventId = row.Id, Sealed = [], Body = "", State = EventGuest.Invited,
    };
}

/// <summary>How long a turn is, as people write it.</summary>
public static class SlotLength
{
    /// <summary>Seconds of 90 or 1:30; null where it is none of these.</summary>
    public static int? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split(':');
        return parts switch
        {
            [var seconds] when int.TryParse(seconds, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var s) => s,
            [var minutes, var seconds] when int.TryParse(minutes, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var m) && m < 100
                && int.TryParse(seconds, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var s) && s < 60 => (m * 60) + s,
            _ => null,
        };
    }

    /// <summary>2:30.</summary>
    public static string Write(int seconds) => FormattableString.Invariant($"{seconds / 60}:{seconds % 60:00}");
}
