using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>A document of the store and what came from it.</summary>
/// <param name="Rows">Recommendations and pledges (pairs) first read from it; 0 where another file had them all.</param>
/// <param name="FirstSession">Of those rows; null where there are none.</param>
public sealed record StoredDocument(long Id, string Kind, string? Symbol, string FileName, string Sha256, long Size, string? Licence, DateTimeOffset ReceivedAt, int Rows, int? FirstSession, int? LastSession);

/// <summary>One run of the importer, for the list of changes.</summary>
public sealed record StoredImport(DateTimeOffset At, string FileName, string? Symbol, int RowsRead, int Added, int Known, int Refused, int Doubtful);

/// <summary>What a store was made from: its documents and its imports, the newest first.</summary>
public static class StoreContents
{
    public static async Task<IReadOnlyList<StoredDocument>> DocumentsAsync(Store store, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await (
            from r in db.Recommendations.AsNoTracking()
            where r.MergedIntoId == null
            join t in db.Texts on r.TextId equals t.Id
            join v in db.Reviews on t.ReviewId equals v.Id
            group v.Session by r.DocumentId into g
            select new { g.Key, Count = g.Count(), First = g.Min(), Last = g.Max() }).ToDictionaryAsync(g => g.Key, cancel);
        var documents = await db.Documents.AsNoTracking()
            .Select(d => new { d.Id, d.Kind, d.Symbol, d.FileName, d.Sha256, d.Size, d.Licence, d.ReceivedAt }).ToListAsync(cancel);
        return [.. documents.OrderByDescending(d => d.Id).Select(d =>
        {
            var own = rows.GetValueOrDefault(d.Id);
            return new StoredDocument(d.Id, d.Kind, d.Symbol, d.FileName, d.Sha256, d.Size, d.Licence, d.ReceivedAt, own?.Count ?? 0, own?.First, own?.Last);
        })];
    }

    /// <param name="limit">Imports wanted.</param>
    public static async Task<IReadOnlyList<StoredImport>> ImportsAsync(Store store, int limit, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await (
            from run in db.ImportRuns.AsNoTracking()
            orderby run.Id descending
            join d in db.Documents on run.DocumentId equals d.Id
            select new StoredImport(run.FinishedAt, d.FileName, d.Symbol, run.RowsRead, run.Added, run.Known, run.Refused, run.Doubtful)).Take(limit).ToListAsync(cancel);
    }
}
