using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>
/// Contacts and what their logs say, for the room's search and for the traces of a person. Addresses and what to mind for safety stay out of it:
/// a list of hits is read over shoulders.
/// </summary>
public sealed class ContactTexts(ContactIndex index) : IRoomTexts
{
    public Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel) => index.TextsAsync(access, cancel);

    internal static async Task<IReadOnlyList<RoomText>> OpenAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var contacts = await db.Contacts.AsNoTracking().OrderByDescending(c => c.Id).Select(c => new { c.Id, c.Name, c.Sealed, c.Office, c.Place }).ToListAsync(cancel);
        var events = await db.ContactEvents.AsNoTracking().OrderByDescending(e => e.On).Select(e => new { e.Id, e.ContactId, e.Words }).ToListAsync(cancel);
        events.RemoveAll(e => e.Words.Length == 0);
        var opened = await rooms.Keys.OpenManyAsync(
            access,
            [.. contacts.Select(c => (c.Name, ContactSecrets.PlaceOfName(c.Id))), .. contacts.Select(c => (c.Sealed, ContactSecrets.PlaceOf(c.Id))), .. events.Select(e => (e.Words, ContactSecrets.PlaceOfWords(e.Id)))],
            cancel);
        var words = events.Select((e, i) => (e.ContactId, Text: Encoding.UTF8.GetString(opened[(2 * contacts.Count) + i]))).ToLookup(w => w.ContactId, w => w.Text);
        return [.. contacts.Select((c, i) => (Contact: c, Name: Encoding.UTF8.GetString(opened[i]), Secrets: ContactSecrets.Parse(Encoding.UTF8.GetString(opened[contacts.Count + i]))))
            .Select(r => new RoomText(
                "contact", r.Name, string.Join('\n', ((string?[])[r.Contact.Office, r.Contact.Place, r.Secrets.Notes, r.Secrets.Support, .. words[r.Contact.Id]]).Where(t => !string.IsNullOrEmpty(t))), FormattableString.Invariant($"/contacts/{r.Contact.Id}")))];
    }
}
