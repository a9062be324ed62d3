using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.FollowUp;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.FollowUp;

/// <summary>A review is followed with all its recommendations, and brought up to date without losing what was written.</summary>
public sealed class FollowsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_review_is_followed_once_and_seen_by_its_coalition_alone(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        await DemoWorld.LoadAsync(test.Rooms.Store, TimeProvider.System, Cancel);
        var (rooms, amara, lucas, tomas) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("lucas"), await test.AsAsync("tomas"));
        var choice = (await FollowRows.ChoicesAsync(rooms.Store, lucas, Cancel))[0];
        Assert.Equal(Refusal.Absent, (await Follows.BeginAsync(rooms, tomas, choice.State, choice.Session, Cancel)).Refused);
        Assert.Equal(Refusal.Empty, (await Follows.BeginAsync(rooms, lucas, choice.State, 1, Cancel)).Refused);
        var id = (await Follows.BeginAsync(rooms, lucas, choice.State, choice.Session, Cancel)).Id;
        Assert.Equal(Refusal.Taken, (await Follows.BeginAsync(rooms, amara, choice.State, choice.Session, Cancel)).Refused);
        Assert.DoesNotContain(choice, await FollowRows.ChoicesAsync(rooms.Store, lucas, Cancel));

        var view = (await FollowRows.ReadAsync(rooms.Store, tomas, id, Cancel))!;
        var texts = await ReviewTexts.ReadAsync(rooms.Store, choice.State, choice.Session, Cancel);
        Assert.Equal(texts.Select(t => (t.First.Paragraph, t.First.Text, string.Join(',', t.States))), view.Rows.Select(r => (r.Row.Number, r.Row.Text, r.Row.States)));
        Assert.Null(await FollowRows.ChangesAsync(rooms.Store, view, Cancel));
        var petra = await test.AsAsync("petra", "arvenia-watch");
        Assert.Null(await FollowRows.ReadAsync(rooms.Store, petra, id, Cancel));
        Assert.Equal(Refusal.Absent, (await Follows.SetClosedAsync(rooms, petra, id, true, Cancel)).Refused);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_the_database_says_otherwise_is_shown_and_taken_over_and_what_people_wrote_stays(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        await DemoWorld.LoadAsync(test.Rooms.Store, TimeProvider.System, Cancel);
        var (rooms, lucas) = (test.Rooms, await test.AsAsync("lucas"));
        var choice = (await FollowRows.ChoicesAsync(rooms.Store, lucas, Cancel))[0];
        var id = (await Follows.BeginAsync(rooms, lucas, choice.State, choice.Session, Cancel)).Id;
        var before = (await FollowRows.ReadAsync(rooms.Store, lucas, id, Cancel))!;
        var cluster = (await Clusters.ListAsync(rooms.Store, lucas, Cancel)).First(c => c.Cluster is { EndedAt: null, IsClosed: false }).Cluster.Id;
        Assert.True((await Follows.SetDutyAsync(rooms, lucas, id, [before.Rows[0].Row.Id], cluster, Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await Follows.SetDutyAsync(rooms, lucas, id, [before.Rows[0].Row.Id, 999_999], cluster, Cancel)).Refused);

        // The rows differ from the database as if it had been imported anew since: one is answered otherwise, one is new, one is gone.
        await using (var db = rooms.Store.Open(lucas))
        {
            var review = await db.FollowedReviews.SingleAsync(f => f.Id == id, Cancel);
            review.SeenChange--;
            var rows = await db.FollowedRecommendations.Where(r => r.FollowId == id).OrderBy(r => r.Place).ToListAsync(Cancel);
            rows[0].Position = "pending";
            (rows[1].Text, rows[1].RecommendationId) = ("Words that nobody said.", 999_999);
            await db.SaveChangesAsync(Cancel);
        }

        var stale = (await FollowRows.ReadAsync(rooms.Store, lucas, id, Cancel))!;
        Assert.Equal(new PendingChanges(1, 1, 0, 1), await FollowRows.ChangesAsync(rooms.Store, stale, Cancel));
        Assert.True((await Follows.RefreshAsync(rooms, lucas, id, Cancel)).IsDone);
        var after = (await FollowRows.ReadAsync(rooms.Store, lucas, id, Cancel))!;
        Assert.Equal(before.Rows.Select(r => (r.Row.Text, r.Row.Position)), after.Rows.SkipLast(1).Select(r => (r.Row.Text, r.Row.Position)));
        Assert.Equal(("Words that nobody said.", (long?)null), (after.Rows[^1].Row.Text, after.Rows[^1].Row.RecommendationId));
        Assert.Equal(cluster, after.Rows[0].Row.DutyClusterId);
        Assert.Null(await FollowRows.ChangesAsync(rooms.Store, after, Cancel));

        Assert.True((await Follows.SetClosedAsync(rooms, lucas, id, true, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await Follows.RefreshAsync(rooms, lucas, id, Cancel)).Refused);
    }
}
