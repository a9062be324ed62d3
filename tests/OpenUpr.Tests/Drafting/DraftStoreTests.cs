using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Drafting;

/// <summary>Priorities and drafts in a coalition's room, on both databases.</summary>
public sealed class DraftStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_draft_goes_from_its_writer_to_the_coalition_and_back_when_its_text_changes(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, noor, samir, tomas) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("samir"), await test.AsAsync("tomas"));
        var cluster = (await Clusters.ListAsync(rooms.Store, lucas, Cancel)).Single(c => c.Cluster.Name.StartsWith("Women", StringComparison.Ordinal)).Cluster.Id;
        Assert.Equal(Refusal.Absent, (await Priorities.SaveAsync(rooms, noor, null, new PriorityWish("Women's rights", null, null, cluster, null), Cancel)).Refused);
        var priority = (await Priorities.SaveAsync(rooms, lucas, null, new PriorityWish("Women's rights", null, "Why", cluster, null), Cancel)).Id;
        Assert.Equal("Women's rights", (await Priorities.FindAsync(rooms.Store, tomas, priority, Cancel))!.Priority.Title);
        Assert.Equal(Refusal.Conflict, (await Priorities.SaveAsync(rooms, lucas, priority, new PriorityWish("Women's rights", "Other", null, null, 0), Cancel)).Refused);

        var id = (await DraftWriting.AddAsync(rooms, noor, Wish("Open a crisis centre", client: "c1") with { PriorityId = priority }, Cancel)).Id;
        Assert.Equal(id, (await DraftWriting.AddAsync(rooms, noor, Wish("Open a crisis centre", client: "c1") with { PriorityId = priority }, Cancel)).Id);
        Assert.Equal(Refusal.Absent, (await DraftWriting.AddAsync(rooms, tomas, Wish("No"), Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await DraftWriting.SaveAsync(rooms, samir, id, Wish("Mine now", 1), Cancel)).Outcome.Refused);
        Assert.Equal(Refusal.Absent, (await Approvals.TakeAsync(rooms, samir, id, DraftSteps.SendToCluster, 1, null, Cancel)).Refused);
        Assert.True((await Approvals.TakeAsync(rooms, noor, id, DraftSteps.SendToCluster, 1, null, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await Approvals.TakeAsync(rooms, noor, id, DraftSteps.SendToCluster, 1, null, Cancel)).Refused);
        var waiting = Assert.Single(await new WaitingDrafts(rooms).ReadAsync(noor, Cancel));
        Assert.Equal((WaitingDrafts.ForCluster, (long?)cluster, $"/drafts/{id}"), (waiting.Kind, waiting.ClusterId, waiting.Path));

        Assert.Equal(Refusal.Empty, (await Approvals.TakeAsync(rooms, noor, id, DraftSteps.BackFromCluster, 1, " ", Cancel)).Refused);
        Assert.Equal(Refusal.Conflict, (await Approvals.TakeAsync(rooms, noor, id, DraftSteps.AgreeCluster, 7, null, Cancel)).Refused);
        Assert.True((await Approvals.TakeAsync(rooms, noor, id, DraftSteps.AgreeCluster, 1, null, Cancel)).IsDone);
        Assert.True((await Approvals.TakeAsync(rooms, noor, id, DraftSteps.PutToCoalition, 1, null, Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await Approvals.TakeAsync(rooms, noor, id, DraftSteps.AgreeCoalition, 1, null, Cancel)).Refused);
        Assert.Equal(WaitingDrafts.ForCoalition, Assert.Single(await new WaitingDrafts(rooms).ReadAsync(amara, Cancel)).Kind);
        Assert.True((await Approvals.TakeAsync(rooms, amara, id, DraftSteps.AgreeCoalition, 1, null, Cancel)).IsDone);

        // Another State to ask changes no words; another word does.
        Assert.True((await DraftWriting.SaveAsync(rooms, lucas, id, Wish("Open a crisis centre", 1) with { Targets = ["XNI"] }, Cancel)).Outcome.IsDone);
        Assert.Equal(DraftRecommendation.Ready, (await DraftRows.ReadAsync(rooms.Store, tomas, id, Cancel))!.Draft.State);
        Assert.True((await DraftWriting.SaveAsync(rooms, lucas, id, Wish("Open two crisis centres", 2) with { Targets = ["XNI"] }, Cancel)).Outcome.IsDone);
        var view = (await DraftRows.ReadAsync(rooms.Store, tomas, id, Cancel))!;
        Assert.Equal((DraftRecommendation.ForCluster, 3, 1), (view.Draft.State, view.Draft.Number, view.Draft.AgreedNumber));
        Assert.Equal("Lucas Fontaine", view.BroughtBack!.Author);
        Assert.Equal(["Open two crisis centres", "Open a crisis centre", "Open a crisis centre"], view.Versions.Select(v => v.Version.Text));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Two_who_write_at_once_see_both_texts_and_what_was_sent_twice_is_stored_once(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, amara) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("amara"));
        var id = (await DraftWriting.AddAsync(rooms, lucas, Wish("Set a limit to detention"), Cancel)).Id;
        Assert.True((await DraftWriting.SaveAsync(rooms, amara, id, Wish("Set by law a limit to detention", 1, "a"), Cancel)).Outcome.IsDone);
        Assert.True((await DraftWriting.SaveAsync(rooms, amara, id, Wish("Set by law a limit to detention", 1, "a"), Cancel)).Outcome.IsDone);
        var (outcome, clash) = await DraftWriting.SaveAsync(rooms, lucas, id, Wish("Set a limit to detention before trial", 1, "l"), Cancel);
        Assert.Equal(Refusal.Conflict, outcome.Refused);
        Assert.Equal(("Set by law a limit to detention before trial", 2), (clash!.Merged.Text, clash.Theirs.Number));

        // The answer was lost, and the writer went on in the same form: their own version is what they had before them.
        Assert.True((await DraftWriting.SaveAsync(rooms, amara, id, Wish("Set by law a limit to detention of all", 1, "a"), Cancel)).Outcome.IsDone);
        Assert.Equal(3, (await DraftRows.ReadAsync(rooms.Store, lucas, id, Cancel))!.Versions.Count);
        Assert.Equal(Refusal.Unknown, (await DraftWriting.SaveAsync(rooms, lucas, id, Wish("Text", 99), Cancel)).Outcome.Refused);
        Assert.Equal("text", (await DraftWriting.SaveAsync(rooms, lucas, id, Wish(" ", 3), Cancel)).Outcome.Field);
        Assert.Equal("targets", (await DraftWriting.SaveAsync(rooms, lucas, id, Wish("Text", 3) with { Targets = ["QQQ"] }, Cancel)).Outcome.Field);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_working_copy_is_its_writers_alone_and_goes_when_the_form_is_sent(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, amara, tomas) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("amara"), await test.AsAsync("tomas"));
        var id = (await DraftWriting.AddAsync(rooms, lucas, Wish("First"), Cancel)).Id;
        Assert.True(await DraftCopies.KeepAsync(rooms, lucas, id, new CopyWish(1, "First and more", null, "f", 2), Cancel));
        Assert.True(await DraftCopies.KeepAsync(rooms, lucas, id, new CopyWish(1, "First an", null, "f", 1), Cancel));
        Assert.False(await DraftCopies.KeepAsync(rooms, tomas, id, new CopyWish(1, "No", null, "t", 1), Cancel));
        Assert.False(await DraftCopies.KeepAsync(rooms, lucas, 999, new CopyWish(1, "No", null, "t", 1), Cancel));
        Assert.Equal("First and more", (await DraftCopies.FindAsync(rooms.Store, lucas, id, Cancel))!.Text);
        Assert.Null(await DraftCopies.FindAsync(rooms.Store, amara, id, Cancel));
        await using (var db = test.Open(amara))
        {
            Assert.Empty(await db.DraftCopies.ToListAsync(Cancel));
        }

        Assert.True((await DraftWriting.SaveAsync(rooms, lucas, id, Wish("First and more", 1, "f"), Cancel)).Outcome.IsDone);
        Assert.True(await DraftCopies.KeepAsync(rooms, lucas, id, new CopyWish(1, "First and more", null, "f", 3), Cancel));
        Assert.Null(await DraftCopies.FindAsync(rooms.Store, lucas, id, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_a_closed_cluster_drafts_is_there_for_its_people_alone(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, noor) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("noor"));
        var closed = (await Clusters.ListAsync(rooms.Store, amara, Cancel)).Single(c => c.Cluster.IsClosed).Cluster.Id;
        var priority = (await Priorities.SaveAsync(rooms, amara, null, new PriorityWish("Detention", "Behind the door", null, closed, null), Cancel)).Id;
        var id = (await DraftWriting.AddAsync(rooms, amara, Wish("Behind the door") with { PriorityId = priority }, Cancel)).Id;
        Assert.True((await DraftComments.AddAsync(rooms, amara, id, 1, "Behind the door too", Cancel)).IsDone);
        Assert.True((await Approvals.TakeAsync(rooms, amara, id, DraftSteps.SendToCluster, 1, null, Cancel)).IsDone);
        Assert.Null(await DraftRows.ReadAsync(rooms.Store, noor, id, Cancel));
        Assert.Empty(await DraftRows.ListAsync(rooms.Store, noor, Cancel));
        Assert.Empty(await new WaitingDrafts(rooms).ReadAsync(noor, Cancel));
        Assert.Empty(await new DraftTexts(rooms).ReadAsync(noor, Cancel));
        Assert.Equal(2, (await new DraftTexts(rooms).ReadAsync(amara, Cancel)).Count);
        Assert.Equal(Refusal.Absent, (await DraftComments.AddAsync(rooms, noor, id, 1, "Hello", Cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await DraftWriting.AddAsync(rooms, noor, Wish("Mine") with { PriorityId = priority }, Cancel)).Refused);
        await using var db = test.Open(noor);
        Assert.Equal((0, 0, 0), (await db.DraftVersions.CountAsync(Cancel), await db.DraftMoves.CountAsync(Cancel), await db.DraftComments.CountAsync(Cancel)));
    }

    private static DraftWish Wish(string text, int? number = null, string? client = null) => new(text, null, null, null, [], null, number, client);
}
