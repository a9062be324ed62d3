using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Evidence.Vault;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions.Moving;

/// <summary>All that a coalition has, in words that do not depend on the store: rows in the order of their numbers, with numbers as places in that order, and what is sealed opened.</summary>
internal static class Contents
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<List<string>> ReadAsync(Rooms rooms, long coalitionId)
    {
        var access = await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalitionId, Cancel);
        await using var db = rooms.Store.Open(access);
        var lines = new List<string>();
        var files = await db.EvidenceFiles.AsNoTracking().Where(f => f.WrappedKey != null).ToListAsync(Cancel);
        var lowest = (await db.CoalitionProfiles.SingleAsync(Cancel)).Id - 1;
        foreach (var table in MovingColumns.All(db).Where(c => c.Type.ClrType != typeof(CoalitionMove) && c.Type.ClrType != typeof(AuditEntry)))
        {
            foreach (var row in await RowsAsync(db, table, coalitionId))
            {
                var id = (long)table.Key.GetValue(row)!;
                var cells = table.Type.GetProperties().Select(p => p.PropertyInfo!).OrderBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => Whole(p.GetValue(row)));
                foreach (var column in table.References.Append(table.Key).Append(table.Coalition).Where(c => cells[c.Name] is long and > 0 && table.PublicKind(c, row) is null))
                {
                    // Every number of the demonstration is counted from the coalition's own.
                    cells[column.Name] = (long)cells[column.Name]! - lowest;
                }

                foreach (var (column, place) in table.Sealed.Where(s => cells[s.Column.Name] is byte[] { Length: > 0 }))
                {
                    cells[column.Name] = Convert.ToHexString(await rooms.Keys.OpenAsync(access, (byte[])cells[column.Name]!, FormattableString.Invariant($"{place}.{id}"), Cancel));
                }

                if (row is EvidencePiece piece && files.Single(f => f.Id == piece.FileId) is var file)
                {
                    var key = await rooms.Keys.OpenAsync(access, file.WrappedKey!, FormattableString.Invariant($"evidence_files.wrapped_key.{file.Id}"), Cancel);
                    var size = piece.Copy == EvidencePiece.Clean ? file.CleanSize!.Value : file.Size;
                    cells["Bytes"] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Pieces.Open(key, piece.Bytes, file.Id, piece.Copy, piece.Number, piece.Number == Pieces.Count(size) - 1)));
                }

                // Accounts belong to an installation, keys get new numbers.
                cells.Remove("AccountId");
                cells.Remove("KeyNumber");
                lines.Add($"{table.Table} {JsonSerializer.Serialize(cells)}");
            }
        }

        return lines;
    }

    public static async Task<List<object>> RowsAsync(OpenUprDb db, MovingColumns table, long coalitionId)
    {
        var method = typeof(Contents).GetMethod(nameof(ListAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(table.Type.ClrType);
        var all = await (Task<List<object>>)method.Invoke(null, [db])!;
        return [.. all.Where(r => Equals(table.Coalition.GetValue(r), coalitionId)).OrderBy(r => (long)table.Key.GetValue(r)!)];
    }

    /// <summary>PostgreSQL keeps microseconds.</summary>
    private static object? Whole(object? value) => value is DateTimeOffset at ? at.UtcTicks / TimeSpan.TicksPerMicrosecond : value;

    private static async Task<List<object>> ListAsync<T>(OpenUprDb db)
        where T : class => [.. await db.Set<T>().AsNoTracking().ToListAsync(Cancel)];
}

/// <summary>A store without a coalition, and its keys.</summary>
internal sealed class EmptyRooms(TestStore store, Rooms rooms) : IAsyncDisposable
{
    public Rooms Rooms { get; } = rooms;

    public static async Task<EmptyRooms> CreateAsync(Provider provider, World world)
    {
        var store = await TestStores.CreateAsync(provider, world);
        var keys = await KeyringDoor.OpenAsync(store.Store, new KeySource(Path.Combine(store.Store.Location.DataFolder, "test.key")), TimeProvider.System, TestContext.Current.CancellationToken);
        return new EmptyRooms(store, new Rooms(store.Store, keys, TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        Rooms.Keys.Dispose();
        await store.DisposeAsync();
    }
}
