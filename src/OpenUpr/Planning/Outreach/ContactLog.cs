using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>Who got what, what was promised and asked, and when to come back to it (requirements H6, H12).</summary>
public static class ContactLog
{
    /// <summary>What stands for "never" where a day to come back is asked for.</summary>
    public const string Never = "-";

    /// <summary>Adds a line. After something was sent the program proposes to call a week later; a promise stays open until it is settled.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long contactId, ContactEventWish wish, CancellationToken cancel) =>
        Contacts.ChangeAsync(rooms, access, contactId, "contact.log", async (db, contact) =>
        {
            var fields = new Fields();
            var line = Read(rooms, fields, wish, out var words);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            (line.Id, line.CoalitionId, line.ClusterId, line.ContactId, line.MemberId) = (await db.TakeIdsAsync(Counters.ContactEvents, 1, cancel), access.CoalitionId, contact.ClusterId, contactId, access.MemberId);
            line.Words = words is null ? [] : await rooms.Keys.SealAsync(access, words, ContactSecrets.PlaceOfWords(line.Id), cancel);
            db.ContactEvents.Add(line);

            // Whoever spoke to the person has come back to what was sent before.
            if (wish.Kind is not ContactEvent.Sent)
            {
                foreach (var open in await db.ContactEvents.Where(e => e.ContactId == contactId && e.Kind == ContactEvent.Sent && e.SettledOn == null && e.FollowUpOn != null && e.On <= line.On).ToListAsync(cancel))
                {
                    open.SettledOn = line.On;
                }
            }

            return Outcome.Done(contactId);
        }, cancel);

    /// <summary>Somebody came back to it, or the promise was kept.</summary>
    public static Task<Outcome> SettleAsync(Rooms rooms, CoalitionAccess access, long contactId, long eventId, CancellationToken cancel) =>
        Contacts.ChangeAsync(rooms, access, contactId, "contact.settle", async (db, _) =>
        {
            if (await db.ContactEvents.SingleOrDefaultAsync(e => e.Id == eventId && e.ContactId == contactId, cancel) is not { } line)
            {
                return Outcome.Absent;
            }

            line.SettledOn ??= rooms.Today;
            return Outcome.Done(contactId);
        }, cancel);

    private static ContactEvent Read(Rooms rooms, Fields fields, ContactEventWish wish, out string? words)
    {
        var line = new ContactEvent { Kind = fields.OneOf("event", wish.Kind, ContactCodes.Events), Words = [], EnteredAt = rooms.Time.GetUtcNow() };
        line.On = fields.Day("on", wish.On) ?? rooms.Today;
        line.What = string.IsNullOrEmpty(wish.What) ? null : fields.OneOf("what", wish.What, ContactCodes.Things);
        words = fields.Optional("words", wish.Words, Fields.Note);
        line.FollowUpOn = wish.FollowUpOn == Never ? null : fields.Day("follow", wish.FollowUpOn) ?? (line.Kind == ContactEvent.Sent ? line.On.AddDays(ContactCodes.FollowUpDays) : null);
        if (line.FollowUpOn < line.On)
        {
            fields.Refuse(Refusal.NoDate, "follow", 0);
        }

        if (line.Kind == ContactEvent.Promised && words is null)
        {
            fields.Refuse(Refusal.Empty, "words", 0);
        }

        return line;
    }
}
