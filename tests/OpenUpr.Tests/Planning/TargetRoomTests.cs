using OpenUpr.Coalitions;
using OpenUpr.Planning.Press;
using OpenUpr.Planning.Targets;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Planning;

/// <summary>Chosen States and press texts of a room.</summary>
public sealed class TargetRoomTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_choice_is_kept_once_changed_by_one_at_a_time_and_seen_by_its_coalition_alone(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, noor, petra) = (demo.Rooms, await demo.AsAsync("noor"), await demo.AsAsync("petra", OpenUpr.Demo.DemoCoalition.OtherSlug));
        var wish = new TargetWish("XTO", "XQU", "detention", "Bring the map.", noor.MemberId, null, null, null);
        var added = await TargetChoices.SaveAsync(rooms, noor, null, wish, Cancel);
        Assert.True(added.IsDone);
        Assert.Equal(Refusal.Taken, (await TargetChoices.SaveAsync(rooms, noor, null, wish, Cancel)).Refused);
        Assert.Equal("state", (await TargetChoices.SaveAsync(rooms, noor, null, wish with { State = "XTO" }, Cancel)).Field);
        Assert.True((await TargetChoices.SaveAsync(rooms, noor, added.Id, wish with { Progress = "promised", Revision = 1 }, Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await TargetChoices.SaveAsync(rooms, noor, added.Id, wish with { Revision = 1 }, Cancel)).Refused);
        Assert.Equal("promised", (await TargetChoices.ListAsync(rooms.Store, noor, Cancel)).Single(c => c.Choice.Id == added.Id).Choice.Progress);

        Assert.Single(await TargetChoices.ListAsync(rooms.Store, petra, Cancel));
        Assert.Equal(Refusal.Absent, (await TargetChoices.RemoveAsync(rooms, petra, added.Id, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await TargetChoices.RemoveAsync(rooms, await demo.AsAsync("tomas"), added.Id, Cancel)).Refused);
        Assert.True((await TargetChoices.RemoveAsync(rooms, noor, added.Id, Cancel)).IsDone);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_text_has_versions_and_is_approved_when_no_blank_is_left(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, noor, lucas) = (demo.Rooms, await demo.AsAsync("noor"), await demo.AsAsync("lucas"));
        var wish = new PressWish("release", "News", "In [fill in: place and date] it was said.", "XTO", 40, null, null);
        var series = (await PressTexts.SaveAsync(rooms, noor, null, wish, Cancel)).Id;
        Assert.Equal(Refusal.Absent, (await PressTexts.ApproveAsync(rooms, noor, series, 1, true, Cancel)).Refused);
        Assert.Equal(Refusal.HasBlanks, (await PressTexts.ApproveAsync(rooms, lucas, series, 1, true, Cancel)).Refused);

        Assert.True((await PressTexts.SaveAsync(rooms, noor, series, wish with { Text = "In Geneva it was said.", Number = 1 }, Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await PressTexts.SaveAsync(rooms, noor, series, wish with { Text = "Mine.", Number = 1 }, Cancel)).Refused);
        Assert.Equal(Refusal.Conflict, (await PressTexts.ApproveAsync(rooms, lucas, series, 1, true, Cancel)).Refused);
        Assert.True((await PressTexts.ApproveAsync(rooms, lucas, series, 2, true, Cancel)).IsDone);

        var versions = await PressTexts.ReadAsync(rooms.Store, noor, series, Cancel);
        Assert.Equal([(2, PressText.Approved), (1, PressText.Draft)], versions.Select(v => (v.Text.Number, v.Text.State)));
        Assert.Equal("Lucas Fontaine", versions[0].Approver);
        Assert.Empty(await PressTexts.ReadAsync(rooms.Store, await demo.AsAsync("petra", OpenUpr.Demo.DemoCoalition.OtherSlug), series, Cancel));
        Assert.True((await PressTexts.SaveAsync(rooms, noor, series, wish with { Text = "In Geneva it was said again.", Number = 2 }, Cancel)).IsDone);
        Assert.Equal(PressText.Draft, (await PressTexts.ReadAsync(rooms.Store, noor, series, Cancel))[0].Text.State);
    }

    [Fact]
    public async Task A_text_of_a_closed_cluster_is_there_for_its_people_alone()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var lucas = await demo.AsAsync("lucas");
        var closed = (await Clusters.ListAsync(demo.Rooms.Store, lucas, Cancel)).First(c => c.Cluster.IsClosed).Cluster.Id;
        var series = (await PressTexts.SaveAsync(demo.Rooms, lucas, null, new PressWish("digest", "T", "Text", "XTO", null, closed, null), Cancel)).Id;
        Assert.NotEmpty(await PressTexts.ReadAsync(demo.Rooms.Store, lucas, series, Cancel));
        Assert.Empty(await PressTexts.ReadAsync(demo.Rooms.Store, await demo.AsAsync("tomas"), series, Cancel));
        Assert.DoesNotContain(await PressTexts.ListAsync(demo.Rooms.Store, await demo.AsAsync("tomas"), Cancel), v => v.Text.SeriesId == series);
    }

    [Fact]
    public void Blanks_are_found_as_they_stand() =>
        Assert.Equal(["[fill in: a]", "[Fill in: b c]"], PressTexts.BlanksOf("x [fill in: a] y [Fill in: b c]\n[not one] [fill in: cut\n]"));
}
