using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>What the demonstration's people said of their drafts and the recommendations of the last review; some drafts wait for a word.</summary>
public static class DemoUptake
{
    /// <summary>Loads it while nobody said anything; does nothing elsewhere. Comes after the board of the review day, whose notes it shows.</summary>
    public static async Task LoadAsync(Store store, Keyring keys, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo || await DemoDay.AccessAsync(store, "amara", cancel) is not { } amara || await FollowRows.ListAsync(store, amara, cancel) is not [{ Review.Id: var follow }, ..])
        {
            return;
        }

        var (rooms, matcher) = (new Rooms(store, keys, time), new UptakeMatcher());
        var view = (await UptakeReading.ReadAsync(store, matcher, amara, follow, null, cancel))!;
        if (view.Drafts.Any(d => d.Said.Count > 0 || d.Nobody is not null))
        {
            return;
        }

        foreach (var group in DemoCoalition.Rows("uptake").GroupBy(r => r["author"]).ToList())
        {
            var wishes = group.Select(r => Wish(view, r)).OfType<UptakeWish>().ToList();
            await UptakeWriting.SayAsync(rooms, (await DemoDay.AccessAsync(store, group.Key, cancel))!, follow, wishes, cancel);
        }
    }

    private static UptakeWish? Wish(UptakeView view, ReferenceTable row)
    {
        var draft = view.Drafts.FirstOrDefault(d => d.Draft.Text.StartsWith(row["draft"], StringComparison.Ordinal));
        var meant = view.Follow.Rows.FirstOrDefault(r => r.Row.Number == row.Optional("number"));
        return draft is null ? null : new UptakeWish(draft.Draft.Id, meant?.Row.Id, row["verdict"], 0, draft.Proposals.FirstOrDefault(p => p.Row.Row.Id == meant?.Row.Id)?.Confidence, row.Optional("note"));
    }
}
