using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Keys;

/// <summary>
/// Gives a coalition a new key: everything sealed under older ones is sealed anew in small steps, each a transaction, and at the end the older keys
/// are destroyed. After a crash the next run goes on where it stopped; people can work meanwhile.
/// </summary>
public sealed class KeyRotation(Rooms rooms)
{
    /// <summary>Rows of one step.</summary>
    private const int Step = 100;

    /// <summary>Columns of bytes that are not sealed under a coalition's key, by table and column; all others of private rows are.</summary>
    private static readonly HashSet<string> s_plain = ["evidence_pieces.bytes", "organisations.logo"];

    /// <summary>Rotates and returns the number of values that were sealed anew.</summary>
    /// <param name="access">The program's own access.</param>
    /// <exception cref="CryptographicException">A sealed value does not open under the place it stands at; the older keys then stay.</exception>
    public async Task<int> RunAsync(CoalitionAccess access, CancellationToken cancel)
    {
        var newest = await BeginAsync(access, cancel);
        var count = 0;
        foreach (var (type, columns) in SealedColumns())
        {
            count += await (Task<int>)GetType().GetMethod(nameof(TableAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType).Invoke(this, [access, columns, newest, cancel])!;
        }

        // Whoever sealed with an older key did so in a transaction that ended before this one begins; what they left is done here.
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        foreach (var (type, columns) in SealedColumns())
        {
            count += await (Task<int>)GetType().GetMethod(nameof(RowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType).Invoke(this, [db, access, columns, newest, 0L, int.MaxValue, cancel])!;
        }

        await db.CoalitionKeys.Where(k => k.CoalitionId == access.CoalitionId && k.Number < newest).ExecuteDeleteAsync(cancel);
        await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, "keys.rotate", "coalition-key", newest, cancel);
        await transaction.CommitAsync(cancel);
        await rooms.Store.WipeAsync(cancel);
        return count;
    }

    /// <summary>The new key's number; that of a rotation that was broken off, where there is one.</summary>
    private async Task<int> BeginAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.CoalitionKeys.CountAsync(k => k.CoalitionId == access.CoalitionId, cancel) == 1)
        {
            await rooms.Keys.AddKeyAsync(db, access.CoalitionId, cancel);
        }

        var newest = await db.CoalitionKeys.Where(k => k.CoalitionId == access.CoalitionId).MaxAsync(k => k.Number, cancel);
        await transaction.CommitAsync(cancel);
        return newest;
    }

    private List<(IEntityType Type, List<IProperty> Columns)> SealedColumns()
    {
        using var db = rooms.Store.Open();
        return [.. db.Model.GetEntityTypes().Select(t => (t, SealedColumnsOf(t))).Where(t => t.Item2.Count > 0)];
    }

    /// <summary>The columns of a table that are sealed under a coalition's key, each value under the place "table.column.id".</summary>
    internal static List<IProperty> SealedColumnsOf(IEntityType type) => !type.ClrType.IsAssignableTo(typeof(IPrivateRow)) ? []
        : [.. type.GetProperties().Where(p => p.ClrType == typeof(byte[]) && !s_plain.Contains(PlaceOf(type, p)))];

    private async Task<int> TableAsync<T>(CoalitionAccess access, List<IProperty> columns, int newest, CancellationToken cancel)
        where T : class, IPrivateRow
    {
        var (count, after) = (0, 0L);
        while (true)
        {
            await using var db = rooms.Store.Open(access);
            await using var transaction = await db.BeginWriteAsync(cancel);
            var from = after;
            var last = await db.Set<T>().Where(r => r.Id > from).OrderBy(r => r.Id).Take(Step).Select(r => (long?)r.Id).MaxAsync(cancel);
            if (last is null)
            {
                return count;
            }

            count += await RowsAsync<T>(db, access, columns, newest, after, Step, cancel);
            await transaction.CommitAsync(cancel);
            after = last.Value;
        }
    }

    private async Task<int> RowsAsync<T>(OpenUprDb db, CoalitionAccess access, List<IProperty> columns, int newest, long after, int most, CancellationToken cancel)
        where T : class, IPrivateRow
    {
        var count = 0;
        var rows = await db.Set<T>().Where(r => r.Id > after).OrderBy(r => r.Id).Take(most).ToListAsync(cancel);
        foreach (var entry in rows.Select(r => db.Entry(r)))
        {
            foreach (var column in columns)
            {
                count += await SealAnewAsync(entry, access, column.Name, FormattableString.Invariant($"{PlaceOf(entry.Metadata, column)}.{((IPrivateRow)entry.Entity).Id}"), newest, cancel) ? 1 : 0;
            }
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return count;
    }

    private async Task<bool> SealAnewAsync(EntityEntry entry, CoalitionAccess access, string column, string place, int newest, CancellationToken cancel)
    {
        if (entry.Property(column).CurrentValue is not byte[] { Length: > 0 } old || Sealing.KeyNumberOf(old) == newest)
        {
            return false;
        }

        var plain = await rooms.Keys.OpenAsync(access, old, place, cancel);
        var anew = await rooms.Keys.SealAsync(access, plain, place, cancel);
        CryptographicOperations.ZeroMemory(plain);
        entry.Property(column).CurrentValue = anew;
        if (entry.Entity is EvidenceFile file && column == nameof(EvidenceFile.WrappedKey))
        {
            file.KeyNumber = newest;
        }

        return true;
    }

    internal static string PlaceOf(IReadOnlyTypeBase type, IReadOnlyProperty column) => $"{((IReadOnlyEntityType)type).GetTableName()}.{column.GetColumnName()}";
}
