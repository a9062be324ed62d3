using System.Buffers;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OpenUpr.Storage;

/// <summary>One table as it goes into a backup and comes out of it: a JSON object a line, fields named as the columns. Taken from the model, so that no table can be forgotten.</summary>
internal abstract class BackupTable(IEntityType entity)
{
    public string Name { get; } = entity.GetTableName()!;

    public string Entry => $"tables/{Name}.jsonl";

    protected IEntityType Entity { get; } = entity;

    /// <summary>All tables, each after those that it refers to.</summary>
    public static IReadOnlyList<BackupTable> All(OpenUprDb db) =>
        [.. InOrder(db.Model).Select(e => (BackupTable)Activator.CreateInstance(typeof(BackupTable<>).MakeGenericType(e.ClrType), e)!)];

    /// <summary>The tables of a model, each after those that it refers to.</summary>
    public static IReadOnlyList<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        var waiting = model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(e => e.GetForeignKeys().All(k => k.PrincipalEntityType == e || ordered.Contains(k.PrincipalEntityType)))
                ?? throw new InvalidOperationException("Tables refer to one another in a circle.");
            ordered.Add(next);
            waiting.Remove(next);
        }

        return ordered;
    }

    /// <summary>Hands all rows in the order of their keys, as bytes, to <paramref name="write"/> and returns their number.</summary>
    public abstract Task<long> WriteAsync(OpenUprDb db, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancel);

    /// <summary>Adds all rows of the stream and returns their number.</summary>
    public abstract Task<long> ReadAsync(OpenUprDb db, Stream input, CancellationToken cancel);

    public abstract Task DeleteAllAsync(OpenUprDb db, CancellationToken cancel);
}

/// <inheritdoc/>
internal sealed class BackupTable<T>(IEntityType entity) : BackupTable(entity)
    where T : class
{
    private const int FlushAt = 64 * 1024;
    private const int BatchSize = 2_000;

    /// <summary>Bytes of JSON after which a batch is written though it holds few rows: those of files are long.</summary>
    private const int BatchBytes = 16 * 1024 * 1024;

    /// <summary>Columns by which a row refers to another of its own table. They are filled in when all rows are there.</summary>
    private readonly IReadOnlyList<IProperty> _selfReferences =
        [.. entity.GetForeignKeys().Where(k => k.PrincipalEntityType == entity).SelectMany(k => k.Properties)];

    private IProperty Key => Entity.FindPrimaryKey()!.Properties.Single();

    public override async Task<long> WriteAsync(OpenUprDb db, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancel)
    {
        var rows = 0L;
        var buffer = new ArrayBufferWriter<byte>(FlushAt * 2);
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = BackupManifest.Json.Encoder });
        await foreach (var row in db.Set<T>().IgnoreQueryFilters().AsNoTracking().OrderBy(ByKey()).AsAsyncEnumerable().WithCancellation(cancel))
        {
            JsonSerializer.Serialize(json, row, BackupManifest.Json);
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            rows++;
            if (buffer.WrittenCount >= FlushAt)
            {
                await write(buffer.WrittenMemory);
                buffer.ResetWrittenCount();
            }
        }

        await write(buffer.WrittenMemory);
        buffer.ResetWrittenCount();
        return rows;
    }

    public override async Task<long> ReadAsync(OpenUprDb db, Stream input, CancellationToken cancel)
    {
        var rows = 0L;
        var batch = new List<T>(BatchSize);
        var references = new List<(object Key, IProperty Column, object Value)>();
        await using var counted = new CountingStream(input);
        var written = 0L;
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<T>(counted, topLevelValues: true, BackupManifest.Json, cancel))
        {
            batch.Add(Detach(row ?? throw new JsonException("A row is null."), references));
            rows++;
            if (batch.Count == BatchSize || counted.Position - written > BatchBytes)
            {
                written = counted.Position;
                await db.BulkInsertAsync(batch, cancel);
                batch.Clear();
            }
        }

        await db.BulkInsertAsync(batch, cancel);
        foreach (var (key, column, value) in references)
        {
            await db.Database.ExecuteSqlRawAsync(Update(column, "{0}", $"\"{Key.GetColumnName()}\" = {{1}}"), [value, key], cancel);
        }

        return rows;
    }

    public override async Task DeleteAllAsync(OpenUprDb db, CancellationToken cancel)
    {
        foreach (var column in _selfReferences)
        {
            await db.Database.ExecuteSqlRawAsync(Update(column, "NULL", $"\"{column.GetColumnName()}\" IS NOT NULL"), cancel);
        }

        await db.Set<T>().IgnoreQueryFilters().ExecuteDeleteAsync(cancel);
    }

    /// <summary>Takes the references to the own table out of a row, because the other row may come later.</summary>
    private T Detach(T row, List<(object Key, IProperty Column, object Value)> references)
    {
        foreach (var column in _selfReferences)
        {
            if (column.PropertyInfo!.GetValue(row) is { } value)
            {
                references.Add((Key.PropertyInfo!.GetValue(row)!, column, value));
                column.PropertyInfo.SetValue(row, null);
            }
        }

        return row;
    }

    /// <summary>Names come from the model, never from outside.</summary>
    private string Update(IProperty column, string value, string where) => $"UPDATE \"{Name}\" SET \"{column.GetColumnName()}\" = {value} WHERE {where}";

    private Expression<Func<T, object>> ByKey()
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object>>(Expression.Convert(Expression.Property(row, Key.PropertyInfo!), typeof(object)), row);
    }
}
