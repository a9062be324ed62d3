using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>
/// What the program does for coalitions by itself: ends those whose term is over, finds public things that rows wait for, drops sheets that nobody took over, and what people who left had chosen for themselves.
/// </summary>
public sealed class CoalitionUpkeep(Rooms rooms)
{
    /// <summary>A sheet that was brought and not taken over lies here no longer.</summary>
    public static readonly TimeSpan SheetsLast = TimeSpan.FromDays(1);

    /// <summary>Looks through all coalitions once. The numbers of coalitions destroyed and of public things found.</summary>
    public async Task<(int Destroyed, int Found)> RunAsync(CancellationToken cancel)
    {
        var (destroyed, found) = (await Closing.DestroyDueAsync(rooms, cancel), 0);
        await using var db = rooms.Store.Open();
        foreach (var coalition in await db.Coalitions.Select(c => c.Id).ToListAsync(cancel))
        {
            var access = await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalition, cancel);
            await SweepAsync(access, cancel);
            await OwnChoices.ForgetLeftAsync(rooms.Store, coalition, cancel);
            found += await FindAsync(access, cancel);
        }

        return (destroyed, found);
    }

    private async Task SweepAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var over = rooms.Time.GetUtcNow() - SheetsLast;
        var old = (await db.SheetUploads.Select(u => new { u.Id, u.AddedAt }).ToListAsync(cancel)).Where(u => u.AddedAt <= over).Select(u => u.Id).ToList();
        if (old.Count > 0)
        {
            await db.SheetUploads.Where(u => old.Contains(u.Id)).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Gives rows the numbers of public things that came into the store since the coalition did.</summary>
    private async Task<int> FindAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        if (!await db.WaitingReferences.AnyAsync(cancel))
        {
            return 0;
        }

        await using var transaction = await db.BeginWriteAsync(cancel);
        var found = 0;
        foreach (var waiting in await db.WaitingReferences.ToListAsync(cancel))
        {
            if (await PublicThings.FindAsync(db, waiting.Kind, waiting.Identity, cancel) is { } id)
            {
                found += await SetAsync(db, waiting, id, cancel) ? 1 : 0;
                db.WaitingReferences.Remove(waiting);
            }
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return found;
    }

    /// <summary>False where the row is gone meanwhile.</summary>
    private static async Task<bool> SetAsync(OpenUprDb db, WaitingReference waiting, long id, CancellationToken cancel)
    {
        var type = db.Model.GetEntityTypes().SingleOrDefault(t => t.GetTableName() == waiting.Thing && t.ClrType.IsAssignableTo(typeof(IPrivateRow)));
        if (type?.FindProperty(waiting.Column)?.PropertyInfo is not { } column || await db.FindAsync(type.ClrType, [waiting.ThingId], cancel) is not { } row)
        {
            return false;
        }

        column.SetValue(row, id);
        return true;
    }
}
