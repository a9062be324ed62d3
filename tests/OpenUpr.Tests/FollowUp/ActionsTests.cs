using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Planning;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.FollowUp;

/// <summary>The implementation matrix and assessments on both databases: nobody overwrites what they have not seen, guests see one version, judgements stand side by side.</summary>
public sealed class ActionsTests
{
    private const string Secret = "The clerk told us in confidence.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Many_write_one_matrix_and_no_words_are_lost(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor, tomas) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"));
        var follow = await FollowAsync(test, lucas);
        var id = follow.Review.Id;
        long[] rows = [follow.Rows[0].Row.Id, follow.Rows[1].Row.Id];
        Assert.Equal(Refusal.Absent, (await ActionWriting.AddAsync(rooms, tomas, id, new ActionText("Draft a bill"), rows, "t", Cancel)).Refused);
        Assert.Equal("text", (await ActionWriting.AddAsync(rooms, noor, id, new ActionText(" "), rows, "n", Cancel)).Field);
        Assert.Equal("to", (await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Draft") { From = "2027-02-01", To = "2027-01-01" }, rows, "n", Cancel)).Field);
        Assert.Equal("targets", (await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Draft") { Targets = "peace" }, rows, "n", Cancel)).Field);
        Assert.Equal(Refusal.Absent, (await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Draft"), [999_999], "n", Cancel)).Refused);
        var action = (await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Draft a bill") { Ministry = "Justice", Note = Secret }, rows, "n1", Cancel)).Id;
        Assert.Equal(action, (await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Draft a bill") { Ministry = "Justice", Note = Secret }, rows, "n1", Cancel)).Id);
        var second = (await ActionWriting.AddAsync(rooms, lucas, id, new ActionText("Open a house"), [rows[0]], "l1", Cancel)).Id;

        // Two had the first entry before them: the second to arrive is told, their other row is stored.
        ActionChange Change(long which, int revision, string text) => new(which, revision, new ActionText(text) { Note = Secret }) { Tail = $"-{which}" };
        Assert.Equal((1, 0), Counts(await ActionWriting.SaveAsync(rooms, noor, id, [Change(action, 1, "Draft a good bill")], "n2", Cancel)));
        Assert.Equal((0, 0), Counts(await ActionWriting.SaveAsync(rooms, noor, id, [Change(action, 1, "Draft a good bill")], "n2", Cancel)));
        var late = await ActionWriting.SaveAsync(rooms, lucas, id, [Change(action, 1, "Draft a bad bill"), Change(second, 1, "Open a big house")], "l2", Cancel);
        Assert.Equal(((1, 1), "Draft a good bill"), (Counts(late), late.Clashes[0].Theirs.Text));
        Assert.Equal($"text-{second}", (await ActionWriting.SaveAsync(rooms, lucas, id, [Change(action, 2, "Draft"), Change(second, 2, "")], "l3", Cancel)).Outcome.Field);

        var view = await ActionRows.ReadAsync(rooms.Store, tomas, follow, Cancel);
        Assert.Equal([("A1", "Draft a good bill", 2), ("A2", "Open a big house", 1)], view.Actions.Select(a => (a.Code, a.Entry.Text, a.Rows.Count)));
        Assert.Equal(follow.Rows.Count - 2, view.Unserved.Count);
        Assert.Equal(["Draft a good bill", "Draft a bill"], (await ActionRows.HistoryAsync(rooms.Store, tomas, action, Cancel)).Select(h => h.Entry.Text));
        Assert.True((await ActionWriting.SetLinksAsync(rooms, noor, id, action, [rows[0]], false, Cancel)).IsDone);
        Assert.Equal("numbers", (await ActionWriting.SetLinksAsync(rooms, noor, id, action, [], true, Cancel)).Field);
        var petra = await test.AsAsync("petra", "arvenia-watch");
        Assert.Equal(Refusal.Absent, (await ActionWriting.SetLinksAsync(rooms, petra, id, action, rows, true, Cancel)).Refused);
        Assert.Contains(await new ChangeTexts(rooms).ReadAsync(tomas, Cancel), t => t.Kind == "action" && t.Text.Contains("good bill", StringComparison.Ordinal));

        await IndicatorsAsync(rooms, noor, action);
        Assert.True((await Follows.SetClosedAsync(rooms, lucas, id, true, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await ActionWriting.SaveAsync(rooms, noor, id, [Change(action, 2, "Too late")], "z", Cancel)).Outcome.Refused);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_guest_sees_one_version_and_nothing_private_and_speaks_only_where_they_may(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor, ines) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("ines"));
        var follow = await FollowAsync(test, lucas);
        var id = follow.Review.Id;
        Assert.Equal(Refusal.Empty, (await ActionVersions.TakeAsync(rooms, lucas, follow, "joint", "None", null, Cancel)).Refused);
        await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Draft a bill") { Ministry = "Justice", Actors = "Bar: trains", Note = Secret }, [follow.Rows[0].Row.Id], "n", Cancel);
        await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Left out") { State = ActionEntry.Dropped }, [], "m", Cancel);
        await Assessments.AddAsync(rooms, noor, id, new AssessmentWish(follow.Rows[0].Row.Id, null, "not", "An assessment of ours.", false, null, null), "a", Cancel);
        Assert.Equal(Refusal.Absent, (await ActionVersions.TakeAsync(rooms, noor, follow, "joint", "Draft", null, Cancel)).Refused);
        var version = (await ActionVersions.TakeAsync(rooms, lucas, follow, "joint", "Draft", null, Cancel)).Id;
        var other = (await ActionVersions.TakeAsync(rooms, lucas, follow, "plan", "Ours", new ActionAudience(ActionViews.Ministry, "Justice"), Cancel)).Id;

        // Before it is shared, and without the right, there is nothing for the guest.
        Assert.Null(await ActionVersions.ReadAsync(rooms.Store, ines, version, Cancel));
        Assert.Equal(Refusal.Absent, (await ActionVersions.SetWriterAsync(rooms, lucas, version, ines.MemberId!.Value, true, Cancel)).Refused);
        Assert.True((await ActionVersions.ShareAsync(rooms, lucas, version, ines.MemberId.Value, true, Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await SayAsync(rooms, ines, version, "comment")).Refused);
        Assert.True((await ActionVersions.SetWriterAsync(rooms, lucas, version, ines.MemberId.Value, true, Cancel)).IsDone);
        Assert.True((await SayAsync(rooms, noor, version, "comment")).IsDone);
        Assert.True((await SayAsync(rooms, ines, version, "proposal")).IsDone);
        Assert.Equal(Refusal.Absent, (await SayAsync(rooms, ines, other, "comment")).Refused);

        var seen = (await ActionVersions.ReadAsync(rooms.Store, ines, version, Cancel))!;
        Assert.Equal(["Draft a bill"], seen.Plan.Actions.Select(a => a.Text));
        Assert.Equal([(ines.MemberId, null)], seen.Comments.Select(c => (c.Comment.AuthorId, c.Author)));
        Assert.DoesNotContain(Secret, seen.Version.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("An assessment of ours", seen.Version.Content, StringComparison.Ordinal);
        Assert.Null(await ActionVersions.ReadAsync(rooms.Store, ines, other, Cancel));
        Assert.Contains(await Sharing.WithMeAsync(rooms.Store, ines, Cancel), t => t.Thing == ActionVersions.Thing && t.Id == version);
        await using (var db = rooms.Store.Open(ines))
        {
            Assert.Equal((1, 0, 0, 0, 0, 0, 1, 1), (await db.ActionVersions.CountAsync(Cancel), await db.PlannedActions.CountAsync(Cancel), await db.ActionEntries.CountAsync(Cancel), await db.Assessments.CountAsync(Cancel), await db.FollowedRecommendations.CountAsync(Cancel), await db.AssessmentEvidence.CountAsync(Cancel), await db.ActionGuests.CountAsync(Cancel), await db.ActionComments.CountAsync(Cancel)));
            Assert.Equal(0, await db.JointEntries.CountAsync(Cancel));
        }

        // Members see all words and answer each once; the file bears nothing private and is valid.
        var all = (await ActionVersions.ReadAsync(rooms.Store, lucas, version, Cancel))!;
        Assert.Equal([false, true], all.Comments.Select(c => c.IsGuest));
        Assert.True((await ActionVersions.AnswerAsync(rooms, noor, version, all.Comments[1].Comment.Id, "Taken over.", Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await ActionVersions.AnswerAsync(rooms, lucas, version, all.Comments[1].Comment.Id, "No.", Cancel)).Refused);
        Assert.Equal("Taken over.", (await ActionVersions.ReadAsync(rooms.Store, ines, version, Cancel))!.Comments[0].Comment.Answer);
        var file = ActionsDocx.Write(seen.Plan, "Implementation matrix", "fr");
        using var docx = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(docx, Cancel).Select(e => e.Description));
        Assert.DoesNotContain(Secret, docx.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Contains("Recommandations sans mesure", docx.MainDocumentPart.Document!.InnerText, StringComparison.Ordinal);

        Assert.True((await ActionVersions.ShareAsync(rooms, lucas, version, ines.MemberId.Value, false, Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await SayAsync(rooms, ines, version, "comment")).Refused);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Judgements_stand_side_by_side_and_a_second_person_confirms_them(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor, tomas) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"));
        var follow = await FollowAsync(test, lucas);
        var (id, row) = (follow.Review.Id, follow.Rows[0].Row.Id);
        var organisation = (await MemberOrganisations.ListAsync(rooms.Store, lucas, Cancel))[0].Id;
        AssessmentWish Wish(long? of, string value) => new(row, of, value, "Facts.", false, null, null);
        Assert.Equal(Refusal.Absent, (await Assessments.AddAsync(rooms, tomas, id, Wish(null, "not"), "t", Cancel)).Refused);
        Assert.Equal("value", (await Assessments.AddAsync(rooms, noor, id, Wish(null, "better"), "n", Cancel)).Field);
        Assert.Equal("regression", (await Assessments.AddAsync(rooms, noor, id, Wish(null, "not") with { IsRegression = true }, "n", Cancel)).Field);
        Assert.Equal("source", (await Assessments.AddAsync(rooms, noor, id, Wish(null, "not") with { Evidence = new EvidenceWish("bill", "", null, null) }, "n", Cancel)).Field);
        Assert.Equal("case", (await Assessments.AddAsync(rooms, noor, id, Wish(null, "not") with { Evidence = new EvidenceWish("case", null, null, 999_999) }, "n", Cancel)).Field);
        Assert.Equal("organisation", (await Assessments.AddAsync(rooms, noor, id, Wish(999_999, "not"), "n", Cancel)).Field);

        Assert.Equal(Refusal.Absent, (await Rounds.BeginAsync(rooms, noor, id, "2026", "2026-01-01", "2026-03-01", Cancel)).Refused);
        Assert.Equal("due", (await Rounds.BeginAsync(rooms, lucas, id, "2026", "2026-04-01", "2026-03-01", Cancel)).Field);
        var round = (await Rounds.BeginAsync(rooms, lucas, id, "2026", "2026-01-01", "2026-03-01", Cancel)).Id;
        Assert.Equal(Refusal.Taken, (await Rounds.BeginAsync(rooms, lucas, id, "2027", "2027-01-01", "2027-03-01", Cancel)).Refused);
        var first = (await Assessments.AddAsync(rooms, noor, id, Wish(null, "not") with { Evidence = new EvidenceWish("bill", "Bill 3", "https://parliament.example/3", null) }, "n1", Cancel)).Id;
        Assert.Equal(first, (await Assessments.AddAsync(rooms, noor, id, Wish(null, "not"), "n1", Cancel)).Id);
        await Assessments.AddAsync(rooms, lucas, id, Wish(organisation, "implemented"), "l1", Cancel);
        await Assessments.AddAsync(rooms, noor, id, Wish(null, "partly"), "n2", Cancel);

        var view = await AssessmentRows.ReadAsync(rooms.Store, tomas, follow, Cancel);
        var monitored = view.Rows[0];
        Assert.Equal(["partly", "implemented", "not"], monitored.All.Select(a => a.Assessment.Value));
        Assert.Equal((2, true, "mixed", 0.75m), (monitored.Standing.Count, monitored.IsDisputed, monitored.Light, monitored.Index.Value!.Value));
        Assert.Equal((1, follow.Rows.Count, false, true), (view.Running!.Done, view.Running.All, view.IsDue(monitored), view.IsDue(view.Rows[1])));

        // Four eyes: not the author's own, once, and nothing is added after it.
        Assert.Equal(Refusal.NotAllowed, (await Assessments.ConfirmAsync(rooms, noor, id, first, Cancel)).Refused);
        Assert.True((await Assessments.ConfirmAsync(rooms, lucas, id, first, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await Assessments.ConfirmAsync(rooms, lucas, id, first, Cancel)).Refused);
        Assert.Equal(Refusal.Closed, (await Assessments.AddEvidenceAsync(rooms, noor, id, first, new EvidenceWish("bill", "Bill 4", null, null), Cancel)).Refused);
        Assert.Contains(await new WaitingFollowUp(rooms).ReadAsync(lucas, Cancel), t => t.Kind == WaitingFollowUp.Confirm && t.MemberId == lucas.MemberId);
        Assert.Contains(await new WaitingFollowUp(rooms).ReadAsync(lucas, Cancel), t => t.Kind == WaitingFollowUp.Round && t.DueOn == new DateOnly(2026, 3, 1));
        Assert.Single(await new FollowUpDays(rooms).ReadAsync(tomas, new Days(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 2)), Cancel), d => d.Kind == DatedKinds.Round);
        Assert.True((await Rounds.EndAsync(rooms, lucas, id, round, Cancel)).IsDone);
        var overview = await FollowOverview.ReadAsync(rooms, lucas, (await FollowRows.ReadAsync(rooms.Store, lucas, id, Cancel))!, Cancel);
        Assert.Equal((2, 0), (overview.Unconfirmed, overview.Round.Count));

        // A round that is written down late holds what was judged since its first day, and not what was judged before it.
        var today = DateOnly.FromDateTime(rooms.Time.GetUtcNow().UtcDateTime);
        foreach (var (year, from, done) in new[] { ("2027", today.AddDays(1), 0), ("2028", today, 1) })
        {
            await Assessments.AddAsync(rooms, noor, id, Wish(null, "not"), "late" + year, Cancel);
            var late = (await Rounds.BeginAsync(rooms, lucas, id, year, from.ToString("O", CultureInfo.InvariantCulture), today.AddDays(40).ToString("O", CultureInfo.InvariantCulture), Cancel)).Id;
            Assert.Equal(done, (await AssessmentRows.ReadAsync(rooms.Store, tomas, follow, Cancel)).Running!.Done);
            await Rounds.EndAsync(rooms, lucas, id, late, Cancel);
        }
    }

    private static (int Saved, int Clashes) Counts(ActionsSaved saved) => (saved.Saved, saved.Clashes.Count);

    private static Task<Outcome> SayAsync(Rooms rooms, CoalitionAccess access, long version, string kind) => ActionVersions.SayAsync(rooms, access, version, 1, kind, "Words.", null, Cancel);

    private static async Task IndicatorsAsync(Rooms rooms, CoalitionAccess noor, long action)
    {
        var wish = new IndicatorWish("Laws", "laws", "0", "1", "Gazette", "2027-01-01", "16.3.2");
        Assert.Equal("baseline", (await Indicators.SaveAsync(rooms, noor, action, null, 0, wish with { Baseline = "none" }, Cancel)).Field);
        Assert.True((await Indicators.SaveAsync(rooms, noor, action, null, 0, wish, Cancel)).IsDone);
        await using var db = rooms.Store.Open(noor);
        var made = await db.ActionIndicators.SingleAsync(i => i.ActionId == action, Cancel);
        Assert.Equal(Refusal.Conflict, (await Indicators.SaveAsync(rooms, noor, action, made.Id, 0, wish, Cancel)).Refused);
        Assert.Equal("source", (await Indicators.MeasureAsync(rooms, noor, action, made.Id, "2026-05-01", "0.5", "", Cancel)).Field);
        Assert.True((await Indicators.MeasureAsync(rooms, noor, action, made.Id, "2026-05-01", "0.5", "Gazette", Cancel)).IsDone);
        Assert.True((await Indicators.MeasureAsync(rooms, noor, action, made.Id, "2025-05-01", "0.1", "Gazette", Cancel)).IsDone);
        Assert.Equal([0.1m, 0.5m], (await Indicators.ValuesAsync(rooms.Store, noor, made.Id, Cancel)).Select(v => v.Value));
        Assert.True((await Indicators.RemoveAsync(rooms, noor, action, made.Id, Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await Indicators.MeasureAsync(rooms, noor, action, made.Id, "2026-06-01", "1", "Gazette", Cancel)).Refused);
    }

    internal static async Task<FollowView> FollowAsync(TestRooms test, CoalitionAccess access)
    {
        await DemoWorld.LoadAsync(test.Rooms.Store, TimeProvider.System, Cancel);
        var choice = (await FollowRows.ChoicesAsync(test.Rooms.Store, access, Cancel))[0];
        var begun = await Follows.BeginAsync(test.Rooms, access, choice.State, choice.Session, Cancel);
        return (await FollowRows.ReadAsync(test.Rooms.Store, access, begun.Id, Cancel))!;
    }
}
