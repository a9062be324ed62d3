using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.FollowUp;

/// <summary>What is written about recommendations between the review and the adoption, who sees it, and how the adoption settles what is pending.</summary>
public sealed class PositionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Two_who_write_keep_both_and_who_meets_the_same_words_sees_them(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, id) = await BeginAsync(test);
        var row = (await BoardAsync(rooms, lucas, id)).Rows[0].Row.Id;

        Assert.True((await PositionWriting.SaveAsync(rooms, lucas, id, Text(row, 0, ("ideal", "supported"), ("rationale", "It costs nothing.")), "one", Cancel)).Outcome.IsDone);
        Assert.Null((await PositionWriting.SaveAsync(rooms, amara, id, Text(row, 0, ("lobbying", "A letter."), ("key", "yes")), "two", Cancel)).Clash);
        var both = (await BoardAsync(rooms, lucas, id)).Find(row)!.Entry!;
        Assert.Equal((2, "supported", "It costs nothing.", "A letter.", true), (both.Number, both.Ideal, both.Rationale, both.Lobbying, both.IsKey));

        var clash = (await PositionWriting.SaveAsync(rooms, amara, id, Text(row, 0, ("rationale", "It is cheap."), ("idea", "A bill.")), "three", Cancel)).Clash!;
        Assert.Equal(["rationale"], clash.Fields);
        Assert.Equal("It costs nothing.", clash.Theirs.Rationale);
        Assert.Null((await BoardAsync(rooms, lucas, id)).Find(row)!.Entry!.Idea);

        // The same form sent again, its answer lost, is stored once; as it goes on, it goes on from its own words.
        await PositionWriting.SaveAsync(rooms, lucas, id, Text(row, 0, ("ideal", "supported"), ("rationale", "It costs nothing.")), "one", Cancel);
        await PositionWriting.SaveAsync(rooms, lucas, id, Text(row, 0, ("ideal", "supported"), ("rationale", "It costs nothing at all.")), "one", Cancel);
        Assert.Equal((3, "It costs nothing at all."), ((await BoardAsync(rooms, lucas, id)).Find(row)!.Entry!.Number, (await BoardAsync(rooms, lucas, id)).Find(row)!.Entry!.Rationale));

        Assert.Equal(("lobby", Refusal.Unknown), ((await PositionWriting.SaveAsync(rooms, lucas, id, Text(row, 3, ("lobby", "Nowhere")), null, Cancel)).Outcome is var no ? (no.Field!, no.Refused!.Value) : default));
        Assert.Equal(Refusal.Absent, (await PositionWriting.SaveAsync(rooms, await test.AsAsync("tomas"), id, Text(row, 3, ("idea", "x")), null, Cancel)).Outcome.Refused);
        Assert.Equal(Refusal.Absent, (await PositionWriting.SaveAsync(rooms, await test.AsAsync("petra", "arvenia-watch"), id, Text(row, 3, ("idea", "x")), null, Cancel)).Outcome.Refused);
        Assert.Equal(3, (await PositionBoard.HistoryAsync(rooms.Store, lucas, id, row, Cancel)).Count);
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_adoption_leaves_nothing_pending_and_says_by_which_rule(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, id) = await BeginAsync(test);
        var board = await BoardAsync(rooms, lucas, id);

        // As the report had them: pending, before the addendum.
        await using (var db = rooms.Store.Open(lucas))
        {
            var first = board.Rows.Take(3).Select(r => r.Row.Id).ToList();
            foreach (var row in await db.FollowedRecommendations.Where(r => first.Contains(r.Id)).ToListAsync(Cancel))
            {
                row.Position = "pending";
            }

            await db.SaveChangesAsync(Cancel);
        }

        var (one, two, answered) = (board.Rows[0].Row.Id, board.Rows[1].Row.Id, board.Rows[4].Row.Id);
        Assert.Equal(Refusal.Closed, (await Adoptions.SayAsync(rooms, lucas, id, new SaidWish(answered, "noted", "2022-06-01", null), Cancel)).Refused);
        Assert.True((await Adoptions.SayAsync(rooms, lucas, id, new SaidWish(one, "supported", "2022-06-01", "Addendum"), Cancel)).IsDone);
        Assert.Equal(Refusal.NoDate, (await Adoptions.SettleAsync(rooms, lucas, id, "2999-01-01", Cancel)).Refused);
        Assert.True((await Adoptions.SettleAsync(rooms, lucas, id, "2022-06-14", Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await Adoptions.SettleAsync(rooms, lucas, id, "2022-06-14", Cancel)).Refused);

        var after = await BoardAsync(rooms, amara, id);
        Assert.Equal(0, after.Count("pending"));
        Assert.Equal(("supported", SettledPosition.Said), (after.Find(one)!.Position, after.Find(one)!.Settled!.Rule));
        Assert.Equal(("noted", SettledPosition.LeftPending), (after.Find(two)!.Position, after.Find(two)!.Settled!.Rule));
        Assert.Contains(Adoptions.Changes(after), c => c.Row.Row.Id == one && c is { Before: "pending", After: "supported" });

        Assert.True((await Adoptions.TakeBackAsync(rooms, lucas, id, Cancel)).IsDone);
        Assert.Equal(("supported", "pending"), ((await BoardAsync(rooms, lucas, id)).Find(one)!.Position, (await BoardAsync(rooms, lucas, id)).Find(two)!.Position));

        // What the database says stands above what was settled here.
        Assert.True((await Adoptions.SettleAsync(rooms, lucas, id, "2022-06-14", Cancel)).IsDone);
        await using (var db = rooms.Store.Open(lucas))
        {
            (await db.FollowedRecommendations.SingleAsync(r => r.Id == two, Cancel)).Position = "partly";
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal("partly", (await BoardAsync(rooms, lucas, id)).Find(two)!.Position);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Steps_obligations_translations_and_the_public_page_are_kept_for_their_own(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, id) = await BeginAsync(test);
        var petra = await test.AsAsync("petra", "arvenia-watch");
        var row = (await BoardAsync(rooms, lucas, id)).Rows[0].Row.Id;

        Assert.Equal(Refusal.Empty, (await LobbySteps.AddAsync(rooms, lucas, id, [row], new LobbyWish("2026-01-02", "Ministry", null, null, null, null, null), Cancel)).Refused);
        Assert.True((await LobbySteps.AddAsync(rooms, lucas, id, [row], new LobbyWish("2026-01-02", "Ministry", null, "It will say yes.", "supported", null, null), Cancel)).IsDone);
        Assert.Equal("supported", (await BoardAsync(rooms, lucas, id)).Find(row)!.Learnt!.Says);
        Assert.Contains(await new PositionTexts(rooms).ReadAsync(lucas, Cancel), t => t.Text.Contains("It will say yes.", StringComparison.Ordinal));
        Assert.Empty(await new PositionTexts(rooms).ReadAsync(petra, Cancel));

        var wish = new ObligationWish("observation", null, "The Committee asked for it.", "CCPR/C/1", true);
        Assert.True((await Obligations.DecideAsync(rooms, lucas, id, row, wish, Cancel)).IsDone);
        var board = await BoardAsync(rooms, lucas, id);
        var line = LobbyList.Of(board, LobbyRules.All, _ => true, _ => [])[0];
        Assert.Equal((row, 1, 5), (line.Row.Row.Id, line.Rank, line.Reasons.First(r => r.Code == "observation").Points));
        Assert.All(LobbyList.Of(board, LobbyRules.Noted, _ => true, _ => []), l => Assert.NotEqual("supported", l.Row.Position));
        Assert.Empty(LobbyList.Of(board, LobbyRules.Key, _ => true, _ => []));
        Assert.True((await Obligations.DecideAsync(rooms, lucas, id, row, wish with { IsConfirmed = false }, Cancel)).IsDone);
        Assert.Empty((await BoardAsync(rooms, lucas, id)).Find(row)!.Matches);

        Assert.Null((await Translations.SaveAsync(rooms, lucas, id, new TranslationWish(row, "fr", 0, "Abolir.", "Ana"), "a", Cancel)).Theirs);
        Assert.Equal("Abolir.", (await Translations.SaveAsync(rooms, amara, id, new TranslationWish(row, "fr", 0, "Abolissez.", null), "b", Cancel)).Theirs!.Text);
        Assert.Equal(Refusal.NotAllowed, (await Translations.CheckAsync(rooms, lucas, id, row, "fr", 1, Cancel)).Refused);

        var shown = new PublicWish("outcome-of-ours", "Ours", false, true, ["fr"]);
        Assert.Empty((await PublicPages.PreviewAsync(rooms, amara, id, shown, Cancel))!.Rows.SelectMany(r => r.Translations));
        Assert.True((await Translations.CheckAsync(rooms, amara, id, row, "fr", 1, Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await PublicPages.ShowAsync(rooms, lucas, id, shown, Cancel)).Refused);
        Assert.Equal(Refusal.Empty, (await PublicPages.ShowAsync(rooms, amara, id, shown with { Title = " " }, Cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await PublicPages.ShowAsync(rooms, amara, id, shown with { Name = "the-" + DemoCoalition.Slug }, Cancel)).Refused);
        Assert.True((await PublicPages.ShowAsync(rooms, amara, id, shown, Cancel)).IsDone);
        var content = (await PublicPages.FindAsync(rooms.Store, "outcome-of-ours", Cancel))!;
        Assert.Equal("Abolir.", Assert.Single(content.Rows.SelectMany(r => r.Translations)).Text);
        await using (var db = rooms.Store.Open())
        {
            var json = (await db.PublicPages.SingleAsync(Cancel)).Content;
            foreach (var secret in new[] { DemoCoalition.Slug, "It will say yes.", "Ana", "The Committee asked" })
            {
                Assert.DoesNotContain(secret, json, StringComparison.Ordinal);
            }
        }

        Assert.Null(await PublicPages.OwnAsync(rooms.Store, petra, Cancel));
        Assert.True((await PublicPages.HideAsync(rooms, amara, id, Cancel)).IsDone);
        Assert.Null(await PublicPages.FindAsync(rooms.Store, "outcome-of-ours", Cancel));
    }

    [Theory]
    [InlineData(StudioKinds.OutcomeCharter, "Recommendations and joint", "| Recommendation |")]
    [InlineData(StudioKinds.LetterOfCooperation, "Recommendations: who", "mid-term report to OHCHR")]
    public async Task The_charter_and_the_letter_begin_with_the_facts_and_without_what_is_private(string kind, string others, string words)
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, _, lucas, id) = await BeginAsync(test);
        var board = await BoardAsync(rooms, lucas, id);
        await PositionWriting.SaveAsync(rooms, lucas, id, Text(board.Rows[3].Row.Id, 0, ("actors", "Prison service."), ("private", "He told us himself.")), null, Cancel);
        var sections = await Filling.ForAsync(rooms.Store, lucas, kind, "en", [], Cancel);
        var text = string.Join('\n', sections.Select(s => s.Text));
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains(board.Rows[3].Row.Text[..40], text, StringComparison.Ordinal);
        Assert.DoesNotContain("He told us", text, StringComparison.Ordinal);
        Assert.DoesNotContain(sections, s => s.Heading.StartsWith(others, StringComparison.Ordinal));
        Assert.All(StudioOutlines.Of(kind, "en").Where(s => !s.IsPerIssue), s => Assert.Contains(sections, w => w.Heading == s.Heading));
    }

    private static async Task<(Rooms Rooms, CoalitionAccess Amara, CoalitionAccess Lucas, long Id)> BeginAsync(TestRooms test)
    {
        await DemoWorld.LoadAsync(test.Rooms.Store, TimeProvider.System, Cancel);
        var (amara, lucas) = (await test.AsAsync("amara"), await test.AsAsync("lucas"));
        var choice = (await FollowRows.ChoicesAsync(test.Rooms.Store, lucas, Cancel))[0];
        return (test.Rooms, amara, lucas, (await Follows.BeginAsync(test.Rooms, lucas, choice.State, choice.Session, Cancel)).Id);
    }

    private static async Task<BoardView> BoardAsync(Rooms rooms, CoalitionAccess access, long id) => (await PositionBoard.ReadAsync(rooms.Store, access, id, Cancel))!;

    private static PositionText Text(long row, int revision, params (string Code, string? Value)[] fields) => new(row, revision, fields.ToDictionary(f => f.Code, f => f.Value));
}
