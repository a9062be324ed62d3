using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Planning.ReviewDay;

/// <summary>Few stores with many sentences each: founding one is most of their time.</summary>
public sealed class DayStoreTests
{
    private readonly DayMatcher _matcher = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_line_that_is_sent_twice_is_stored_once_and_of_two_who_correct_it_the_second_sees_both(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, noor, tomas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"), await demo.AsAsync("noor"), await demo.AsAsync("tomas"));
        var (board, speakers) = await BoardAsync(rooms, amara, noor);

        LineWish[] wishes = [new("line-aaaa", null, speakers[0], "Abolish the death penalty", null), new("line-bbbb", null, speakers[0], "? When", null), new("bad", null, null, "x", null), new("line-cccc", null, 999, "x", null), new("line-dddd", null, speakers[0], " ", null)];
        var first = await Lines.SendAsync(rooms, _matcher, noor, board, wishes, Cancel);
        var second = await Lines.SendAsync(rooms, _matcher, noor, board, wishes, Cancel);
        Assert.Equal(first!.Select(r => r.Stored?.Id), second!.Select(r => r.Stored?.Id));
        Assert.Equal(new Refusal?[] { null, null, Refusal.Unknown, Refusal.Unknown, Refusal.Empty }, first!.Select(r => r.Outcome.Refused));
        Assert.Equal(Refusal.Taken, (await SendAsync(rooms, lucas, board, wishes[0])).Outcome.Refused);
        Assert.Null(await Lines.SendAsync(rooms, _matcher, tomas, board, wishes, Cancel));
        await using (var db = demo.Open(noor))
        {
            Assert.Equal([DayNote.Recommendation, DayNote.Question], (await db.DayNotes.Where(n => n.BoardId == board).OrderBy(n => n.Id).ToListAsync(Cancel)).Select(n => n.Kind));
        }

        // Two correct the same line; what was seen last time is what each changes.
        var line = first![0].Stored!;
        Assert.True((await SendAsync(rooms, lucas, board, wishes[0] with { Text = "Abolish it in law", Revision = line.Revision })).Outcome.IsDone);
        var late = await SendAsync(rooms, noor, board, wishes[0] with { Text = "Abolish it at once", Revision = line.Revision });
        Assert.Equal(((Refusal?)Refusal.Conflict, "Abolish it in law"), (late.Outcome.Refused, late.Stored!.Text));
        var mine = await SendAsync(rooms, noor, board, wishes[0] with { Text = "Abolish it at once", Revision = late.Stored.Revision });
        Assert.Equal("Abolish it at once", mine.Stored!.Text);

        // The answer was lost and the correction comes again: it is stored already.
        Assert.True((await SendAsync(rooms, noor, board, wishes[0] with { Text = "Abolish it at once", Revision = late.Stored.Revision })).Outcome.IsDone);
        var theirs = await SendAsync(rooms, lucas, board, new LineWish("line-eeee", null, speakers[1], "Adopt a plan", null));
        Assert.Equal(Refusal.Absent, (await SendAsync(rooms, noor, board, new LineWish("line-eeee", null, speakers[1], "Changed", null, theirs.Stored!.Revision))).Outcome.Refused);

        Assert.NotNull((await SendAsync(rooms, noor, board, wishes[1] with { IsGone = true })).Stored!.WithdrawnAt);
        Assert.True((await SendAsync(rooms, noor, board, new LineWish("line-ffff", null, null, null, null, null, true))).Outcome.IsDone);
        Assert.Equal(["line-eeee", "line-aaaa"], (await BoardFeed.LastAsync(rooms.Store, tomas, (await Boards.FindAsync(rooms.Store, tomas, board, Cancel))!, 10, Cancel)).Select(l => l.Note.ClientId));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Two_who_write_at_the_same_time_lose_nothing_and_each_hears_of_all_that_is_new(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, noor) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"), await demo.AsAsync("noor"));
        var (board, speakers) = await BoardAsync(rooms, amara, noor);
        var seen = (await BoardFeed.SinceAsync(rooms.Store, noor, board, 0, Cancel))!.UpTo;

        await Task.WhenAll(new[] { lucas, noor }.Select((who, n) => Task.Run(
            async () =>
            {
                for (var i = 0; i < 12; i++)
                {
                    Assert.True((await SendAsync(rooms, who, board, new LineWish($"writer{n}-{i:00}", null, speakers[i % 2], $"Line {i} of {n}", null))).Outcome.IsDone);
                }
            },
            Cancel)));

        var news = (await BoardFeed.SinceAsync(rooms.Store, amara, board, seen, Cancel))!;
        Assert.Equal(24, news.Lines.Select(l => l.Note.ClientId).Distinct().Count());
        Assert.Equal(24, news.Lines.Select(l => l.Note.Sequence).Distinct().Count());
        Assert.Empty((await BoardFeed.SinceAsync(rooms.Store, amara, board, news.UpTo, Cancel))!.Lines);

        // The order of speakers, the floor, and who is left out.
        Assert.True((await Speakers.MoveAsync(rooms, noor, board, speakers[2], true, Cancel)).IsDone);
        Assert.True((await Speakers.PlaceAsync(rooms, noor, board, speakers[0], 3, Cancel)).IsDone);
        Assert.True((await Speakers.LeaveOutAsync(rooms, noor, board, speakers[1], true, Cancel)).IsDone);
        Assert.True((await Speakers.GiveFloorAsync(rooms, noor, board, speakers[2], null, Cancel)).IsDone);
        var list = await Speakers.ListAsync(rooms.Store, noor, board, Cancel);
        Assert.Equal([speakers[2], speakers[0], speakers[1]], list.Select(s => s.Id));
        Assert.Equal([true, false, false], list.Select(s => s.SpokeAt is not null));
        Assert.Equal(speakers[2], (await Boards.FindAsync(rooms.Store, noor, board, Cancel))!.FloorId);
        Assert.Equal(3, (await BoardFeed.SinceAsync(rooms.Store, noor, board, news.UpTo, Cancel))!.Speakers.Count);

        // Another coalition's people find no board.
        var petra = await demo.AsAsync("petra", DemoCoalition.OtherSlug);
        Assert.Null(await BoardFeed.SinceAsync(rooms.Store, petra, board, 0, Cancel));
        Assert.Equal(Refusal.Absent, (await Speakers.GiveFloorAsync(rooms, petra, board, speakers[2], null, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await Boards.DeleteAsync(rooms, lucas, board, Cancel)).Refused);
        Assert.True((await Boards.DeleteAsync(rooms, amara, board, Cancel)).IsDone);
        await using var db = demo.Open(amara);
        Assert.Equal((0, 0), (await db.DayNotes.CountAsync(Cancel), await db.DaySpeakers.CountAsync(Cancel)));
        Assert.Equal(["day.add", "day.delete"], (await db.AuditEntries.OrderByDescending(e => e.Number).Take(2).ToListAsync(Cancel)).Select(e => e.Deed).Order());
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_was_noted_finds_our_drafts_and_its_paragraph_in_the_report(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, cancel) = (demo.Rooms, Cancel);
        await DemoWorld.LoadAsync(rooms.Store, rooms.Time, cancel);
        await DraftAsync(demo, await demo.AsAsync("lucas"), "Give each family of the flood channel a safe home, in a place that it agrees to, by the next review", "Right to housing");
        await DraftAsync(demo, await demo.AsAsync("lucas"), "Abolish the death penalty in law by 2029 and, until then, commute all death sentences", "Death penalty");
        await DemoDay.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, cancel);
        var (lucas, noor, tomas) = (await demo.AsAsync("lucas"), await demo.AsAsync("noor"), await demo.AsAsync("tomas"));
        var board = (await Boards.ListAsync(rooms.Store, lucas, cancel)).Single().Board;

        // The sure ones were confirmed; what remains is proposed by State and likeness, and what nobody noted is listed.
        var view = (await Reconciling.ReadAsync(rooms.Store, _matcher, lucas, board.Id, 0, cancel))!;
        Assert.Equal((31, 13), (view.Report, view.Noted));
        Assert.InRange(view.Undecided, 1, 10);
        Assert.All(view.Lines.Where(l => l.Confirmed is not null), l => Assert.Equal(l.State, l.Confirmed!.Rs));
        Assert.Contains(view.Lines, l => l.Confirmed?.Paragraph == "131.1" && l.State == "XNI");
        Assert.Contains(view.Unnoted, r => r.Paragraph == "131.16");
        var open = view.Lines.First(l => l.Line.Note.Status == DayNote.Provisional && l.Found.Count > 0);
        Assert.All(open.Found, f => Assert.Equal(open.State, f.Row.Rs));

        // Nobody below an editor decides; a recommendation of another review is refused; a decision can be taken back.
        var choice = new Dictionary<long, long?> { [open.Line.Note.Id] = open.Found[0].Row.Id };
        Assert.Equal(Refusal.Absent, (await Reconciling.ConfirmAsync(rooms, noor, board.Id, choice, cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await Reconciling.ConfirmAsync(rooms, lucas, board.Id, new Dictionary<long, long?> { [open.Line.Note.Id] = 1 }, cancel)).Refused);
        Assert.True((await Reconciling.ConfirmAsync(rooms, lucas, board.Id, choice, cancel)).IsDone);
        Assert.Equal(view.Undecided - 1, (await Reconciling.ReadAsync(rooms.Store, _matcher, lucas, board.Id, 0, cancel))!.Undecided);
        Assert.True((await Reconciling.ReopenAsync(rooms, lucas, board.Id, open.Line.Note.Id, cancel)).IsDone);

        // A line close to a draft says so, and a person's word counts for the outcome.
        var speaker = (await Speakers.ListAsync(rooms.Store, noor, board.Id, cancel)).Single(s => s.State == "XHO").Id;
        var said = (await SendAsync(rooms, noor, board.Id, new LineWish("line-close", null, speaker, "Give every family of the flood channel a safe home, in a place it agrees to, by the next review", null))).Stored!;
        Assert.Equal(Likeness.Sure, Likenesses.Of(said.DraftScore));
        Assert.Null((await SendAsync(rooms, noor, board.Id, new LineWish("line-far", null, speaker, "Strengthen the coast guard's fleet of patrol boats", null))).Stored!.DraftId);
        Assert.Equal(Refusal.Absent, (await Lines.JudgeAsync(rooms, tomas, board.Id, said.Id, true, cancel)).Refused);
        Assert.True((await Lines.JudgeAsync(rooms, noor, board.Id, said.Id, true, cancel)).IsDone);
        Assert.True((await Reconciling.ConfirmAsync(rooms, lucas, board.Id, new Dictionary<long, long?> { [said.Id] = null }, cancel)).IsDone);
        var outcome = (await DayOutcomes.ReadAsync(rooms.Store, tomas, board.Id, cancel))!;
        var taken = outcome.Drafts.Single(d => d.Draft.Id == said.DraftId).Taken;
        Assert.Contains(taken, t => t is { State: "XHO", Row: null, Note.Status: DayNote.NotInReport });
        var housing = outcome.Issues.Single(i => i.Issue == "right-to-housing");
        Assert.Equal(1, housing.Drafts);
        await using (var db = demo.Open(lucas))
        {
            var report = await Reconciling.ReportAsync(rooms.Store, db, board, cancel);
            Assert.All(outcome.Issues, i => Assert.Equal(report.Count(r => r.Issues.Contains(IssueList.Current.FindSlug(i.Issue)!.Name)), i.Report));
        }

        Assert.Contains("XHO", housing.States);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_board_of_two_thousand_lines_is_handed_out_in_parts(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, noor) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("noor"));
        var (id, speakers) = await BoardAsync(rooms, amara, noor);
        await using (var db = demo.Open(noor))
        {
            await using var transaction = await db.BeginWriteAsync(Cancel);
            var first = await db.TakeIdsAsync(Counters.DayNotes, 2_000, Cancel);
            await db.BulkInsertAsync([.. Enumerable.Range(0, 2_000).Select(i => Note(noor, id, first + i, speakers[i % 3], i + 100))], Cancel);
            await db.DayBoards.Where(b => b.Id == id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Sequence, 2_100L), Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var board = (await Boards.FindAsync(rooms.Store, noor, id, Cancel))!;
        Assert.Equal(20, (await BoardFeed.LastAsync(rooms.Store, noor, board, 20, Cancel)).Count);
        Assert.True((await BoardFeed.SinceAsync(rooms.Store, noor, id, 0, Cancel))!.HasMore);
    }

    private static async Task DraftAsync(TestRooms demo, CoalitionAccess access, string text, string issue)
    {
        await using var db = demo.Open(access);
        await using var transaction = await db.BeginWriteAsync(Cancel);
        db.DraftRecommendations.Add(new DraftRecommendation { Id = await db.TakeIdsAsync(Counters.DraftRecommendations, 1, Cancel), CoalitionId = access.CoalitionId, Text = text, Issue = issue, State = DraftRecommendation.Ready, Revision = 1 });
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }

    private static DayNote Note(CoalitionAccess access, long board, long id, long speaker, long sequence) => new()
    {
        Id = id, CoalitionId = access.CoalitionId, BoardId = board, SpeakerId = speaker, Kind = DayNote.Recommendation, Text = $"Adopt measure {id} to protect those who speak up", ClientId = $"bulk-{id:00000}", AuthorId = access.MemberId,
        At = DateTimeOffset.UnixEpoch, Issues = "", Status = DayNote.Provisional, Revision = 1, Sequence = sequence,
    };

    private async Task<LineResult> SendAsync(Rooms rooms, CoalitionAccess access, long board, LineWish wish) => (await Lines.SendAsync(rooms, _matcher, access, board, [wish], Cancel))!.Single();

    private static async Task<(long Board, long[] Speakers)> BoardAsync(Rooms rooms, CoalitionAccess secretariat, CoalitionAccess writer)
    {
        var wish = new BoardWish(null, "XTO", 54, "2027-01-25T08:00", null, null, null, null, "Nivalund; Meridia", null, null);
        Assert.Equal(Refusal.Absent, (await Boards.AddAsync(rooms, writer, wish, Cancel)).Refused);
        var board = (await Boards.AddAsync(rooms, secretariat, wish, Cancel)).Id;
        var read = SpeakerNames.Read(rooms.Store.Reference, "1. Nivalund*\n2. MERIDIA\n3. Sarrane", new Dictionary<string, string>());
        Assert.True((await Speakers.AddAsync(rooms, writer, board, read.Found, Cancel)).IsDone);
        var speakers = await Speakers.ListAsync(rooms.Store, writer, board, Cancel);
        Assert.Equal([true, false, false], speakers.Select(s => s.IsMember));
        return (board, [.. speakers.Select(s => s.Id)]);
    }
}
