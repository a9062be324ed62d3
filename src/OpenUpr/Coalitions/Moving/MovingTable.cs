using System.Buffers;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>One table's rows of one coalition on their way out or in, one JSON object a line; memory holds a few rows at a time.</summary>
internal abstract class MovingTable(MovingColumns columns)
{
    public MovingColumns Columns { get; } = columns;

    public static MovingTable Of(MovingColumns columns) => (MovingTable)Activator.CreateInstance(typeof(MovingTable<>).MakeGenericType(columns.Type.ClrType), columns)!;

    /// <summary>Writes the coalition's rows in the order of their numbers.</summary>
    /// <param name="see">Looks at each row; false leaves it out.</param>
    public abstract Task<CoalitionFile.Table> WriteAsync(OpenUprDb db, long coalitionId, Stream output, Func<object, bool> see, CancellationToken cancel);

    /// <summary>Adds all rows of the stream, each changed by <paramref name="change"/>, and returns their number.</summary>
    public abstract Task<long> ReadAsync(OpenUprDb db, Stream input, Action<object> change, CancellationToken cancel);

    /// <summary>Removes every row of the coalition.</summary>
    public abstract Task DeleteAsync(OpenUprDb db, long coalitionId, CancellationToken cancel);
}

/// <inheritdoc/>
internal sealed class MovingTable<T>(MovingColumns columns) : MovingTable(columns)
    where T : class
{
    private const int FlushAt = 64 * 1024;
    private const int BatchSize = 500;

    /// <summary>Bytes of JSON after which a batch is written though it holds few rows: those of files are long.</summary>
    private const int BatchBytes = 16 * 1024 * 1024;

    public override async Task<CoalitionFile.Table> WriteAsync(OpenUprDb db, long coalitionId, Stream output, Func<object, bool> see, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (rows, bytes, last) = (0L, 0L, 0L);
        var buffer = new ArrayBufferWriter<byte>(FlushAt * 2);
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = BackupManifest.Json.Encoder });
        await foreach (var row in Own(db, coalitionId).AsNoTracking().OrderBy(r => EF.Property<long>(r, Columns.Key.Name)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!see(row))
            {
                continue;
            }

            JsonSerializer.Serialize(json, row, BackupManifest.Json);
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            (rows, last) = (rows + 1, (long)Columns.Key.GetValue(row)!);
            if (buffer.WrittenCount >= FlushAt)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        return new CoalitionFile.Table(Columns.Table, rows, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), last);

        async Task FlushAsync()
        {
            hash.AppendData(buffer.WrittenSpan);
            bytes += buffer.WrittenCount;
            await output.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
        }
    }

    public override async Task<long> ReadAsync(OpenUprDb db, Stream input, Action<object> change, CancellationToken cancel)
    {
        var (rows, written) = (0L, 0L);
        var batch = new List<T>(BatchSize);
        await using var counted = new CountingStream(input);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<T>(counted, topLevelValues: true, BackupManifest.Json, cancel))
        {
            change(row ?? throw new JsonException("A row is null."));
            batch.Add(row);
            rows++;
            if (batch.Count == BatchSize || counted.Position - written > BatchBytes)
            {
                written = counted.Position;
                await db.BulkInsertAsync(batch, cancel);
                batch.Clear();
            }
        }

        await db.BulkInsertAsync(batch, cancel);
        return rows;
    }

    public override Task DeleteAsync(OpenUprDb db, long coalitionId, CancellationToken cancel) => Own(db, coalitionId).ExecuteDeleteAsync(cancel);

    /// <summary>The rows that name the coalition; the filter of private rows counts beside it.</summary>
    private IQueryable<T> Own(OpenUprDb db, long coalitionId)
    {
        var row = Expression.Parameter(typeof(T));
        var column = Expression.Property(row, Columns.Coalition);
        return db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(column, Expression.Constant(coalitionId, Columns.Coalition.PropertyType)), row));
    }
}
