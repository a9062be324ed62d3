using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>Two fictional coalitions with people, terms, clusters and minutes, so that every page of a room has something to show. Days are counted from the day of loading.</summary>
public static class DemoCoalition
{
    /// <summary>The coalition in which visitors of the demonstration walk about.</summary>
    public const string Slug = "tovell-rights";

    /// <summary>Another one, into which they must not see.</summary>
    public const string OtherSlug = "arvenia-watch";

    /// <summary>Loads them into a store of the demonstration world that has no coalition yet; does nothing elsewhere.</summary>
    public static async Task LoadAsync(Store store, Keyring keys, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo)
        {
            return;
        }

        var rooms = new Rooms(store, keys, time);
        var accounts = await AccountsAsync(store, time, cancel);
        foreach (var row in Rows("coalitions").ToList())
        {
            if (await FoundAsync(rooms, row, accounts, cancel) is { } coalition)
            {
                await new DemoRoom(rooms, coalition, accounts).FillAsync(row, cancel);
            }
        }
    }

    internal static IEnumerable<ReferenceTable> Rows(string file) => ReferenceTable.Read($"OpenUpr.Demo.Data.{file}.csv");

    /// <summary>Accounts without any way to sign in but the demonstration's own.</summary>
    private static async Task<Dictionary<string, long>> AccountsAsync(Store store, TimeProvider time, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        foreach (var row in Rows("coalition-accounts").ToList())
        {
            if (!await db.Accounts.AnyAsync(a => a.NormalisedName == row["name"], cancel))
            {
                db.Accounts.Add(new Account
                {
                    Id = await db.TakeIdsAsync(Counters.Accounts, 1, cancel), SignInName = row["name"], NormalisedName = row["name"], DisplayName = row["display"], SecurityStamp = Secrets.New(),
                    IsOperator = row["operator"] == "yes", IsCurator = row["curator"] == "yes", CreatedAt = time.GetUtcNow(),
                });
            }
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.NormalisedName, a => a.Id, cancel);
    }

    /// <summary>Founds the coalition as its first secretariat would, or finds one that was founded but not filled; null when it is there and full.</summary>
    private static async Task<Coalition?> FoundAsync(Rooms rooms, ReferenceTable row, Dictionary<string, long> accounts, CancellationToken cancel)
    {
        var slug = row["slug"];
        await using var db = rooms.Store.Open();
        var found = await db.Coalitions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        if (found is null)
        {
            var founder = Rows("coalition-people").First(p => p["coalition"] == slug);
            var terms = Rows("coalition-terms").First(t => t["coalition"] == slug);
            await Founding.FoundAsync(rooms, accounts[founder["account"]], new NewCoalition(row["name"], row["language"], row["country"], founder["name"], terms["text"], slug), cancel);
            return await db.Coalitions.AsNoTracking().SingleAsync(c => c.Slug == slug, cancel);
        }

        await using var inside = rooms.Store.Open(CoalitionAccess.ForFounding(found));
        return await inside.Organisations.AnyAsync(cancel) ? null : found;
    }
}
