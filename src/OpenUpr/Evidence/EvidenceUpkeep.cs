using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>What the program does by itself: destroys what is due, and sweeps the pieces of files whose sending broke off.</summary>
public sealed class EvidenceUpkeep(Rooms rooms)
{
    /// <summary>Pieces without a file's row that have not grown for so long belong to nobody: another node may still be taking a file in.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Shredding _shredding = new(rooms);
    private readonly Dictionary<long, (int Pieces, DateTimeOffset Since)> _orphans = [];

    /// <summary>Looks through all coalitions once. The numbers of things destroyed and of broken-off files swept.</summary>
    public async Task<(int Shredded, int Swept)> RunAsync(CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        var (shredded, swept) = (0, 0);
        foreach (var coalition in await db.Coalitions.Select(c => c.Id).ToListAsync(cancel))
        {
            var access = await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalition, cancel);
            shredded += await _shredding.ShredDueAsync(access, cancel);
            swept += await SweepAsync(access, cancel);
        }

        return (shredded, swept);
    }

    private async Task<int> SweepAsync(CoalitionAccess access, CancellationToken cancel)
    {
        var swept = await StraySendings.SweepAsync(rooms, access, cancel);
        await using var db = rooms.Store.Open(access);
        foreach (var orphan in await StraySendings.PiecesWithoutFileAsync(db, access, cancel))
        {
            var now = rooms.Time.GetUtcNow();
            if (!_orphans.TryGetValue(orphan.File, out var seen) || seen.Pieces != orphan.Pieces)
            {
                _orphans[orphan.File] = (orphan.Pieces, now);
            }
            else if (now - seen.Since >= Patience)
            {
                await SweepPieces.OfAsync(db, orphan.File, null, cancel);
                _orphans.Remove(orphan.File);
                swept++;
            }
        }

        return swept;
    }
}
