using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Planning.Outreach;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>Invented contacts and what passed between them and the demonstration's coalition. Days are counted from the day of loading.</summary>
public static partial class DemoOutreach
{
    /// <summary>Loads them into the demonstration's coalition while it has no contact; does nothing elsewhere.</summary>
    public static async Task LoadAsync(Store store, Keyring keys, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo || await AccessesAsync(store, cancel) is not { Count: > 0 } people)
        {
            return;
        }

        var rooms = new Rooms(store, keys, time);
        await using (var db = store.Open(people["amara"]))
        {
            if (await db.Contacts.AnyAsync(cancel))
            {
                return;
            }
        }

        var contacts = await ContactsAsync(rooms, people["amara"], cancel);
        foreach (var row in DemoCoalition.Rows("contact-events").ToList())
        {
            var follow = row.Number("follow") is { } days ? Day(rooms, days) : row["kind"] == ContactEvent.Sent ? null : ContactLog.Never;
            await ContactLog.AddAsync(rooms, people[row["who"]], contacts[row["contact"]], new ContactEventWish(row["kind"], Day(rooms, row.Number("day")!.Value), row.Optional("what"), row.Optional("words"), follow), cancel);
        }

        // By a contributor: what is her own she may change, and the others of her role may not.
        await EventsAsync(rooms, people["noor"], contacts, cancel);
        await ConsultationsAsync(rooms, people["noor"], cancel);
    }

    private static async Task<Dictionary<string, long>> ContactsAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        var rows = DemoCoalition.Rows("contacts").ToList();
        var ids = new Dictionary<string, long>();
        foreach (var row in rows)
        {
            var secrets = new ContactSecrets(row.Optional("email"), row.Optional("phone"), row.Optional("address"), row.Optional("notes"), row.Optional("safety"), row.Optional("support"), row.Optional("whynot"));
            var wish = new ContactWish(
                row["kind"], row["name"], row.Optional("state"), row.Optional("place"), row.Optional("office"), row.Optional("duty"), row.Optional("language"), row.Optional("source"), Day(rooms, row.Number("checked")!.Value), row["gate"] == "yes", row["nocontact"] == "yes", secrets);
            ids.Add(row["key"], (await Contacts.SaveAsync(rooms, access, null, wish, cancel)).Id);
        }

        foreach (var row in rows.Where(r => r.Number("left") is not null))
        {
            await Contacts.LeaveAsync(rooms, access, ids[row["key"]], Day(rooms, row.Number("left")!.Value), row.Optional("successor") is { } next ? ids[next] : null, cancel);
        }

        return ids;
    }

    private static string Day(Rooms rooms, int days) => rooms.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The people of the coalition who have accounts; empty where it is not there.</summary>
    private static async Task<Dictionary<string, CoalitionAccess>> AccessesAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        var people = new Dictionary<string, CoalitionAccess>();
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => a.NormalisedName == "amara" || a.NormalisedName == "lucas" || a.NormalisedName == "noor").ToListAsync(cancel))
        {
            if (await CoalitionAccess.FindAsync(store, account.Id, DemoCoalition.Slug, cancel) is { } access)
            {
                people.Add(account.NormalisedName, access);
            }
        }

        return people;
    }
}
