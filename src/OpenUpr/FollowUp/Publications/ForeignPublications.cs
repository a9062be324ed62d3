using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Publications;

/// <summary>What became of a signed file.</summary>
public enum PublicationFate
{
    Added,

    /// <summary>It took the place of an earlier one of the same name and source.</summary>
    Replaced,

    /// <summary>The same is here already.</summary>
    Known,

    /// <summary>A later one of the same name and source is here.</summary>
    Older,

    /// <summary>Nobody here trusts who signed it yet.</summary>
    Unknown,
}

/// <summary>A line of what came from elsewhere.</summary>
public sealed record ForeignLine(ForeignPublication Publication, PublicationSource Source);

/// <summary>Publications of other installations: taken only from those that the operator trusts, each by its key.</summary>
public static class ForeignPublications
{
    private const int MostName = 120;

    public static async Task<IReadOnlyList<PublicationSource>> SourcesAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.PublicationSources.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel);
    }

    public static async Task<IReadOnlyList<ForeignLine>> ListAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        var sources = await db.PublicationSources.AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        return [.. (await db.ForeignPublications.AsNoTracking().ToListAsync(cancel)).OrderBy(p => sources[p.SourceId].Name, StringComparer.CurrentCulture).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => new ForeignLine(p, sources[p.SourceId]))];
    }

    /// <summary>Takes a publication in, in the place of an earlier one of the same name and source.</summary>
    /// <param name="trustAs">What the operator calls the source from now on, after comparing its fingerprint by another way; null to take it only from those that are known.</param>
    /// <param name="actorId">The operator's account; null for the operator at the machine.</param>
    public static async Task<PublicationFate> TakeAsync(Rooms rooms, SignedPublication file, string? trustAs, long? actorId, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var source = await db.PublicationSources.SingleOrDefaultAsync(s => s.Fingerprint == file.Fingerprint, cancel);
        if (source is null)
        {
            if (string.IsNullOrWhiteSpace(trustAs) || trustAs.Length > MostName)
            {
                return PublicationFate.Unknown;
            }

            source = new PublicationSource { Id = await db.TakeIdsAsync(Counters.PublicationSources, 1, cancel), Fingerprint = file.Fingerprint, Name = trustAs.Trim(), TrustedAt = rooms.Time.GetUtcNow() };
            db.PublicationSources.Add(source);
            await db.SaveChangesAsync(cancel);
            await Audit.AddAsync(db, rooms.Keys, rooms.Time, actorId, "publication.trust", "installation", null, cancel);
        }

        var fate = await PutAsync(rooms, db, source, file, cancel);
        await db.SaveChangesAsync(cancel);
        if (fate is PublicationFate.Added or PublicationFate.Replaced)
        {
            await Audit.AddAsync(db, rooms.Keys, rooms.Time, actorId, "publication.take", "installation", null, cancel);
        }

        await transaction.CommitAsync(cancel);
        return fate;
    }

    /// <summary>Takes one publication away again.</summary>
    public static Task<bool> RemoveAsync(Rooms rooms, long id, long? actorId, CancellationToken cancel) =>
        RemoveAsync(rooms, "publication.remove", actorId, db => db.ForeignPublications.Where(p => p.Id == id).ExecuteDeleteAsync(cancel), cancel);

    /// <summary>Trusts a source no more; all that came from it goes with it.</summary>
    public static Task<bool> ForgetAsync(Rooms rooms, long sourceId, long? actorId, CancellationToken cancel) =>
        RemoveAsync(rooms, "publication.distrust", actorId, async db =>
        {
            await db.ForeignPublications.Where(p => p.SourceId == sourceId).ExecuteDeleteAsync(cancel);
            return await db.PublicationSources.Where(s => s.Id == sourceId).ExecuteDeleteAsync(cancel);
        }, cancel);

    private static async Task<PublicationFate> PutAsync(Rooms rooms, OpenUprDb db, PublicationSource source, SignedPublication file, CancellationToken cancel)
    {
        var content = JsonSerializer.Serialize(file.Body.Content);
        if (await db.ForeignPublications.SingleOrDefaultAsync(p => p.SourceId == source.Id && p.Name == file.Body.Name, cancel) is { } here)
        {
            if (here.PublishedAt >= file.Body.PublishedAt)
            {
                return here.PublishedAt > file.Body.PublishedAt ? PublicationFate.Older : PublicationFate.Known;
            }

            (here.Content, here.PublishedAt, here.TakenAt) = (content, file.Body.PublishedAt, rooms.Time.GetUtcNow());
            return PublicationFate.Replaced;
        }

        db.ForeignPublications.Add(new ForeignPublication { Id = await db.TakeIdsAsync(Counters.ForeignPublications, 1, cancel), SourceId = source.Id, Name = file.Body.Name, Content = content, PublishedAt = file.Body.PublishedAt, TakenAt = rooms.Time.GetUtcNow() });
        return PublicationFate.Added;
    }

    private static async Task<bool> RemoveAsync(Rooms rooms, string deed, long? actorId, Func<OpenUprDb, Task<int>> remove, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await remove(db) != 1)
        {
            return false;
        }

        await Audit.AddAsync(db, rooms.Keys, rooms.Time, actorId, deed, "installation", null, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
