using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.FollowUp;

/// <summary>Joint drafts on both databases: guests and members write one part of the matrix, nobody overwrites what they have not seen, and the matrix itself changes by the coalition alone.</summary>
public sealed class JointDraftsTests
{
    private const string Secret = "The clerk told us in confidence.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_guest_changes_the_shared_part_and_the_coalition_decides_what_its_matrix_takes_over(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor, ines) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("ines"));
        var (follow, id) = await ShareAsync(test, lucas, noor, ines);

        // The guest sees the ministry's action and no other, and writes into it; a stranger to the draft and its other actions find nothing.
        var seen = (await JointDrafts.ReadAsync(rooms.Store, ines, id, Cancel))!;
        Assert.Equal([1], seen.Plan.Actions.Select(a => a.Number));
        Assert.Equal(Refusal.Absent, (await WriteAsync(rooms, ines, id, 2, 0, Wish("Mine now"))).Refused);
        Assert.Equal(Refusal.Absent, (await WriteAsync(rooms, await test.AsAsync("petra", "arvenia-watch"), id, 1, 0, Wish("Mine now"))).Refused);
        Assert.Equal(Refusal.Absent, (await WriteAsync(rooms, await test.AsAsync("tomas"), id, 1, 0, Wish("Mine now"))).Refused);
        Assert.Equal("numbers", (await WriteAsync(rooms, ines, id, 1, 0, Wish("Draft a bill") with { Recommendations = "999.9" })).Field);
        Assert.Equal("target-0", (await WriteAsync(rooms, ines, id, 1, 0, Wish("Draft a bill", new IndicatorWish("Bills", null, "0", "one", null, null, null)))).Field);
        var served = JointReading.Written(seen.Base, seen.Find(1)!);
        var wish = Wish("Draft a bill by May", new IndicatorWish("Bills tabled", null, "0", "2", null, null, null), new IndicatorWish("Hearings", null, null, "3", null, null, null)) with { Recommendations = served };
        Assert.True((await WriteAsync(rooms, ines, id, 1, 0, wish, "i1")).IsDone);
        Assert.True((await WriteAsync(rooms, ines, id, 1, 0, wish, "i1")).IsDone);
        Assert.Equal("N1", ActionPlans.CodeOf((await JointWriting.SaveAsync(rooms, ines, id, null, 0, Wish("Train the judges") with { Recommendations = served }, "i2", Cancel)).Number!.Value));
        Assert.Equal(-1, (await JointWriting.SaveAsync(rooms, ines, id, null, 0, Wish("Train the judges") with { Recommendations = served }, "i2", Cancel)).Number);
        await using (var db = rooms.Store.Open(ines))
        {
            Assert.Equal((2, 0, 0, 0), (await db.JointEntries.CountAsync(Cancel), await db.PlannedActions.CountAsync(Cancel), await db.ActionEntries.CountAsync(Cancel), await db.FollowedRecommendations.CountAsync(Cancel)));
            Assert.DoesNotContain(await db.JointEntries.Select(e => e.Content).ToListAsync(Cancel), c => c.Contains(Secret, StringComparison.Ordinal));
        }

        // The matrix stands as it was; what waits is said once for each action; the differences are named field by field.
        Assert.Equal("Draft a bill", (await MatrixAsync(rooms, noor, follow))[0].Entry.Text);
        Assert.Equal(2, Assert.Single(await new WaitingFollowUp(rooms).ReadAsync(noor, Cancel), t => t.Kind == WaitingFollowUp.Joint).Count);
        Assert.Contains(await new ChangeTexts(rooms).ReadAsync(noor, Cancel), t => t.Kind == "joint-action" && t.Text.Contains("Train the judges", StringComparison.Ordinal));
        var differences = await CompareAsync(rooms, noor, follow, id);
        Assert.Equal([(1, "text,indicators", true, 1), (-1, "", true, 0)], differences.Select(d => (d.Number, string.Join(',', d.Fields.Select(f => f.Field)), d.Waits, d.MatrixRevision)));
        Assert.Empty(await JointTaking.CompareAsync(rooms.Store, ines, follow, seen, Cancel));

        // A field that the coalition changed in its matrix since differs too, and is told apart: the draft never wrote it.
        var first = (await MatrixAsync(rooms, noor, follow))[0].Action.Id;
        await ActionWriting.SaveAsync(rooms, noor, follow.Review.Id, [new ActionChange(first, 1, new ActionText("Draft a bill") { Ministry = "Justice", Note = Secret, Budget = "2 million" })], "budget", Cancel);
        differences = await CompareAsync(rooms, noor, follow, id);
        Assert.Equal(("text,indicators,budget", "indicators,text", 2), (string.Join(',', differences[0].Fields.Select(f => f.Field)), string.Join(',', differences[0].Written.Order(StringComparer.Ordinal)), differences[0].MatrixRevision));

        // Taken over with care: nothing that the person did not have before them, the chosen fields alone, the note and what was measured stay.
        Assert.Equal(Refusal.Conflict, (await JointTaking.TakeAsync(rooms, noor, follow, id, 1, (0, 2), ["text"], Cancel)).Refused);
        Assert.Equal(Refusal.Conflict, (await JointTaking.TakeAsync(rooms, noor, follow, id, 1, (1, 1), ["text"], Cancel)).Refused);
        Assert.Equal(Refusal.Empty, (await JointTaking.TakeAsync(rooms, noor, follow, id, 1, (1, 2), [], Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await JointTaking.TakeAsync(rooms, ines, follow, id, 1, (1, 2), ["text"], Cancel)).Refused);
        Assert.True((await JointTaking.TakeAsync(rooms, noor, follow, id, 1, (1, 2), ["indicators"], Cancel)).IsDone);
        var taken = (await MatrixAsync(rooms, noor, follow))[0];
        Assert.Equal(("Draft a bill", Secret, "Bills tabled 2, Hearings 3"), (taken.Entry.Text, taken.Entry.Note, string.Join(", ", taken.Indicators.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Name} {i.Target:0}")))));
        await using (var db = rooms.Store.Open(noor))
        {
            Assert.Equal(taken.Indicators[0].Id, await db.IndicatorValues.Select(v => v.IndicatorId).SingleAsync(Cancel));
        }

        Assert.Equal(["text", "budget"], (await CompareAsync(rooms, noor, follow, id)).Single(d => d.Number == 1).Fields.Select(f => f.Field));
        Assert.True((await JointTaking.TakeAsync(rooms, noor, follow, id, -1, (1, 0), [], Cancel)).IsDone);
        var added = (await MatrixAsync(rooms, noor, follow))[2];
        Assert.Equal(("A3", "Train the judges", follow.Rows[0].Row.Id), (added.Code, added.Entry.Text, added.Rows.Single().Row.Id));
        Assert.Equal(Refusal.Conflict, (await JointTaking.TakeAsync(rooms, noor, follow, id, -1, (1, 0), ["text"], Cancel)).Refused);
        Assert.True((await WriteAsync(rooms, ines, id, -1, 1, Wish("Train all judges") with { Recommendations = served })).IsDone);
        Assert.Equal([(-1, "A3", "text")], (await CompareAsync(rooms, noor, follow, id)).Where(d => d.Number < 0).Select(d => (d.Number, ActionPlans.CodeOf(d.Matrix!.Number), d.Fields.Single().Field)));
        Assert.True((await JointTaking.LeaveAsync(rooms, noor, follow, id, -1, Cancel)).IsDone);
        Assert.DoesNotContain(await new WaitingFollowUp(rooms).ReadAsync(noor, Cancel), t => t.Kind == WaitingFollowUp.Joint);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Two_sides_at_once_lose_no_words_and_an_agreed_draft_is_closed(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor, ines) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("ines"));
        var (follow, id) = await ShareAsync(test, lucas, noor, ines);

        // Of many who begin with the same words one is stored, all others are told.
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => WriteAsync(rooms, i % 2 == 0 ? ines : noor, id, 1, 0, Wish($"Words {i}")), Cancel)));
        Assert.Equal([1, 7], [all.Count(o => o.IsDone), all.Count(o => o.Refused == Refusal.Conflict)]);
        var draft = (await JointDrafts.ReadAsync(rooms.Store, noor, id, Cancel))!;
        Assert.True((await WriteAsync(rooms, noor, id, 1, 1, Wish("Draft it together") with { Text = new ActionText("Draft it together") { State = ActionEntry.Agreed } })).IsDone);
        var history = await JointDrafts.HistoryAsync(rooms.Store, ines, draft, 1, Cancel);
        Assert.Equal([2, 1], history.Select(s => s.Entry.Number));
        Assert.All(history, s => Assert.Null(s.Author));
        Assert.NotNull((await JointDrafts.HistoryAsync(rooms.Store, noor, draft, 1, Cancel))[0].Author);

        // The other way round: what the matrix says comes into the draft, and what came to the matrix since too.
        await ActionWriting.AddAsync(rooms, noor, follow.Review.Id, new ActionText("Print the bill") { Ministry = "Justice" }, [], "late", Cancel);
        Assert.Equal([(1, false), (3, true)], (await CompareAsync(rooms, noor, follow, id)).Select(d => (d.Number, d.Draft is null)));
        Assert.True((await JointTaking.BringAsync(rooms, noor, follow, id, 3, 0, Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await JointTaking.BringAsync(rooms, noor, follow, id, 1, 0, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await JointTaking.BringAsync(rooms, noor, follow, id, 99, 0, Cancel)).Refused);
        Assert.Equal(["Draft it together", "Print the bill"], (await JointDrafts.ReadAsync(rooms.Store, ines, id, Cancel))!.Plan.Actions.Select(a => a.Text));

        // Left out: it goes into no file and stays in the draft.
        Assert.True((await WriteAsync(rooms, ines, id, 3, 1, Wish("Print the bill") with { Text = new ActionText("Print the bill") { Ministry = "Justice", State = ActionEntry.Dropped } })).IsDone);
        Assert.Single((await ActionVersions.ReadAsync(rooms.Store, ines, id, Cancel))!.Plan.Actions);
        Assert.Single((await JointDrafts.ReadAsync(rooms.Store, ines, id, Cancel))!.LeftOut);

        Assert.Equal(Refusal.Absent, (await JointWriting.AgreeAsync(rooms, noor, id, "Agreed", Cancel)).Refused);
        Assert.Equal("title", (await JointWriting.AgreeAsync(rooms, lucas, id, " ", Cancel)).Field);
        var agreed = (await JointWriting.AgreeAsync(rooms, lucas, id, "Agreed", Cancel)).Id;
        var kept = (await ActionVersions.ReadAsync(rooms.Store, lucas, agreed, Cancel))!;
        Assert.Equal((ActionVersion.Agreed, "Draft it together", null), (kept.Version.Kind, kept.Plan.Actions.Single().Text, kept.Joint));
        Assert.Null(await ActionVersions.ReadAsync(rooms.Store, ines, agreed, Cancel));
        Assert.Equal(Refusal.Closed, (await WriteAsync(rooms, ines, id, 1, 2, Wish("Too late"))).Refused);
        Assert.Equal(Refusal.Absent, (await JointWriting.SetOpenAsync(rooms, ines, id, true, Cancel)).Refused);
        Assert.True((await JointWriting.SetOpenAsync(rooms, lucas, id, true, Cancel)).IsDone);

        // Who only reads, or reads no more, writes nothing; and with the review put away nobody does.
        await ActionVersions.SetWriterAsync(rooms, lucas, id, ines.MemberId!.Value, false, Cancel);
        Assert.Equal(Refusal.Absent, (await WriteAsync(rooms, ines, id, 1, 2, Wish("Not mine"))).Refused);
        await ActionVersions.SetWriterAsync(rooms, lucas, id, ines.MemberId.Value, true, Cancel);
        await ActionVersions.ShareAsync(rooms, lucas, id, ines.MemberId.Value, false, Cancel);
        Assert.Null(await JointDrafts.ReadAsync(rooms.Store, ines, id, Cancel));
        await using (var db = rooms.Store.Open(ines))
        {
            Assert.Equal(0, await db.JointEntries.CountAsync(Cancel));
        }

        await ActionVersions.ShareAsync(rooms, lucas, id, ines.MemberId.Value, true, Cancel);
        await Follows.SetClosedAsync(rooms, lucas, follow.Review.Id, true, Cancel);
        Assert.Equal(Refusal.Closed, (await WriteAsync(rooms, ines, id, 1, 2, Wish("Too late"))).Refused);
        Assert.Equal(Refusal.Closed, (await JointWriting.SetOpenAsync(rooms, lucas, id, true, Cancel)).Refused);
    }

    private static async Task<(FollowView Follow, long Version)> ShareAsync(TestRooms test, CoalitionAccess lucas, CoalitionAccess noor, CoalitionAccess ines)
    {
        var rooms = test.Rooms;
        var follow = await ActionsTests.FollowAsync(test, lucas);
        var action = (await ActionWriting.AddAsync(rooms, noor, follow.Review.Id, new ActionText("Draft a bill") { Ministry = "Justice", Note = Secret }, [follow.Rows[0].Row.Id], "n", Cancel)).Id;
        await ActionWriting.AddAsync(rooms, noor, follow.Review.Id, new ActionText("Open a house") { Ministry = "Health" }, [follow.Rows[1].Row.Id], "m", Cancel);
        await Indicators.SaveAsync(rooms, noor, action, null, 0, new IndicatorWish("Bills tabled", null, "0", "1", null, null, null), Cancel);
        await using (var db = rooms.Store.Open(noor))
        {
            await Indicators.MeasureAsync(rooms, noor, action, await db.ActionIndicators.Select(i => i.Id).SingleAsync(Cancel), "2026-01-01", "1", "Gazette", Cancel);
        }

        var version = (await ActionVersions.TakeAsync(rooms, lucas, follow, ActionVersion.Joint, "Together", new ActionAudience(ActionViews.Ministry, "Justice"), Cancel)).Id;
        await ActionVersions.ShareAsync(rooms, lucas, version, ines.MemberId!.Value, true, Cancel);
        Assert.Equal(Refusal.Absent, (await WriteAsync(rooms, ines, version, 1, 0, Wish("Not yet"))).Refused);
        await ActionVersions.SetWriterAsync(rooms, lucas, version, ines.MemberId.Value, true, Cancel);
        return (follow, version);
    }

    private static JointWish Wish(string text, params IndicatorWish[] indicators) => new(new ActionText(text) { Ministry = "Justice" }, null, indicators);

    private static async Task<Outcome> WriteAsync(Rooms rooms, CoalitionAccess access, long version, int number, int revision, JointWish wish, string? client = null) =>
        (await JointWriting.SaveAsync(rooms, access, version, number, revision, wish, client, Cancel)).Outcome;

    private static async Task<IReadOnlyList<ActionRow>> MatrixAsync(Rooms rooms, CoalitionAccess access, FollowView follow) => (await ActionRows.ReadAsync(rooms.Store, access, follow, Cancel)).Actions;

    private static async Task<IReadOnlyList<JointDifference>> CompareAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long version) =>
        await JointTaking.CompareAsync(rooms.Store, access, follow, (await JointDrafts.ReadAsync(rooms.Store, access, version, Cancel))!, Cancel);
}
