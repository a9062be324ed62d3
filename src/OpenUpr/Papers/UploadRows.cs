using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>An upload as lists show it, without its bytes.</summary>
/// <param name="CanRetry">True while the bytes of a refused or cancelled file are kept.</param>
public sealed record UploadRow(long Id, string Batch, string FileName, long Size, string State, string? Step, long Done, long Total, UploadReport? Report, long? DocumentId, DateTimeOffset UploadedAt, DateTimeOffset? FinishedAt, bool CanRetry)
{
    public bool IsOver => State is Upload.Stored or Upload.Refused or Upload.Cancelled;
}

/// <summary>Files that were uploaded together, counted.</summary>
public sealed record UploadBatch(string Batch, DateTimeOffset At, int Files, int Waiting, int Stored, int Refused, int Cancelled);

public static class UploadRows
{
    /// <summary>The files of one batch in the order in which they came; none where there is no such batch.</summary>
    public static async Task<IReadOnlyList<UploadRow>> OfBatchAsync(Store store, string batch, CancellationToken cancel)
    {
        await using var db = store.Open();
        var rows = await db.Uploads.AsNoTracking().Where(u => u.Batch == batch).OrderBy(u => u.Id)
            .Select(u => new { u.Id, u.Batch, u.FileName, u.Size, u.State, u.Step, u.Done, u.Total, u.Report, u.DocumentId, u.UploadedAt, u.FinishedAt, Kept = u.Content != null }).ToListAsync(cancel);
        return [.. rows.Select(u => new UploadRow(u.Id, u.Batch, u.FileName, u.Size, u.State, u.Step, u.Done, u.Total, UploadReport.FromJson(u.Report), u.DocumentId, u.UploadedAt, u.FinishedAt, u.Kept && u.State is Upload.Refused or Upload.Cancelled))];
    }

    /// <summary>The newest batches first.</summary>
    public static async Task<IReadOnlyList<UploadBatch>> RecentAsync(Store store, int limit, CancellationToken cancel)
    {
        await using var db = store.Open();
        var groups = await db.Uploads.AsNoTracking().GroupBy(u => u.Batch).Select(g => new
        {
            g.Key,
            First = g.Min(u => u.Id),
            Files = g.Count(),
            Waiting = g.Count(u => u.State == Upload.Waiting || u.State == Upload.Reading),
            Stored = g.Count(u => u.State == Upload.Stored),
            Refused = g.Count(u => u.State == Upload.Refused),
            Cancelled = g.Count(u => u.State == Upload.Cancelled),
        }).OrderByDescending(g => g.First).Take(limit).ToListAsync(cancel);
        var firsts = groups.Select(g => g.First).ToList();
        var at = await db.Uploads.AsNoTracking().Where(u => firsts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UploadedAt, cancel);
        return [.. groups.Select(g => new UploadBatch(g.Key, at[g.First], g.Files, g.Waiting, g.Stored, g.Refused, g.Cancelled))];
    }
}
