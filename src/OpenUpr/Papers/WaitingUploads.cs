using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>
/// The files that were uploaded and wait to be read. The table is the queue: what was taken in survives a crash, and every node sees the same. A node
/// claims a row by one atomic update and renews its claim while it reads; a claim that is not renewed falls back to the others.
/// </summary>
public sealed class WaitingUploads(Store store, TimeProvider time)
{
    /// <summary>How long a claim holds without being renewed. Longer than a reader may be busy with one file without a word.</summary>
    public static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(5);

    /// <summary>How long the bytes of a refused or cancelled file are kept, so that it can be tried again.</summary>
    public static readonly TimeSpan KeepsRefused = TimeSpan.FromDays(7);

    public async Task<long> AddAsync(string batch, string fileName, byte[] content, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var id = await db.TakeIdsAsync(Counters.Uploads, 1, cancel);
        db.Uploads.Add(new Upload { Id = id, Batch = batch, FileName = fileName, Size = content.LongLength, Content = content, State = Upload.Waiting, Total = content.LongLength, UploadedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <summary>A file that is turned away before it is read, kept in the list with the reason.</summary>
    public async Task RefuseAsync(string batch, string fileName, long size, string why, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var (id, now) = (await db.TakeIdsAsync(Counters.Uploads, 1, cancel), time.GetUtcNow());
        db.Uploads.Add(new Upload { Id = id, Batch = batch, FileName = fileName, Size = size, State = Upload.Refused, Total = size, Report = UploadReport.OfRefusal(why).ToJson(), UploadedAt = now, FinishedAt = now });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Takes the next file for this reader alone, with its bytes; null when nothing waits.</summary>
    public async Task<Upload?> ClaimAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        while (true)
        {
            var now = Moment(time.GetUtcNow());
            var open = await db.Uploads.AsNoTracking().Where(u => u.Content != null && (u.State == Upload.Waiting || u.State == Upload.Reading))
                .OrderBy(u => u.Id).Select(u => new { u.Id, u.State, u.Report }).ToListAsync(cancel);
            var next = open.FirstOrDefault(u => u.State == Upload.Waiting || string.CompareOrdinal(u.Report, now) < 0);
            if (next is null)
            {
                return null;
            }

            // Only the one whose update still finds the row as it was has it.
            var claim = Moment(time.GetUtcNow() + ClaimHolds);
            var taken = await db.Uploads.Where(u => u.Id == next.Id && u.State == next.State && u.Report == next.Report)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.State, Upload.Reading).SetProperty(x => x.Report, claim).SetProperty(x => x.Step, (string?)null).SetProperty(x => x.Done, 0), cancel);
            if (taken == 1)
            {
                return await db.Uploads.AsNoTracking().SingleAsync(u => u.Id == next.Id, cancel);
            }
        }
    }

    /// <summary>Renews the claim and notes how far the reading is; false when the upload was cancelled or taken away meanwhile.</summary>
    public async Task<bool> KeepAsync(long id, string step, long done, long total, CancellationToken cancel)
    {
        await using var db = store.Open();
        var claim = Moment(time.GetUtcNow() + ClaimHolds);
        return await db.Uploads.Where(u => u.Id == id && u.State == Upload.Reading).ExecuteUpdateAsync(
            u => u.SetProperty(x => x.Report, claim).SetProperty(x => x.Step, step).SetProperty(x => x.Done, done).SetProperty(x => x.Total, total), cancel) == 1;
    }

    /// <summary>Notes the end. What was stored is stored, even where someone asked for an end a moment too late.</summary>
    public async Task FinishAsync(long id, UploadReport report, long? documentId, CancellationToken cancel)
    {
        await using var db = store.Open();
        var (isStored, json, now) = (report.Refusal is null, report.ToJson(), time.GetUtcNow());
        var state = isStored ? Upload.Stored : Upload.Refused;
        await db.Uploads.Where(u => u.Id == id && (isStored || u.State == Upload.Reading)).ExecuteUpdateAsync(
            u => u.SetProperty(x => x.State, state).SetProperty(x => x.Report, json).SetProperty(x => x.DocumentId, documentId).SetProperty(x => x.Step, (string?)null)
                .SetProperty(x => x.FinishedAt, now).SetProperty(x => x.Content, x => isStored ? null : x.Content), cancel);
    }

    /// <summary>Puts a file that this reader had to let go back into the queue.</summary>
    public async Task ReleaseAsync(long id, CancellationToken cancel)
    {
        await using var db = store.Open();
        await db.Uploads.Where(u => u.Id == id && u.State == Upload.Reading).ExecuteUpdateAsync(u => u.SetProperty(x => x.State, Upload.Waiting).SetProperty(x => x.Report, (string?)null).SetProperty(x => x.Step, (string?)null), cancel);
    }

    /// <summary>At the start of a site: what a crash left as being read waits again. On PostgreSQL another node may be reading it, so there its claim must have run out.</summary>
    public async Task RecoverAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        if (store.Location.PostgresConnection is null)
        {
            await db.Uploads.Where(u => u.State == Upload.Reading).ExecuteUpdateAsync(u => u.SetProperty(x => x.State, Upload.Waiting).SetProperty(x => x.Report, (string?)null).SetProperty(x => x.Step, (string?)null), cancel);
        }

        var old = time.GetUtcNow() - KeepsRefused;
        var finished = await db.Uploads.Where(u => u.Content != null && u.FinishedAt != null).Select(u => new { u.Id, u.FinishedAt }).ToListAsync(cancel);
        var gone = finished.Where(u => u.FinishedAt < old).Select(u => u.Id).ToList();
        await db.Uploads.Where(u => gone.Contains(u.Id)).ExecuteUpdateAsync(u => u.SetProperty(x => x.Content, (byte[]?)null), cancel);
    }

    /// <summary>Stops a file that waits or is read. False when it was over already.</summary>
    public async Task<bool> CancelAsync(long id, CancellationToken cancel)
    {
        await using var db = store.Open();
        var now = time.GetUtcNow();
        return await db.Uploads.Where(u => u.Id == id && (u.State == Upload.Waiting || u.State == Upload.Reading)).ExecuteUpdateAsync(
            u => u.SetProperty(x => x.State, Upload.Cancelled).SetProperty(x => x.Report, (string?)null).SetProperty(x => x.Step, (string?)null).SetProperty(x => x.FinishedAt, now), cancel) == 1;
    }

    /// <summary>Puts a refused or cancelled file back into the queue. False when its bytes are no longer kept.</summary>
    public async Task<bool> RetryAsync(long id, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Uploads.Where(u => u.Id == id && u.Content != null && (u.State == Upload.Refused || u.State == Upload.Cancelled)).ExecuteUpdateAsync(
            u => u.SetProperty(x => x.State, Upload.Waiting).SetProperty(x => x.Report, (string?)null).SetProperty(x => x.Done, 0).SetProperty(x => x.FinishedAt, (DateTimeOffset?)null), cancel) == 1;
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
