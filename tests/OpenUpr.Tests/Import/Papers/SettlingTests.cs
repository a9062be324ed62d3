using Microsoft.EntityFrameworkCore;
using OpenUpr.Import.Papers;
using OpenUpr.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>What a person settles takes effect, survives every further import, and can be taken back.</summary>
public sealed class SettlingTests
{
    private const string Bridge = "Paint every bridge green, and keep it so";
    private const string Road = "Mend the road to the harbour before the winter comes";

    private static readonly Paper Report = Paper.Report(
        Paper.Text("12.1", Bridge + " for ever", "FRA", Position.Supported), Paper.Text("12.2", Road, "CHL", Position.Noted), Paper.Text("12.3", "Count all the gulls", "PER", Position.Noted),
        Paper.Text("12.4", "Publish the tide tables of the northern bay", "", Position.Noted)) with { Doubts = [new OpenUpr.Sources.Papers.ReadDoubt("states-unread", "12.4", null, 15, "(Bay)", null)] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEachDatabase]
    public async Task Every_kind_of_answer_takes_effect_survives_imports_and_can_be_undone(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var store = test.Store;
        await Paper.StoreExportAsync(store, folder.Write("a.csv", ExportLine.File("\r",
            [new ExportLine { Text = Bridge }, new ExportLine { Text = Road, From = "Chad", Response = "Accepted" }, new ExportLine { Text = "Weigh the bells of the cathedral", From = "Kenya" }])));
        await Paper.StoreAsync(store, Report);
        var before = await StoredReview.DescribeAsync(store);
        using var index = await LiveIndex.OpenAsync(store, Cancel);

        await SettleAsync(store, "text-differs", Settlement.TakeFound);
        await SettleAsync(store, "position-differs", Settlement.TakeFound);
        await SettleAsync(store, "state-differs", Settlement.Typed, "PER");
        await SettleAsync(store, "only-in-export", Settlement.TakeFound);
        await SettleAsync(store, "only-in-report", Settlement.KeepStored, number: "12.3");
        await SettleAsync(store, "states-unread", Settlement.Typed, "AUT BRA");
        string[] settled = [$"1 FRA 12.1 {Bridge} for ever: Supported", $"2 PER 12.2 {Road}: Noted", "5 AUT 12.4 Publish the tide tables of the northern bay: Noted", "6 BRA 12.4 Publish the tide tables of the northern bay: Noted"];
        Assert.Equal(settled, await StoredReview.PairsAsync(store));
        await index.RefreshAsync(Cancel);
        Assert.Equal(settled.Length, index.Current.Table.Count);

        // Other papers of the review, and the same export in another form, change none of it.
        await Paper.StoreAsync(store, Paper.Addendum(Paper.Answer("12.1", Position.Supported)));
        await Paper.StoreExportAsync(store, folder.Write("b.csv", ExportLine.File("\n", [new ExportLine { Text = Bridge }, new ExportLine { Text = "Weigh the bells of the cathedral", From = "Kenya" }])));
        Assert.Equal(settled, await StoredReview.PairsAsync(store));
        Assert.Empty((await DoubtInbox.ReadAsync(store, new InboxFilter(Code: "text-differs"), 1, Cancel)).Rows);
        Assert.Single((await DoubtInbox.ReadAsync(store, new InboxFilter(Code: "text-differs", Settled: true), 1, Cancel)).Rows);

        foreach (var line in (await CurationLog.ReadAsync(store, null, null, 100, Cancel)).Where(l => l.CanUndo))
        {
            await Settling.UndoAsync(store, TimeProvider.System, line.Doubt!.Id, Cancel);
        }

        await index.RefreshAsync(Cancel);
        Assert.Equal(5, index.Current.Table.Count);
        await using var fresh = await TestStores.CreateAsync(Provider.Sqlite);
        await Paper.StoreExportAsync(fresh.Store, folder.Write("a.csv", ExportLine.File("\r",
            [new ExportLine { Text = Bridge }, new ExportLine { Text = Road, From = "Chad", Response = "Accepted" }, new ExportLine { Text = "Weigh the bells of the cathedral", From = "Kenya" }])));
        await Paper.StoreAsync(fresh.Store, Report);
        Assert.Equal(before, await StoredReview.DescribeAsync(fresh.Store));
        Assert.Equal((await StoredReview.PairsAsync(fresh.Store)).Select(WithoutId).Order(StringComparer.Ordinal), (await StoredReview.PairsAsync(store)).Select(WithoutId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_person_can_say_that_two_pairs_are_one_and_the_other_id_leads_there()
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await Paper.StoreExportAsync(test.Store, folder.Write("a.csv", ExportLine.File("\r", [new ExportLine { Text = "Number the seabirds", From = "Peru" }])));
        await Paper.StoreAsync(test.Store, Report);
        var gulls = (await StoredReview.PairsAsync(test.Store)).Single(p => p.Contains("gulls", StringComparison.Ordinal));
        var id = long.Parse(gulls[..gulls.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        await SettleAsync(test.Store, "only-in-report", Settlement.Typed, "1", "12.3");
        Assert.Equal(1, await RecommendationDetails.ResolveAsync(test.Store, id, Cancel));
        Assert.Contains("1 PER 12.3 Number the seabirds: Supported", await StoredReview.PairsAsync(test.Store));
        await Settling.UndoAsync(test.Store, TimeProvider.System, (await CurationLog.ReadAsync(test.Store, null, null, 100, Cancel)).First(l => l.CanUndo).Doubt!.Id, Cancel);
        Assert.Contains("1 PER - Number the seabirds: Supported", await StoredReview.PairsAsync(test.Store));
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_is_refused_with_what_would()
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await Paper.StoreAsync(test.Store, Report);
        var doubt = (await StoredReview.OpenDoubtsAsync(test.Store)).Single(d => d.Code == "states-unread");
        Assert.Contains("XXX", (await Assert.ThrowsAsync<SettlingException>(() => Settling.SettleAsync(test.Store, TimeProvider.System, doubt.Id, Settlement.Typed, "FRA XXX", Cancel))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SettlingException>(() => Settling.SettleAsync(test.Store, TimeProvider.System, doubt.Id, "perhaps", null, Cancel));
        await Assert.ThrowsAsync<SettlingException>(() => Settling.SettleAsync(test.Store, TimeProvider.System, 99, Settlement.TakeFound, null, Cancel));
        await using var db = test.Store.Open();
        Assert.False(await db.Settlements.AnyAsync(Cancel));
    }

    private static string WithoutId(string pair) => pair[(pair.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static async Task SettleAsync(Store store, string code, string choice, string? value = null, string? number = null)
    {
        var doubt = (await DoubtInbox.ReadAsync(store, new InboxFilter(Code: code), 1, Cancel)).Rows.Single(d => number is null || d.Doubt.Number == number).Doubt;
        await Settling.SettleAsync(store, TimeProvider.System, doubt.Id, choice, value, Cancel);
    }
}
