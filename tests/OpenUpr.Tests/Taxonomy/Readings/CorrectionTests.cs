using Microsoft.EntityFrameworkCore;
using OpenUpr.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Tests.Import;
using OpenUpr.Tests.Import.Papers;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Taxonomy.Readings;

/// <summary>A person's word holds before coders' and machines', on all pairs of the text, whatever is imported or read later, and can be taken back.</summary>
public sealed class CorrectionTests
{
    private static CancellationToken Cancel => ReadingStore.Cancel;

    [Theory, OnEachDatabase]
    public async Task A_correction_holds_for_every_pair_survives_a_new_model_and_undoing_it_brings_back_what_was(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        var store = test.Store;
        await ReadingRun.CatchUpAsync(store, new FakeReader().Reader, cancel: Cancel);
        await SetAsync(store, ReadingStore.Untagged, Tag.ActionScheme, "5");
        await SetAsync(store, ReadingStore.Untagged, Tag.ActionScheme, "2");
        await ReadingRun.CatchUpAsync(store, new FakeReader("fake-2").Reader, cancel: Cancel);
        Assert.Equal(["2", "2"], await ActionsAsync(store));
        Assert.Equal(2, await ReadingStore.CountAsync(store, "action:2 labels:people"));

        Assert.True(await Corrections.UndoAsync(store, TimeProvider.System, ReadingStore.Untagged, Tag.ActionScheme, Cancel));
        Assert.Equal(["5", "5"], await ActionsAsync(store));
        Assert.True(await Corrections.UndoAsync(store, TimeProvider.System, ReadingStore.Untagged, Tag.ActionScheme, Cancel));
        Assert.Equal(["4", "4"], await ActionsAsync(store));
        Assert.False(await Corrections.UndoAsync(store, TimeProvider.System, ReadingStore.Untagged, Tag.ActionScheme, Cancel));

        var log = (await CurationLog.ReadAsync(store, "CUB", 16, 10, Cancel)).Select(l => (l.Action, l.Correction!.Values[0], l.CanUndo, l.Correction.Who)).ToList();
        Assert.Equal([(LogAction.CorrectionUndone, "5", false, "curator"), (LogAction.CorrectionUndone, "2", false, "curator"), (LogAction.Corrected, "2", false, "curator"), (LogAction.Corrected, "5", false, "curator")], log);
    }

    [Theory, OnEachDatabase]
    public async Task A_person_may_say_that_there_is_no_issue_and_may_confirm_what_holds(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        var store = test.Store;
        await ReadingRun.CatchUpAsync(store, new FakeReader().Reader, cancel: Cancel);
        await Corrections.SetAsync(store, TimeProvider.System, ReadingStore.Untagged, Tag.IssueScheme, [], "curator", Cancel);
        var row = (await RecommendationRows.ByIdsAsync(store, [14], Cancel))[0];
        Assert.Empty(row.Issues);
        Assert.Equal("user", row.Labels.Issues!.SetBy);
        Assert.Equal(1, await ReadingStore.CountAsync(store, "issue:justice rs:FRA action:3"));
        Assert.Equal(0, await ReadingStore.CountAsync(store, "issue:justice rs:KEN"));

        await Corrections.ConfirmAsync(store, TimeProvider.System, ReadingStore.Alike, [Tag.ActionScheme, Tag.IssueScheme], "curator", Cancel);
        var labels = (await TextLabels.ReadAsync(store, ReadingStore.Alike, Cancel))!;
        Assert.Equal(("user", "3", 0d), (labels[Tag.ActionScheme].SetBy, labels[Tag.ActionScheme].Values[0], labels.Doubt));
        Assert.Equal(["3"], labels[Tag.ActionScheme].Coder!);
        Assert.True((await CurationLog.ReadAsync(store, null, null, 10, Cancel))[0].CanUndo);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_no_value_is_refused_and_nothing_changes(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        foreach (var (scheme, value) in new[] { (Tag.ActionScheme, "6"), (Tag.IssueScheme, "no-such-issue"), (Tag.SdgScheme, "18"), (Tag.SdgScheme, "5."), ("colour", "red") })
        {
            await Assert.ThrowsAsync<CorrectionException>(() => SetAsync(test.Store, ReadingStore.Alike, scheme, value));
        }

        await Assert.ThrowsAsync<CorrectionException>(() => Corrections.SetAsync(test.Store, TimeProvider.System, ReadingStore.Alike, Tag.ActionScheme, ["1", "2"], "curator", Cancel));
        await Assert.ThrowsAsync<CorrectionException>(() => SetAsync(test.Store, 99, Tag.ActionScheme, "1"));
        await SetAsync(test.Store, ReadingStore.Alike, Tag.SdgScheme, "16.3");
        await using var db = test.Store.Open();
        Assert.Equal(["16.3"], await db.Tags.Where(t => t.SetBy == Tag.User).Select(t => t.Value).ToListAsync(Cancel));
    }

    [Theory, OnEachDatabase]
    public async Task It_survives_the_export_of_a_papers_text_and_goes_on_to_further_States_of_the_text(Provider provider)
    {
        const string Bridge = "Paint every bridge green, and keep it so";
        const string Gulls = "Count all the gulls";
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var store = test.Store;
        await Paper.StoreAsync(store, Paper.Report(Paper.Text("12.1", Bridge, "FRA", Position.Supported)));
        await SetAsync(store, await TextAsync(store, Bridge), Tag.ActionScheme, "1");
        await Paper.StoreExportAsync(store, folder.Write("a.csv", ExportLine.File("\r", [new ExportLine { Text = Bridge }, new ExportLine { To = "Cuba", Text = Gulls, Session = "4" }])));
        await ReadingRun.CatchUpAsync(store, new FakeReader().Reader, cancel: Cancel);
        Assert.Equal(1, await ReadingStore.CountAsync(store, "action:1"));

        await SetAsync(store, await TextAsync(store, Gulls), Tag.ActionScheme, "2");
        await Paper.StoreExportAsync(store, folder.Write("b.csv", ExportLine.File("\r", [new ExportLine { To = "Cuba", Text = Gulls, Session = "4", From = "Kenya" }])));
        Assert.Equal(2, await ReadingStore.CountAsync(store, "action:2"));
        Assert.Equal(1, await ReadingStore.CountAsync(store, "action:2 rs:KEN labels:people"));

        // Texts that went took their readings along.
        await using var db = store.Open();
        Assert.Equal(await db.Texts.CountAsync(Cancel), await db.MachineReadings.CountAsync(Cancel));
    }

    private static async Task<long> TextAsync(Store store, string text)
    {
        await using var db = store.Open();
        return await db.Texts.Where(t => t.Text == text).Select(t => t.Id).SingleAsync(Cancel);
    }

    private static Task SetAsync(Store store, long text, string scheme, string value) => Corrections.SetAsync(store, TimeProvider.System, text, scheme, [value], "curator", Cancel);

    private static async Task<IEnumerable<string>> ActionsAsync(Store store) => (await RecommendationRows.ByIdsAsync(store, [13, 14], Cancel)).Select(r => $"{r.Action}");
}
