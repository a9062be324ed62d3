using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>Somebody else, by number and name.</summary>
public sealed record NamedContact(long Id, string Name);

/// <summary>A line of a contact's log, opened.</summary>
/// <param name="By">Who of the coalition; null for a former member.</param>
public sealed record ContactEventRow(ContactEvent Event, string Words, string? By)
{
    public bool IsOpen => Event.SettledOn is null && (Event.FollowUpOn is not null || Event.Kind == ContactEvent.Promised);
}

/// <summary>One contact, opened, with its log, the newest first.</summary>
/// <param name="Before">Those who held the post before.</param>
public sealed record ContactView(Contact Contact, string Name, ContactSecrets Secrets, IReadOnlyList<ContactEventRow> Log, NamedContact? Successor, IReadOnlyList<NamedContact> Before)
{
    /// <summary>The earliest day on which to come back to the person.</summary>
    public DateOnly? NextOn => Log.Where(e => e.IsOpen).Min(e => e.Event.FollowUpOn);

    public bool IsReachable => Contact is { LeftOn: null, DoNotContact: false };
}

/// <summary>Contacts of a coalition: entered, changed, left, erased (requirements H5, H12, H13, M10).</summary>
public static class Contacts
{
    internal const string Thing = "contact";

    private const int MaxLog = 500;

    /// <summary>Null where there is no such contact for this person.</summary>
    public static async Task<ContactView?> ReadAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } contact)
        {
            return null;
        }

        var events = await db.ContactEvents.AsNoTracking().Where(e => e.ContactId == id).OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(MaxLog).ToListAsync(cancel);
        var others = await db.Contacts.AsNoTracking().Where(c => c.Id == contact.SuccessorId || c.SuccessorId == id).Select(c => new { c.Id, c.Name }).ToListAsync(cancel);
        var members = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var spoken = events.Where(e => e.Words.Length > 0).ToList();
        var opened = await rooms.Keys.OpenManyAsync(
            access,
            [(contact.Name, ContactSecrets.PlaceOfName(id)), (contact.Sealed, ContactSecrets.PlaceOf(id)), .. spoken.Select(e => (e.Words, ContactSecrets.PlaceOfWords(e.Id))), .. others.Select(o => (o.Name, ContactSecrets.PlaceOfName(o.Id)))],
            cancel);
        var texts = opened.Select(b => Encoding.UTF8.GetString(b)).ToList();
        var words = spoken.Select((e, i) => (e.Id, Text: texts[i + 2])).ToDictionary(w => w.Id, w => w.Text);
        var named = others.Select((o, i) => new NamedContact(o.Id, texts[i + 2 + spoken.Count])).ToList();
        return new ContactView(
            contact, texts[0], MaySeeSafety(access) ? ContactSecrets.Parse(texts[1]) : ContactSecrets.Parse(texts[1]) with { Safety = null },
            [.. events.Select(e => new ContactEventRow(e, words.GetValueOrDefault(e.Id, ""), e.MemberId is { } by ? members.GetValueOrDefault(by) : null))],
            named.Find(n => n.Id == contact.SuccessorId), [.. named.Where(n => n.Id != contact.SuccessorId)]);
    }

    /// <summary>What to mind for safety is for those who speak to people in the coalition's name.</summary>
    public static bool MaySeeSafety(CoalitionAccess access) => access.Is(CoalitionRole.Contributor);

    /// <summary>Adds a contact, or changes one. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, ContactWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, id is null ? "contact.add" : "contact.change", Thing, async db =>
        {
            var contact = id is { } known ? await db.Contacts.SingleOrDefaultAsync(c => c.Id == known, cancel) : await NewAsync(rooms, db, access, cancel);
            if (contact is null)
            {
                return Outcome.Absent;
            }

            if (id is not null && contact.Revision != wish.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            var (name, secrets) = Fill(rooms.Store, fields, contact, wish);
            if (id is null && wish.ClusterId is { } cluster)
            {
                // As with meetings, a contact stays with its cluster: moving it would open what was said behind a closed door.
                contact.ClusterId = await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel) ? cluster : fields.Refuse<long?>(Refusal.Unknown, "cluster", null);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            await SealAsync(rooms, access, contact, name, secrets, cancel);
            await ChangedAsync(db, contact, cancel);
            contact.Revision++;
            if (id is null)
            {
                db.Contacts.Add(contact);
            }

            return Outcome.Done(contact.Id);
        }, cancel);

    /// <summary>The person left the post; or still holds it, where <paramref name="leftOn"/> is empty.</summary>
    /// <param name="successorId">Who holds it now, as far as that is known.</param>
    public static Task<Outcome> LeaveAsync(Rooms rooms, CoalitionAccess access, long id, string? leftOn, long? successorId, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "contact.left", async (db, contact) =>
        {
            var fields = new Fields();
            contact.Revision++;
            contact.LeftOn = fields.Day("left", leftOn);
            contact.SuccessorId = successorId is not { } next || contact.LeftOn is null ? null
                : next != id && await db.Contacts.AnyAsync(c => c.Id == next && c.LeftOn == null, cancel) ? next : fields.Refuse<long?>(Refusal.Unknown, "successor", null);
            return fields.Wrong ?? Outcome.Done(id);
        }, cancel);

    /// <summary>Somebody made sure today that the contact is right.</summary>
    public static Task<Outcome> CheckedAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "contact.checked", (_, contact) =>
        {
            contact.Revision++;
            contact.CheckedOn = rooms.Today;
            return Task.FromResult(Outcome.Done(id));
        }, cancel);

    /// <summary>Deletes a contact and all that its log holds: what a person may ask for.</summary>
    public static Task<Outcome> EraseAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "contact.erase", Thing, async db =>
        {
            if (await db.Contacts.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } contact)
            {
                return Outcome.Absent;
            }

            foreach (var before in await db.Contacts.Where(c => c.SuccessorId == id).ToListAsync(cancel))
            {
                before.SuccessorId = null;
                await ChangedAsync(db, before, cancel);
            }

            db.EventGuests.RemoveRange(await db.EventGuests.Where(g => g.ContactId == id).ToListAsync(cancel));
            db.ContactEvents.RemoveRange(await db.ContactEvents.Where(e => e.ContactId == id).ToListAsync(cancel));
            (await db.LobbySteps.Where(s => s.ContactId == id).ToListAsync(cancel)).ForEach(s => s.ContactId = null);
            db.Contacts.Remove(contact);
            return Outcome.Done(id);
        }, cancel);

    internal static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, string deed, Func<OpenUprDb, Contact, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, Thing, async db =>
        {
            if (await db.Contacts.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } contact)
            {
                return Outcome.Absent;
            }

            await ChangedAsync(db, contact, cancel);
            return await work(db, contact);
        }, cancel);

    internal static async Task<Contact> NewAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, CancellationToken cancel) => new()
    {
        Id = await db.TakeIdsAsync(Counters.Contacts, 1, cancel), CoalitionId = access.CoalitionId, Kind = "", Name = [], Sealed = [], AuthorId = access.MemberId, EnteredAt = rooms.Time.GetUtcNow(),
    };

    /// <summary>Takes over what was typed or read from a file; what is wrong stands in <paramref name="fields"/>.</summary>
    internal static (string Name, ContactSecrets Secrets) Fill(Store store, Fields fields, Contact contact, ContactWish wish)
    {
        var name = fields.Required("name", wish.Name);
        contact.Kind = fields.OneOf("kind", wish.Kind, ContactCodes.Kinds);
        contact.State = string.IsNullOrWhiteSpace(wish.State) ? null : store.Reference.Names.Find(wish.State.Trim())?.Iso3 ?? fields.Refuse<string?>(Refusal.Unknown, "state", null);
        contact.Place = fields.Optional("place", wish.Place);
        contact.Office = fields.Optional("office", wish.Office);
        contact.Duty = string.IsNullOrWhiteSpace(wish.Duty) ? null : fields.OneOf("duty", wish.Duty, ContactCodes.Duties);
        contact.Language = fields.Optional("language", wish.Language, 12);
        contact.Source = fields.Optional("source", wish.Source);
        contact.CheckedOn = fields.Day("checked", wish.CheckedOn);
        contact.IsGateKeeper = wish.IsGateKeeper;
        contact.DoNotContact = wish.DoNotContact;
        var secrets = wish.Secrets;
        return (name, new ContactSecrets(
            fields.Optional("email", secrets.Email), fields.Optional("phone", secrets.Phone), fields.Optional("address", secrets.Address, Fields.Note), fields.Optional("notes", secrets.Notes, Fields.Note),
            fields.Optional("safety", secrets.Safety, Fields.Note), fields.Optional("support", secrets.Support, Fields.Note), fields.Optional("why-not", secrets.WhyNot, Fields.Note)));
    }

    internal static async Task SealAsync(Rooms rooms, CoalitionAccess access, Contact contact, string name, ContactSecrets secrets, CancellationToken cancel)
    {
        contact.Name = await rooms.Keys.SealAsync(access, name, ContactSecrets.PlaceOfName(contact.Id), cancel);
        contact.Sealed = await rooms.Keys.SealAsync(access, secrets.ToJson(), ContactSecrets.PlaceOf(contact.Id), cancel);
    }

    /// <summary>What is in memory of it is old from now on.</summary>
    private static async Task ChangedAsync(OpenUprDb db, Contact contact, CancellationToken cancel)
    {
        contact.Stamp = await db.TakeIdsAsync(Counters.ContactStamps, 1, cancel);
    }
}
