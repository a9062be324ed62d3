using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Events;
using OpenUpr.Planning.Outreach;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;
using Held = OpenUpr.Planning.Events.Events;
using Lists = OpenUpr.Planning.Events.EventGuests;

namespace OpenUpr.Tests.Planning.Events;

/// <summary>Events with their lists in the store, on both databases.</summary>
public sealed class EventTests
{
    private static readonly EventWish s_viewing = new("viewing", "The review on the screen", "2026-05-04T09:00", "240", "Port Ansel", "https://a.example", "https://b.example", null, null, null, "8");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Turns_to_speak_follow_each_other_by_the_clock(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var lucas = await test.AsAsync("lucas");
        var id = (await Held.SaveAsync(test.Rooms, lucas, null, s_viewing, Cancel)).Id;
        foreach (var (speaker, length) in new[] { ("First", "2:30"), ("Second", "50"), ("Third", "10:00") })
        {
            Assert.True((await Lists.AddSlotAsync(test.Rooms, lucas, id, speaker, null, length, Cancel)).IsDone);
        }

        foreach (var wrong in new[] { "49", "10:01", "0:75", "-1", "five", "" })
        {
            Assert.Equal(Refusal.NoNumber, (await Lists.AddSlotAsync(test.Rooms, lucas, id, "X", null, wrong, Cancel)).Refused);
        }

        var view = (await Held.ReadAsync(test.Rooms, lucas, id, Cancel))!;
        Assert.Equal([("First", 0), ("Second", 150), ("Third", 200)], view.Slots.Select(s => (s.Speaker!, (int)(s.StartsAt - view.Event.StartsAt).TotalSeconds)));
        await Lists.RemoveSlotAsync(test.Rooms, lucas, id, view.Slots[0].Slot.Id, Cancel);
        Assert.Equal([("Second", 1), ("Third", 2)], (await Held.ReadAsync(test.Rooms, lucas, id, Cancel))!.Slots.Select(s => (s.Speaker!, s.Slot.Number)));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Names_are_deleted_when_their_time_is_over_and_counts_stay(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var lucas = await test.AsAsync("lucas");
        var contact = (await Contacts.SaveAsync(test.Rooms, lucas, null, Wish("embassy", "XNI", "Linnea"), Cancel)).Id;
        var (old, recent) = ((await Held.SaveAsync(test.Rooms, lucas, null, s_viewing with { StartsAt = "2020-05-04T09:00" }, Cancel)).Id, (await Held.SaveAsync(test.Rooms, lucas, null, s_viewing with { StartsAt = $"{test.Rooms.Today:yyyy-MM-dd}T09:00" }, Cancel)).Id);
        foreach (var id in new[] { old, recent })
        {
            Assert.True((await Lists.AddAsync(test.Rooms, lucas, id, new GuestWish(contact, null, null, null, null, "Detention"), Cancel)).IsDone);
            Assert.True((await Lists.AddAsync(test.Rooms, lucas, id, new GuestWish(null, null, "Ilan Moor", "tel", "ministry", "Register"), Cancel)).IsDone);
            Assert.True((await Lists.AddSlotAsync(test.Rooms, lucas, id, "Ilan Moor", "Register", "5:00", Cancel)).IsDone);
            await using var inside = test.Open(lucas);
            var guests = await inside.EventGuests.Where(g => g.EventId == id).Select(g => g.Id).ToListAsync(Cancel);
            Assert.True((await Lists.SetAsync(test.Rooms, lucas, id, guests.ToDictionary(g => g, _ => "attended"), Cancel)).IsDone);
        }

        Assert.Equal(1, await new EventUpkeep(test.Rooms).RunAsync(Cancel));
        Assert.Equal(0, await new EventUpkeep(test.Rooms).RunAsync(Cancel));
        var (gone, kept) = ((await Held.ReadAsync(test.Rooms, lucas, old, Cancel))!, (await Held.ReadAsync(test.Rooms, lucas, recent, Cancel))!);
        Assert.All(gone.Guests, g => Assert.Null(g.Name));
        Assert.All(gone.Slots, s => Assert.Null(s.Speaker));
        Assert.Equal([("embassy", "Detention", 1), ("ministry", "Register", 1)], gone.Counts.Select(c => (c.Body, c.Area!, c.Attended)));
        Assert.Equal(["Linnea", "Ilan Moor"], kept.Guests.Select(g => g.Name));
        await using var db = test.Open(lucas);
        Assert.All(await db.EventGuests.Where(g => g.EventId == old).ToListAsync(Cancel), g => Assert.True(g.Sealed.Length == 0 && g.ContactId is null));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_briefing_invites_the_embassies_of_a_group_and_nobody_who_is_not_to_be_contacted(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        using var index = new ContactIndex(test.Rooms);
        var lucas = await test.AsAsync("lucas");
        var group = test.Rooms.Store.Reference.GroupOf("XNI")!;
        var other = test.Rooms.Store.Reference.States.First(s => test.Rooms.Store.Reference.GroupOf(s.Iso3) != group).Iso3;
        var ids = new List<long>();
        foreach (var wish in new[] { Wish("embassy", "XNI", "In"), Wish("mission", "XNI", "Also in"), Wish("embassy", "XNI", "Not to be contacted") with { DoNotContact = true }, Wish("media", "XNI", "Press"), Wish("embassy", other, "Of another group"), Wish("embassy", "XNI", "Left") })
        {
            ids.Add((await Contacts.SaveAsync(test.Rooms, lucas, null, wish, Cancel)).Id);
        }

        await Contacts.LeaveAsync(test.Rooms, lucas, ids[5], "2026-01-01", null, Cancel);
        var made = await Lists.BriefAsync(test.Rooms, lucas, index, group, "Briefing", "2026-03-02T10:00", "Hall", Cancel);
        var view = (await Held.ReadAsync(test.Rooms, lucas, made.Id, Cancel))!;
        Assert.Equal(["Also in", "In"], view.Guests.Select(g => g.Name).Order());
        Assert.Equal((group, "briefing"), (view.Event.RegionalGroup, view.Event.Kind));
        Assert.Equal(Refusal.Unknown, (await Lists.AddAsync(test.Rooms, lucas, made.Id, new GuestWish(ids[2], null, null, null, null, null), Cancel)).Refused);
        Assert.Equal(Refusal.Taken, (await Lists.AddAsync(test.Rooms, lucas, made.Id, new GuestWish(ids[0], null, null, null, null, null), Cancel)).Refused);

        await Lists.InvitedAsync(test.Rooms, lucas, made.Id, Cancel);
        Assert.Equal(2, (await ContactList.DueAsync(test.Rooms, lucas, index, test.Rooms.Today.AddDays(7), Cancel)).Count);
        await Contacts.EraseAsync(test.Rooms, lucas, ids[0], Cancel);
        Assert.Equal(["Also in"], (await Held.ReadAsync(test.Rooms, lucas, made.Id, Cancel))!.Guests.Select(g => g.Name));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Roles_hold_and_answers_to_the_ways_are_kept(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (lucas, noor, tomas, petra) = (await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"), await test.AsAsync("petra", "arvenia-watch"));
        var id = (await Held.SaveAsync(test.Rooms, lucas, null, s_viewing, Cancel)).Id;

        Assert.Equal(Refusal.Absent, (await Held.SaveAsync(test.Rooms, noor, id, s_viewing with { Revision = 1 }, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await Held.SaveAsync(test.Rooms, tomas, null, s_viewing, Cancel)).Refused);
        Assert.Equal(Refusal.Conflict, (await Held.SaveAsync(test.Rooms, lucas, id, s_viewing with { Revision = 7 }, Cancel)).Refused);
        Assert.Equal(Refusal.NoAddress, (await Held.SaveAsync(test.Rooms, lucas, null, s_viewing with { Link = "javascript:alert(1)" }, Cancel)).Refused);
        Assert.Null(await Held.ReadAsync(test.Rooms, petra, id, Cancel));
        await Held.TickAsync(test.Rooms, lucas, id, ["second-link", "no such point"], Cancel);
        Assert.Equal("second-link", (await Held.ReadAsync(test.Rooms, tomas, id, Cancel))!.Event.Ticked);

        Assert.True((await WayChoices.SaveAsync(test.Rooms, noor, "watch", "yes", "The line is good", ["benefit-bonds", "made-up"], Cancel)).IsDone);
        Assert.True((await WayChoices.SaveAsync(test.Rooms, lucas, "watch", "maybe", null, [], Cancel)).IsDone);
        Assert.Equal(Refusal.Unknown, (await WayChoices.SaveAsync(test.Rooms, lucas, "fly", "yes", null, [], Cancel)).Refused);
        Assert.Equal("maybe", Assert.Single(await WayChoices.ReadAsync(test.Rooms.Store, lucas, Cancel)).Value.Answer);
        Assert.Empty(await WayChoices.ReadAsync(test.Rooms.Store, petra, Cancel));
    }

    private static ContactWish Wish(string kind, string state, string name) => new(kind, name, state, "San Merrow", null, null, null, null, "2026-01-02", false, false, new ContactSecrets());
}
