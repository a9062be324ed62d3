using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>A sheet between its upload and the moment when it is taken over: sealed, for a day at most, and for nobody but the secretariat or who brought it.</summary>
public static class SheetUploads
{
    /// <summary>Sheets of one person that may wait at once.</summary>
    private const int Most = 20;

    /// <param name="least">Who may bring such a sheet.</param>
    /// <param name="kind">What its rows are.</param>
    /// <returns>The upload's number, or why not.</returns>
    public static Task<Outcome> AddAsync<T>(Rooms rooms, CoalitionAccess access, CoalitionRole least, string kind, T table, CancellationToken cancel) =>
        rooms.WriteAsync(access, least, "sheet.bring", "sheet", async db => Outcome.Done(await KeepAsync(rooms, access, db, kind, table, cancel)), cancel);

    /// <summary>The same inside of a deed that is being done.</summary>
    internal static async Task<long> KeepAsync<T>(Rooms rooms, CoalitionAccess access, OpenUprDb db, string kind, T table, CancellationToken cancel)
    {
        var old = await db.SheetUploads.Where(u => u.AuthorId == access.MemberId).OrderByDescending(u => u.Id).Skip(Most - 1).ToListAsync(cancel);
        db.SheetUploads.RemoveRange(old);
        var id = await db.TakeIdsAsync(Counters.SheetUploads, 1, cancel);
        db.SheetUploads.Add(new SheetUpload
        {
            Id = id, CoalitionId = access.CoalitionId, AuthorId = access.MemberId, Kind = kind, Sealed = await rooms.Keys.SealAsync(access, Pack(table), PlaceOf(id), cancel), AddedAt = rooms.Time.GetUtcNow(),
        });
        return id;
    }

    /// <summary>Null where there is none of this number for this person.</summary>
    public static async Task<(SheetTarget Target, SheetTable Table)?> FindAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Secretariat))
        {
            return null;
        }

        await using var db = rooms.Store.Open(access);
        return await db.SheetUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is { } upload && SheetTarget.Find(upload.Kind) is { } target ? (target, await OpenAsync<SheetTable>(rooms, access, upload, cancel)) : null;
    }

    /// <summary>A sheet that the person brought themself; null where there is none of this number and kind.</summary>
    public static Task<SheetTable?> FindOwnAsync(Rooms rooms, CoalitionAccess access, string kind, long id, CancellationToken cancel) => FindOwnAsync<SheetTable>(rooms, access, kind, id, cancel);

    /// <summary>The same for whatever was kept under this kind.</summary>
    public static async Task<T?> FindOwnAsync<T>(Rooms rooms, CoalitionAccess access, string kind, long id, CancellationToken cancel)
        where T : class
    {
        await using var db = rooms.Store.Open(access);
        return access.MemberId is { } me && await db.SheetUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.Kind == kind && u.AuthorId == me, cancel) is { } upload ? await OpenAsync<T>(rooms, access, upload, cancel) : null;
    }

    internal static Task DropAsync(OpenUprDb db, long id, CancellationToken cancel) => db.SheetUploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancel);

    private static async Task<T> OpenAsync<T>(Rooms rooms, CoalitionAccess access, SheetUpload upload, CancellationToken cancel) => Unpack<T>(await rooms.Keys.OpenAsync(access, upload.Sealed, PlaceOf(upload.Id), cancel));

    private static string PlaceOf(long id) => FormattableString.Invariant($"sheet_uploads.sealed.{id}");

    private static byte[] Pack<T>(T table)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packed, table);
        }

        return bytes.ToArray();
    }

    private static T Unpack<T>(byte[] bytes)
    {
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(packed)!;
    }
}
