using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Planning.Outreach;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Planning.Outreach;

/// <summary>Contacts and their logs in the store, on both databases.</summary>
public sealed class ContactTests
{
    private static readonly ContactWish s_linnea = new("embassy", "Linnéa Aasgard", "XNI", "San Merrow", "Second secretary", "human-rights", "en", "A card", "2026-01-02", false, false, new ContactSecrets("l@example.org", "+000 11", Notes: "Reads one page", Safety: "Never by e-mail"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_contact_is_found_by_a_name_that_lies_sealed(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        using var index = new ContactIndex(test.Rooms);
        var (lucas, petra) = (await test.AsAsync("lucas"), await test.AsAsync("petra", "arvenia-watch"));
        var id = (await Contacts.SaveAsync(test.Rooms, lucas, null, s_linnea, Cancel)).Id;

        Assert.Equal([id], (await ListAsync(test, lucas, index, new ContactFilter("linnea san"))).Select(r => r.Line.Id));
        Assert.Empty(await ListAsync(test, lucas, index, new ContactFilter("nobody")));
        Assert.Empty(await ListAsync(test, petra, index, new ContactFilter()));
        Assert.Null(await Contacts.ReadAsync(test.Rooms, petra, id, Cancel));
        Assert.Null((await Contacts.ReadAsync(test.Rooms, await test.AsAsync("tomas"), id, Cancel))!.Secrets.Safety);
        Assert.Equal("Never by e-mail", (await Contacts.ReadAsync(test.Rooms, lucas, id, Cancel))!.Secrets.Safety);
        await using var db = test.Open(lucas);
        var row = await db.Contacts.SingleAsync(Cancel);
        Assert.All(new[] { "Aasgard", "example.org", "one page" }, word => Assert.All(new[] { row.Name, row.Sealed }, bytes => Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)))));
        Assert.Contains("one page", (await new ContactTexts(index).ReadAsync(lucas, Cancel)).Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_index_follows_what_changes_and_forgets_what_nobody_asks_for(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var clock = new LaterClock();
        var rooms = test.Rooms with { Time = clock };
        using var index = new ContactIndex(rooms);
        var lucas = await test.AsAsync("lucas");
        Assert.Empty(await index.ReadAsync(lucas, Cancel));
        var first = (await Contacts.SaveAsync(rooms, lucas, null, s_linnea, Cancel)).Id;
        var second = (await Contacts.SaveAsync(rooms, lucas, null, s_linnea with { Name = "Zoe" }, Cancel)).Id;
        Assert.Equal([first, second], (await index.ReadAsync(lucas, Cancel)).Select(l => l.Id));

        await Contacts.SaveAsync(rooms, lucas, second, s_linnea with { Name = "Ada", Revision = 1 }, Cancel);
        Assert.Equal(["Ada", "Linnéa Aasgard"], (await index.ReadAsync(lucas, Cancel)).Select(l => l.Name));
        await Contacts.EraseAsync(rooms, lucas, first, Cancel);
        Assert.Equal(["Ada"], (await index.ReadAsync(lucas, Cancel)).Select(l => l.Name));

        await new KeyRotation(rooms).RunAsync(await CoalitionAccess.ForUpkeepAsync(rooms.Store, lucas.CoalitionId, Cancel), Cancel);
        Assert.Equal(["Ada"], (await index.ReadAsync(lucas, Cancel)).Select(l => l.Name));
        Assert.Equal(1, index.Count);
        clock.By = ContactIndex.IdleLife;
        index.Forget();
        Assert.Equal(0, index.Count);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_closed_cluster_keeps_its_contacts_to_itself(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        using var index = new ContactIndex(test.Rooms);
        var amara = await test.AsAsync("amara");
        await using var db = test.Open(await CoalitionAccess.ForUpkeepAsync(test.Rooms.Store, amara.CoalitionId, Cancel));
        var closed = await db.Clusters.FirstAsync(c => c.IsClosed, Cancel);
        var inside = await db.ClusterMembers.Where(m => m.ClusterId == closed.Id).Select(m => m.MemberId).ToListAsync(Cancel);
        var (insider, outsider) = (await InsiderAsync(test, inside, isInside: true), await InsiderAsync(test, inside, isInside: false));
        var id = (await Contacts.SaveAsync(test.Rooms, insider, null, s_linnea with { ClusterId = closed.Id }, Cancel)).Id;
        await ContactLog.AddAsync(test.Rooms, insider, id, new ContactEventWish("sent", null, "paper", "quietly", null), Cancel);

        Assert.Single(await index.ReadAsync(insider, Cancel));
        Assert.Empty(await index.ReadAsync(outsider, Cancel));
        Assert.Null(await Contacts.ReadAsync(test.Rooms, outsider, id, Cancel));
        Assert.Empty(await ContactList.DueAsync(test.Rooms, outsider, index, test.Rooms.Today.AddDays(30), Cancel));
        Assert.Equal(Refusal.Absent, (await ContactLog.AddAsync(test.Rooms, outsider, id, new ContactEventWish("met", null, null, null, null), Cancel)).Refused);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_week_after_sending_the_contact_is_to_be_followed_up_until_somebody_speaks_to_it(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        using var index = new ContactIndex(test.Rooms);
        var lucas = await test.AsAsync("lucas");
        var id = (await Contacts.SaveAsync(test.Rooms, lucas, null, s_linnea, Cancel)).Id;
        var today = test.Rooms.Today;
        await ContactLog.AddAsync(test.Rooms, lucas, id, new ContactEventWish("sent", null, "factsheet", null, null), Cancel);

        var due = Assert.Single(await ContactList.DueAsync(test.Rooms, lucas, index, today.AddDays(7), Cancel));
        Assert.Equal((today.AddDays(7), "Linnéa Aasgard"), (due.On, due.Name));
        Assert.Empty(await ContactList.DueAsync(test.Rooms, lucas, index, today.AddDays(6), Cancel));
        Assert.Equal([id], (await ListAsync(test, lucas, index, new ContactFilter(View: ContactList.FollowUp))).Select(r => r.Line.Id));

        await ContactLog.AddAsync(test.Rooms, lucas, id, new ContactEventWish("promised", null, null, "Will ask in the bilateral talks", null), Cancel);
        Assert.Empty(await ContactList.DueAsync(test.Rooms, lucas, index, today.AddDays(7), Cancel));
        Assert.Equal([id], (await ListAsync(test, lucas, index, new ContactFilter(View: ContactList.Promised))).Select(r => r.Line.Id));
        var promise = (await Contacts.ReadAsync(test.Rooms, lucas, id, Cancel))!.Log.Single(e => e.Event.Kind == "promised");
        await ContactLog.SettleAsync(test.Rooms, lucas, id, promise.Event.Id, Cancel);
        Assert.Empty(await ListAsync(test, lucas, index, new ContactFilter(View: ContactList.Promised)));
        Assert.Equal(Refusal.Empty, (await ContactLog.AddAsync(test.Rooms, lucas, id, new ContactEventWish("promised", null, null, null, null), Cancel)).Refused);
        Assert.Equal(Refusal.NoDate, (await ContactLog.AddAsync(test.Rooms, lucas, id, new ContactEventWish("sent", "2026-01-02", null, null, "2026-01-01"), Cancel)).Refused);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_left_or_was_not_checked_for_a_year_needs_a_successor_who_is_briefed(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        using var index = new ContactIndex(test.Rooms);
        var lucas = await test.AsAsync("lucas");
        var today = test.Rooms.Today;
        var wish = s_linnea with { CheckedOn = $"{today:yyyy-MM-dd}" };
        var (old, next) = ((await Contacts.SaveAsync(test.Rooms, lucas, null, wish, Cancel)).Id, (await Contacts.SaveAsync(test.Rooms, lucas, null, wish with { Name = "Henrik" }, Cancel)).Id);
        var forgotten = (await Contacts.SaveAsync(test.Rooms, lucas, null, wish with { Name = "Ama", CheckedOn = $"{today.AddDays(-400):yyyy-MM-dd}" }, Cancel)).Id;
        await ContactLog.AddAsync(test.Rooms, lucas, old, new ContactEventWish("promised", null, null, "Would follow it up", null), Cancel);
        await Contacts.LeaveAsync(test.Rooms, lucas, old, $"{today:yyyy-MM-dd}", null, Cancel);

        Assert.Equal([forgotten, old], (await ListAsync(test, lucas, index, new ContactFilter(View: ContactList.Successor))).Select(r => r.Line.Id));
        Assert.Equal(Refusal.Unknown, (await Contacts.LeaveAsync(test.Rooms, lucas, old, $"{today:yyyy-MM-dd}", old, Cancel)).Refused);
        Assert.True((await Contacts.LeaveAsync(test.Rooms, lucas, old, $"{today:yyyy-MM-dd}", next, Cancel)).IsDone);
        Assert.Equal([forgotten], (await ListAsync(test, lucas, index, new ContactFilter(View: ContactList.Successor))).Select(r => r.Line.Id));
        var facts = (await Letters.FactsAsync(test.Rooms, lucas, next, Cancel))!;
        Assert.Equal(("Linnéa Aasgard", "Would follow it up"), (facts.Predecessor!.Name, facts.Past.Single().Words));
        Assert.Null(await Letters.FactsAsync(test.Rooms, lucas, old, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Roles_and_two_writers_are_kept_apart(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (lucas, noor, tomas, ines) = (await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"), await test.AsAsync("ines"));
        var id = (await Contacts.SaveAsync(test.Rooms, noor, null, s_linnea, Cancel)).Id;

        Assert.Equal(Refusal.Conflict, (await Contacts.SaveAsync(test.Rooms, lucas, id, s_linnea with { Revision = 9 }, Cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await Contacts.SaveAsync(test.Rooms, lucas, null, s_linnea with { State = "Nowhere" }, Cancel)).Refused);
        foreach (var who in new[] { tomas, ines })
        {
            Assert.Equal(Refusal.Absent, (await Contacts.SaveAsync(test.Rooms, who, null, s_linnea, Cancel)).Refused);
            Assert.Equal(Refusal.Absent, (await ContactLog.AddAsync(test.Rooms, who, id, new ContactEventWish("met", null, null, null, null), Cancel)).Refused);
        }

        Assert.Equal(Refusal.Absent, (await Contacts.EraseAsync(test.Rooms, noor, id, Cancel)).Refused);
        Assert.Null(await Contacts.ReadAsync(test.Rooms, ines, id, Cancel));
        Assert.Null(await ContactExport.WriteAsync(test.Rooms, lucas, ContactExport.Csv, true, true, Cancel));
        Assert.Null(await ContactImport.CheckAsync(test.Rooms, noor, [new ReadContact(1, s_linnea)], Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_handed_out_comes_back_and_is_known_as_there_already(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        using var index = new ContactIndex(test.Rooms);
        var (amara, lucas) = (await test.AsAsync("amara"), await test.AsAsync("lucas"));
        await Contacts.SaveAsync(test.Rooms, lucas, null, s_linnea, Cancel);
        await Contacts.SaveAsync(test.Rooms, lucas, null, s_linnea with { Name = "=cmd|' /C calc'!A0", Secrets = new ContactSecrets("v@example.org"), DoNotContact = true }, Cancel);

        var csv = (await ContactExport.WriteAsync(test.Rooms, amara, ContactExport.Csv, true, true, Cancel))!;
        var text = Encoding.UTF8.GetString(csv);
        Assert.DoesNotContain("Never by e-mail", text, StringComparison.Ordinal);
        Assert.Contains("'=cmd", text, StringComparison.Ordinal);
        Assert.DoesNotContain("v@example.org", Encoding.UTF8.GetString((await ContactExport.WriteAsync(test.Rooms, amara, ContactExport.VCard, false, false, Cancel))!), StringComparison.Ordinal);
        foreach (var format in new[] { ContactExport.Csv, ContactExport.VCard })
        {
            var read = ContactFile.Read((await ContactExport.WriteAsync(test.Rooms, amara, format, true, true, Cancel))!, Cancel);
            Assert.All((await ContactImport.CheckAsync(test.Rooms, lucas, read, Cancel))!, l => Assert.NotNull(l.SameAs));
        }

        Assert.Contains("contact.export.csv", (await AuditAsync(test, amara)).Select(a => a.Deed));
        ReadContact[] file = [new(2, s_linnea), new(3, s_linnea with { Name = "New", Secrets = new ContactSecrets() }), new(4, s_linnea with { Name = "Bad", State = "Nowhere" })];
        Assert.Equal(Refusal.Unknown, (await ContactImport.SaveAsync(test.Rooms, lucas, file, false, "a file", Cancel)).Refused);
        Assert.Equal(2, (await index.ReadAsync(lucas, Cancel)).Count);
        Assert.Equal(1, (await ContactImport.SaveAsync(test.Rooms, lucas, file[..2], false, "a file", Cancel)).Id);
        Assert.Equal(3, (await index.ReadAsync(lucas, Cancel)).Count);
    }

    private static async Task<IReadOnlyList<ContactRow>> ListAsync(TestRooms test, CoalitionAccess access, ContactIndex index, ContactFilter filter) => (await ContactList.ReadAsync(test.Rooms, access, index, filter, Cancel)).Rows;

    private static async Task<List<AuditEntry>> AuditAsync(TestRooms test, CoalitionAccess access)
    {
        await using var db = test.Open(access);
        return await db.AuditEntries.Where(a => a.CoalitionId == access.CoalitionId).ToListAsync(Cancel);
    }

    private static async Task<CoalitionAccess> InsiderAsync(TestRooms test, List<long> inside, bool isInside)
    {
        foreach (var name in new[] { "amara", "lucas", "noor" })
        {
            if (await test.AsAsync(name) is var access && inside.Contains(access.MemberId!.Value) == isInside)
            {
                return access;
            }
        }

        throw new InvalidOperationException("The demonstration has nobody of that kind.");
    }

    /// <summary>The clock on the wall, put forward.</summary>
    private sealed class LaterClock : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
