using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>
/// Files that came through a drop box and whose sending never ended: their rows have no case. The rule of private rows shows a file only with its
/// case, so that nobody sees them; here alone that rule is passed by, and the coalition named instead.
/// </summary>
internal static class StraySendings
{
    /// <summary>Days after which a sending has broken off for good: the row tells no more than the day, and a slow line takes many hours.</summary>
    public const int Days = 2;

    /// <summary>The files of one sending, whether its case is there yet or not.</summary>
    public static IQueryable<EvidenceFile> Of(OpenUprDb db, CoalitionAccess access, long caseId) =>
        db.EvidenceFiles.IgnoreQueryFilters().Where(f => f.CoalitionId == access.CoalitionId && f.CaseId == caseId);

    /// <summary>Takes out what a sending has left behind, unless its case is there; the number of files.</summary>
    public static async Task<int> UndoAsync(OpenUprDb db, CoalitionAccess access, long caseId, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.EvidenceCases.IgnoreQueryFilters().AnyAsync(c => c.CoalitionId == access.CoalitionId && c.Id == caseId, cancel))
        {
            return 0;
        }

        var files = await Of(db, access, caseId).Select(f => f.Id).ToListAsync(cancel);
        await db.EvidencePieces.IgnoreQueryFilters().Where(p => p.CoalitionId == access.CoalitionId && files.Contains(p.FileId)).ExecuteDeleteAsync(cancel);
        await Of(db, access, caseId).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return files.Count;
    }

    /// <summary>Takes out all that broke off days ago; the number of files.</summary>
    public static async Task<int> SweepAsync(Rooms rooms, CoalitionAccess upkeep, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(upkeep);
        var broken = rooms.Time.GetUtcNow().AddDays(-Days);
        var sendings = await db.EvidenceFiles.IgnoreQueryFilters()
            .Where(f => f.CoalitionId == upkeep.CoalitionId && f.AddedAt <= broken && !db.EvidenceCases.Any(c => c.CoalitionId == upkeep.CoalitionId && c.Id == f.CaseId))
            .Select(f => f.CaseId).Distinct().ToListAsync(cancel);
        var swept = 0;
        foreach (var sending in sendings)
        {
            swept += await UndoAsync(db, upkeep, sending, cancel);
        }

        return swept;
    }

    /// <summary>Pieces of files that have no row at all, by file.</summary>
    public static async Task<IReadOnlyList<(long File, int Pieces)>> PiecesWithoutFileAsync(OpenUprDb db, CoalitionAccess upkeep, CancellationToken cancel)
    {
        var found = await db.EvidencePieces.IgnoreQueryFilters()
            .Where(p => p.CoalitionId == upkeep.CoalitionId && !db.EvidenceFiles.Any(f => f.CoalitionId == upkeep.CoalitionId && f.Id == p.FileId))
            .GroupBy(p => p.FileId).Select(g => new { File = g.Key, Pieces = g.Count() }).ToListAsync(cancel);
        return [.. found.Select(f => (f.File, f.Pieces))];
    }
}
