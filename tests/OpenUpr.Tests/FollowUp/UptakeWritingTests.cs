using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.FollowUp;

/// <summary>A person says what became of a draft; the program only proposes.</summary>
public sealed class UptakeWritingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task What_people_say_holds_until_they_take_it_back_and_nobody_is_overwritten(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, matcher) = (test.Rooms, new UptakeMatcher());
        await DemoWorld.LoadAsync(rooms.Store, TimeProvider.System, Cancel);
        await DemoPlan.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        var (lucas, noor, tomas) = (await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"));
        var follow = (await FollowRows.ListAsync(rooms.Store, lucas, Cancel))[0].Review.Id;
        Task<Outcome> Say(CoalitionAccess who, params UptakeWish[] wishes) => UptakeWriting.SayAsync(rooms, who, follow, wishes, Cancel);
        async Task<UptakeDraft> Draft(string start) => (await UptakeReading.ReadAsync(rooms.Store, matcher, lucas, follow, null, Cancel))!.Drafts.Single(d => d.Draft.Text.StartsWith(start, StringComparison.Ordinal));

        var draft = await Draft("Abolish the death penalty");
        Assert.Equal("131.1", draft.Proposals[0].Row.Row.Number);
        var (id, first) = (draft.Draft.Id, draft.Proposals[0].Row.Row.Id);
        Assert.Equal(Refusal.Absent, (await Say(tomas, new UptakeWish(id, first, UptakeMatch.Confirmed, 0))).Refused);
        Assert.Equal(Refusal.Absent, (await Say(lucas, new UptakeWish(id, 999_999, UptakeMatch.Confirmed, 0))).Refused);
        Assert.Equal(Refusal.Unknown, (await Say(lucas, new UptakeWish(id, null, UptakeMatch.Confirmed, 0))).Refused);
        Assert.Equal(Refusal.Empty, (await Say(lucas)).Refused);

        // "Nobody" gives way to "this one", which is said with a note; the same word sent twice is stored once.
        Assert.True((await Say(noor, new UptakeWish(id, null, UptakeMatch.Nobody, 0))).IsDone);
        Assert.Equal(UptakeStage.Nobody, (await Draft("Abolish")).Stage);
        Assert.True((await Say(lucas, new UptakeWish(id, first, UptakeMatch.Confirmed, 0, 0.8, "The date was lost."))).IsDone);
        Assert.True((await Say(noor, new UptakeWish(id, first, UptakeMatch.Confirmed, 0, 0.8, "The date was lost."))).IsDone);
        Assert.Equal(Refusal.Conflict, (await Say(noor, new UptakeWish(id, first, UptakeMatch.Refused, 0))).Refused);
        var taken = await Draft("Abolish");
        Assert.Equal(UptakeStage.Taken, taken.Stage);
        Assert.Null(taken.Nobody);
        Assert.Equal(("The date was lost.", 0.8, 1), (taken.Confirmed.Single().Match.Note, taken.Confirmed.Single().Match.Score!.Value, taken.Confirmed.Single().Match.Revision));
        Assert.DoesNotContain(taken.Proposals, p => p.Row.Row.Id == first);
        Assert.Contains(taken.Targets, t => t is { State: "XNI", Took: true });

        // Who took it up is thanked, with the pair that a letter names.
        var thanks = await UptakeOutcomes.ThanksAsync(rooms.Store, (await UptakeReading.ReadAsync(rooms.Store, matcher, lucas, follow, null, Cancel))!, Cancel);
        Assert.Equal(taken.Confirmed.Single().Row!.States.Order(StringComparer.Ordinal), thanks.Select(t => t.State));
        Assert.Equal(thanks.Count, thanks.SelectMany(t => t.Pairs).Distinct().Count());

        Assert.True((await Say(lucas, new UptakeWish(id, first, null, 1))).IsDone);
        Assert.True((await Draft("Abolish")).IsOpen);
        var petra = await test.AsAsync("petra", "arvenia-watch");
        Assert.Null(await UptakeReading.ReadAsync(rooms.Store, matcher, petra, follow, null, Cancel));
        Assert.Equal(Refusal.Absent, (await Say(petra, new UptakeWish(id, first, UptakeMatch.Confirmed, 0))).Refused);
        Assert.True((await Follows.SetClosedAsync(rooms, lucas, follow, true, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await Say(lucas, new UptakeWish(id, first, UptakeMatch.Confirmed, 0))).Refused);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_draft_is_followed_from_our_documents_to_the_answer_and_gaps_stay_empty(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, matcher) = (test.Rooms, new UptakeMatcher());
        await DemoWorld.LoadAsync(rooms.Store, TimeProvider.System, Cancel);
        await DemoPlan.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        await DemoDay.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        await DemoStudio.LoadAsync(rooms.Store, rooms.Time, Cancel);
        await DemoUptake.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        var lucas = await test.AsAsync("lucas");
        var follow = (await FollowRows.ListAsync(rooms.Store, lucas, Cancel))[0].Review.Id;
        var view = (await UptakeReading.ReadAsync(rooms.Store, matcher, lucas, follow, null, Cancel))!;
        Assert.Equal(3, view.Count(UptakeStage.Taken));
        Assert.Equal(1, view.Count(UptakeStage.Nobody));

        // What people noted as ours on the day is sure, whatever the words.
        var homes = view.Drafts.Single(d => d.Draft.Text.StartsWith("Give each family", StringComparison.Ordinal));
        await using (var db = rooms.Store.Open(lucas))
        {
            var note = await db.DayNotes.FirstAsync(n => n.RecommendationId != null && n.Text.StartsWith("Ensure safe homes"), Cancel);
            (note.DraftId, note.IsOurs) = (homes.Draft.Id, true);
            await db.SaveChangesAsync(Cancel);
        }

        var noted = (await UptakeReading.ReadAsync(rooms.Store, matcher, lucas, follow, homes.Draft.Id, Cancel))!.Drafts[0];
        Assert.True(noted is { Stage: UptakeStage.Likely, Proposals: [{ IsNoted: true, Row.Row.Number: "131.12" }, ..] });
        Assert.True((await UptakeWriting.ConfirmSureAsync(rooms, matcher, lucas, follow, Cancel)).IsDone);
        Assert.Equal(UptakeStage.Taken, (await UptakeReading.ReadAsync(rooms.Store, matcher, lucas, follow, homes.Draft.Id, Cancel))!.Drafts[0].Stage);
        Assert.NotEmpty((await UptakeChain.ReadAsync(rooms.Store, matcher, lucas, follow, homes.Draft.Id, Cancel))!.Notes);

        var penalty = view.Drafts.Single(d => d.Draft.Text.StartsWith("Abolish", StringComparison.Ordinal)).Draft.Id;
        var chain = (await UptakeChain.ReadAsync(rooms.Store, matcher, lucas, follow, penalty, Cancel))!;
        Assert.NotEmpty(chain.Documents);
        Assert.Equal("DEMO/A/HRC/WG.6/40/XTO/3", chain.Summary);
        Assert.Equal("2", chain.Passages[0].Number);
        Assert.Equal("noted", chain.Draft.Confirmed.Single().Row!.Row.Position);

        var bus = view.Drafts.Single(d => d.Draft.Text.StartsWith("Pay for a school bus", StringComparison.Ordinal)).Draft.Id;
        var broken = (await UptakeChain.ReadAsync(rooms.Store, matcher, lucas, follow, bus, Cancel))!;
        Assert.DoesNotContain(broken.Passages, p => p.Likeness >= Likeness.Likely);
        Assert.Empty(broken.Notes);
        Assert.NotNull(broken.Draft.Nobody);
        Assert.Null(await UptakeChain.ReadAsync(rooms.Store, matcher, lucas, follow, 999_999, Cancel));

        var issues = await UptakeOutcomes.IssuesAsync(rooms.Store, lucas, view, Cancel);
        var death = issues.Single(i => i.Issue == "Death penalty");
        Assert.Equal((1, 1), (death.Drafts, death.Taken));
        Assert.Equal(death.Rows.Count, death.Count("noted"));
    }
}
