using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>Fills a store of the demonstration world with its fictional reviews. Everything in Demo/Data is invented; no State, person or paper in it exists.</summary>
public static class DemoWorld
{
    /// <summary>Loads the demonstration into a store that holds nothing yet; a store that was filled before stays as it is.</summary>
    /// <exception cref="StoreException">The store is about the real world.</exception>
    public static async Task LoadAsync(Store store, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo)
        {
            throw new StoreException($"The store in {store.Location.DataFolder} holds real data; the demonstration needs a folder of its own. Name an empty one with --data, or leave --data out.");
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.Recommendations.AnyAsync(cancel))
        {
            return;
        }

        var rows = new DemoRows(time.GetUtcNow());
        foreach (var row in ReferenceTable.Read("OpenUpr.Demo.Data.recommendations.csv"))
        {
            rows.Add(row);
        }

        await rows.InsertAsync(db, cancel);
        await DemoPapers.AddAsync(db, store.Reference, time.GetUtcNow(), cancel);
        await transaction.CommitAsync(cancel);
    }
}
