using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.Tests.App.Papers;

/// <summary>Labels on a recommendation's page and in the queue, with a machine that reads category 3 and detention from everything.</summary>
public sealed class LabelPageTests(CuratingSite curating) : IClassFixture<CuratingSite>, IAsyncLifetime
{
    private static readonly LabelReader s_machine = new("invented-1", _ => new TextClassification(
        "invented-1", new ScoredLabel("3", 0.97), [new ScoredLabel("detention", 0.72)], [new ScoredLabel("16", 0.55)], [], []));

    private long _text;
    private long _recommendation;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Store Store => curating.Site.Store;

    public async ValueTask InitializeAsync()
    {
        await ReadingRun.CatchUpAsync(Store, s_machine, cancel: Cancel);
        (_text, _recommendation) = await CodedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await using var db = Store.Open();
        var corrected = await db.Tags.Where(t => t.SetBy == Tag.User && t.WithdrawnAt == null).Select(t => t.Scheme).Distinct().ToListAsync(CancellationToken.None);
        foreach (var scheme in corrected)
        {
            while (await Corrections.UndoAsync(Store, TimeProvider.System, _text, scheme, CancellationToken.None))
            {
            }
        }
    }

    [Fact]
    public async Task Coders_and_machines_labels_stand_side_by_side_where_they_differ()
    {
        var page = await curating.SeeAsync($"/recommendations/{_recommendation}");
        Assert.Contains("A model, invented-1, has read this text.", page, StringComparison.Ordinal);
        Assert.Contains("It reads otherwise: 3 Considering action sure", page, StringComparison.Ordinal);
        Assert.Contains("likely: of labels given like this one, about 72 % are right.", page.Replace(' ', ' '), StringComparison.Ordinal);
        Assert.Contains("a person: demonstration coder", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action", "4", "4 General action")]
    [InlineData("act", "machine", "3 Considering action")]
    public async Task One_press_corrects_and_the_correction_can_be_undone_and_stands_in_the_log(string name, string value, string expected)
    {
        var own = $"/recommendations/{_recommendation}";
        var before = await ActionAsync();
        var (status, location, _) = await curating.PostAsync(own, $"/curate/labels/{_text}?from=page", (name, value));
        Assert.Equal((HttpStatusCode.Redirect, own + "#labels"), (status, location));
        Assert.Equal(expected[..1], (await ActionAsync()).Value);
        Assert.Contains($"{expected} a user: Curator", await curating.SeeAsync(own), StringComparison.Ordinal);
        Assert.Contains(expected, await curating.SeeAsync("/curate/log"), StringComparison.Ordinal);
        (status, _, _) = await curating.PostAsync(own, $"/curate/labels/{_text}?from=page", ("act", "undo"), ("schemes", "action,issue,sdg,theme,persons"));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(before, await ActionAsync());
    }

    [Fact]
    public async Task Issues_and_goals_are_set_by_boxes_and_targets_stay_with_their_goal()
    {
        var own = $"/recommendations/{_recommendation}";
        await Corrections.SetAsync(Store, TimeProvider.System, _text, Tag.SdgScheme, ["8.7", "5"], "Curator", Cancel);
        await curating.PostAsync(own, $"/curate/labels/{_text}?from=page", ("act", "sdg"), ("value", "8"), ("value", "16"));
        await curating.PostAsync(own, $"/curate/labels/{_text}?from=page", ("act", "issue"), ("value", "womens-rights"), ("value", "detention"));
        var text = (await TextLabels.ReadAsync(Store, _text, Cancel))!;
        Assert.Equal(["16", "8", "8.7"], text[Tag.SdgScheme].Values.Order(StringComparer.Ordinal));
        Assert.Equal(["detention", "womens-rights"], text[Tag.IssueScheme].Values.Order(StringComparer.Ordinal));
        await curating.PostAsync(own, $"/curate/labels/{_text}?from=page", ("act", "issue"));
        Assert.Contains("None, a person says.", await curating.SeeAsync(own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_leads_from_the_most_doubtful_on_and_what_was_answered_leaves_it()
    {
        var all = await LabelInbox.ReadAsync(Store, new QueueFilter(QueueOrder.Action), 1, Cancel);
        var (first, second) = (all.Rows[0], all.Rows[1]);
        var page = await curating.SeeAsync("/curate/labels/next?by=action");
        Assert.Contains(first.Text.Replace("  ", " ", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Contains($"{all.Total} texts wait. 0 of {all.Total} are settled.", page, StringComparison.Ordinal);
        var (status, location, _) = await curating.PostAsync("/curate/labels/next?by=action", $"/curate/labels/{first.TextId}?by=action", ("act", "keep"));
        Assert.Equal((HttpStatusCode.Redirect, $"/curate/labels/{second.TextId}?by=action&done={first.TextId}&schemes=action"), (status, location));
        Assert.Contains($"1 of {all.Total} are settled.", await curating.SeeAsync(location!), StringComparison.Ordinal);
        await curating.PostAsync(location!, $"/curate/labels/{first.TextId}?by=action", ("act", "undo"), ("schemes", "action"));
        Assert.Equal(all.Total, (await LabelInbox.ReadAsync(Store, new QueueFilter(QueueOrder.Action), 1, Cancel)).Total);
    }

    [Fact]
    public async Task The_list_answers_each_row_by_buttons_and_says_what_was_done()
    {
        var (status, location, _) = await curating.PostAsync("/curate/labels?by=issues", "/curate/labels?by=issues", ("id", $"{_text}"), ("act", "machine"));
        Assert.Equal((HttpStatusCode.Redirect, $"/curate/labels?by=issues&done={_text}&schemes=issue"), (status, location));
        Assert.Contains("is settled. Detention.", await curating.SeeAsync(location!), StringComparison.Ordinal);
        (status, _, _) = await curating.PostAsync("/curate/labels", "/curate/labels", ("id", $"{_text}"), ("act", "dance"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        (status, _, _) = await curating.PostAsync("/curate/labels", "/curate/labels", ("id", "999999999"), ("act", "keep"));
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("/curate/labels?by=x&set=y&state=%00&session=99999999999&page=0&done=-1&schemes=a,b")]
    [InlineData("/curate/labels?page=1000000&done=5")]
    [InlineData("/curate/labels/next?session=1")]
    public async Task Filters_that_nobody_types_break_nothing(string address) => await curating.ReadAsync(address);

    [Fact]
    public async Task A_text_that_is_not_there_is_not_found() => await curating.ReadAsync("/curate/labels/999999999", HttpStatusCode.NotFound);

    private async Task<(string? SetBy, string Value)> ActionAsync()
    {
        var labels = (await TextLabels.ReadAsync(Store, _text, Cancel))![Tag.ActionScheme];
        return (labels.SetBy, labels.Values.Single());
    }

    /// <summary>A text that a coder gave category 5.</summary>
    private async Task<(long Text, long Recommendation)> CodedAsync()
    {
        await using var db = Store.Open();
        var pair = await (
            from r in db.Recommendations
            join x in db.Texts on r.TextId equals x.Id
            where x.Kind == RecommendationKind.Recommendation && r.MergedIntoId == null && db.Tags.Any(t => t.RecommendationId == r.Id && t.Scheme == Tag.ActionScheme && t.Value == "5")
            orderby r.Id
            select r).FirstAsync(Cancel);
        return (pair.TextId, pair.Id);
    }
}
