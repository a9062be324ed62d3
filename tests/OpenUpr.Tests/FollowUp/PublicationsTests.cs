using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Sources;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.FollowUp;

/// <summary>Judgements that everybody may see, and how they go from one installation to another.</summary>
public sealed class PublicationsTests
{
    private const string Name = "ours-to-see";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_confirmed_goes_out_and_into_another_installation_and_nothing_else(Provider provider)
    {
        await using var here = await TestRooms.CreateAsync(provider);
        var (rooms, amara, follow) = await BeginAsync(here);
        var wish = new PublicWish(Name, "Ours", false, true, []) { HasJudgements = true, Assessor = PublicContent.Society, Method = "We looked." };
        Assert.Equal("method", (await PublicPages.ShowAsync(rooms, amara, follow.Review.Id, wish with { Method = " " }, Cancel)).Field);
        Assert.Equal("assessor", (await PublicPages.ShowAsync(rooms, amara, follow.Review.Id, wish with { Assessor = "anybody" }, Cancel)).Field);
        Assert.True((await PublicPages.ShowAsync(rooms, amara, follow.Review.Id, wish, Cancel)).IsDone);

        var shown = Assert.Single(await Publications.ReadAsync(rooms.Store, Cancel));
        var judged = Assert.Single(shown.Content.Rows, r => r.Judgements.Count > 0);
        Assert.Equal(("partly", "amber", "Half of it is done."), (judged.Judgements.Single().Value, judged.Judgements.Single().Light, judged.Judgements.Single().Explanation));
        Assert.Equal((1, 0.5m), (Publications.IndexOf(shown.Content.Rows).Scored, Publications.IndexOf(shown.Content.Rows).Value));
        Assert.DoesNotContain("Nobody confirmed this.", JsonSerializer.Serialize(shown.Content), StringComparison.Ordinal);
        Assert.Empty(ImplementationRows(shown, new PublicationFilter(null, null, null, "green")));
        Assert.Same(judged, Assert.Single(ImplementationRows(shown, new PublicationFilter(null, judged.Issues[0], null, "amber"))));

        var file = (await Publications.WriteAsync(rooms, Name, Cancel))!;
        Assert.Null(await Publications.WriteAsync(rooms, "never-there", Cancel));
        var states = rooms.Store.Reference.States.Select(s => s.Iso3).ToHashSet();
        var signed = PublicationFiles.Read(file, states);
        Assert.Equal(signed.Fingerprint, PublicationFiles.Read((await Publications.WriteAsync(rooms, Name, Cancel))!, states).Fingerprint);

        await using var there = await TestRooms.CreateAsync(provider);
        Assert.Equal(PublicationFate.Unknown, await ForeignPublications.TakeAsync(there.Rooms, signed, null, null, Cancel));
        Assert.Empty(await Publications.ReadAsync(there.Rooms.Store, Cancel));
        Assert.Equal(PublicationFate.Added, await ForeignPublications.TakeAsync(there.Rooms, signed, "Friends", null, Cancel));
        Assert.Equal(PublicationFate.Known, await ForeignPublications.TakeAsync(there.Rooms, signed, null, null, Cancel));
        Assert.Equal(PublicationFate.Older, await ForeignPublications.TakeAsync(there.Rooms, signed with { Body = signed.Body with { PublishedAt = signed.Body.PublishedAt.AddDays(-1) } }, null, null, Cancel));
        Assert.Equal(PublicationFate.Replaced, await ForeignPublications.TakeAsync(there.Rooms, signed with { Body = signed.Body with { PublishedAt = signed.Body.PublishedAt.AddDays(1) } }, null, null, Cancel));
        var taken = Assert.Single(await Publications.ReadAsync(there.Rooms.Store, Cancel));
        Assert.Equal(("Friends", "Ours", 1), (taken.Source, taken.Content.Title, taken.Content.Rows.Count(r => r.Judgements.Count > 0)));

        Assert.True(await ForeignPublications.ForgetAsync(there.Rooms, Assert.Single(await ForeignPublications.SourcesAsync(there.Rooms.Store, Cancel)).Id, null, Cancel));
        Assert.Empty(await Publications.ReadAsync(there.Rooms.Store, Cancel));
        await using var db = there.Rooms.Store.Open();
        Assert.Equal(["publication.trust", "publication.take", "publication.take", "publication.distrust"], await db.AuditEntries.Where(a => a.CoalitionId == null).OrderBy(a => a.Number).Select(a => a.Deed).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_file_that_was_changed_or_says_what_cannot_be_is_refused()
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, amara, follow) = await BeginAsync(test);
        await PublicPages.ShowAsync(rooms, amara, follow.Review.Id, new PublicWish(Name, "Ours", false, true, []) { HasJudgements = true, Assessor = PublicContent.Society, Method = "We looked." }, Cancel);
        var states = rooms.Store.Reference.States.Select(s => s.Iso3).ToHashSet();
        var text = Encoding.UTF8.GetString((await Publications.WriteAsync(rooms, Name, Cancel))!);
        Assert.Contains("signature does not fit", Refused(text.Replace("Half of it", "All of it", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("no publication", Refused("{}"), StringComparison.Ordinal);
        Assert.Contains("no publication", Refused("not json"), StringComparison.Ordinal);
        var broken = JsonNode.Parse(text)!;
        broken["key"] = "AAAA";
        Assert.Contains("damaged", Refused(broken.ToJsonString()), StringComparison.Ordinal);

        using var key = await PublicationKey.OpenAsync(rooms.Store, rooms.Keys, Cancel);
        var good = PublicationFiles.Read(Encoding.UTF8.GetBytes(text), states).Body;
        string Signed(PublicContent content) => Encoding.UTF8.GetString(PublicationFiles.Write(good with { Content = content }, key));
        var row = good.Content.Rows.First(r => r.Judgements.Count > 0);
        PublicContent With(PublicJudgement judgement) => good.Content with { Rows = [row with { Judgements = [judgement] }] };
        Assert.Contains("none that is known", Refused(Signed(good.Content with { State = "QQQ" })), StringComparison.Ordinal);
        Assert.Contains("who judged", Refused(Signed(good.Content with { Assessor = "anybody" })), StringComparison.Ordinal);
        Assert.Contains("0 recommendations", Refused(Signed(good.Content with { Rows = [] })), StringComparison.Ordinal);
        Assert.Contains("Recommendation 1", Refused(Signed(With(row.Judgements[0] with { Light = "green" }))), StringComparison.Ordinal);
        Assert.Contains("Recommendation 1", Refused(Signed(With(row.Judgements[0] with { Evidence = [new PublicEvidence("bill", null, "javascript:alert(1)")] }))), StringComparison.Ordinal);
        Assert.Contains("Recommendation 1", Refused(Signed(With(row.Judgements[0] with { Evidence = [new PublicEvidence(Assessments.Case, "A", null)] }) with { Rows = [row with { Text = "" }] })), StringComparison.Ordinal);

        string Refused(string file) => Assert.Throws<SourceException>(() => PublicationFiles.Read(Encoding.UTF8.GetBytes(file), states)).Message;
    }

    private static IEnumerable<PublicRow> ImplementationRows(Publication publication, PublicationFilter filter) => publication.Content.Rows.Where(filter.Passes);

    private static async Task<(Rooms Rooms, CoalitionAccess Amara, FollowView Follow)> BeginAsync(TestRooms test)
    {
        await DemoWorld.LoadAsync(test.Rooms.Store, TimeProvider.System, Cancel);
        var (rooms, amara, lucas) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("lucas"));
        var choice = (await FollowRows.ChoicesAsync(rooms.Store, lucas, Cancel))[0];
        var id = (await Follows.BeginAsync(rooms, lucas, choice.State, choice.Session, Cancel)).Id;
        var follow = (await FollowRows.ReadAsync(rooms.Store, lucas, id, Cancel))!;
        var row = follow.Rows.First(r => r.Issues.Count > 0).Row.Id;
        var confirmed = await Assessments.AddAsync(rooms, lucas, id, new AssessmentWish(row, null, "partly", "Half of it is done.", false, null, null), null, Cancel);
        Assert.True((await Assessments.ConfirmAsync(rooms, amara, id, confirmed.Id, Cancel)).IsDone);
        await Assessments.AddAsync(rooms, lucas, id, new AssessmentWish(row, null, "implemented", "Nobody confirmed this.", false, null, null), null, Cancel);
        return (rooms, amara, follow);
    }
}
