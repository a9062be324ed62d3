using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace OpenUpr.Storage;

/// <summary>The store on PostgreSQL, for any number of nodes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : OpenUprDb(options)
{
    /// <summary>The advisory lock under which all writers take turns, so that change sequences ascend in the order of commits.</summary>
    private const long WriterLock = 0x4F70656E555052; // "OpenUPR"

    // The provider's own strategy hides a lost connection in an InvalidOperationException; without it a DbException stays a DbException.
    /// <param name="role">The role without rights of its own that connections take on; null to work as the login.</param>
    public static DbContextOptions<PostgresDb> Options(string connectionString, string? role = null) => new DbContextOptionsBuilder<PostgresDb>()
        .UseNpgsql(connectionString, postgres => postgres.ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)))
        .AddInterceptors(new PostgresGate(role))
        .Options;

    public override async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        var transaction = await Database.BeginTransactionAsync(cancel);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriterLock})", cancel);
        return transaction;
    }

    public override Task BeginSnapshotAsync(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    // A vacuum frees the rows' old versions for writing over; what the file system keeps of them is beyond the program.
    // The server passes over a table of another owner with no more than a warning.
    internal override Task WipeAsync(CancellationToken cancel) => Database.ExecuteSqlRawAsync("VACUUM evidence_pieces, evidence_files, evidence_cases, coalition_keys, installation_keys", cancel);

    // PostgreSQL checks every reference as it is written, and its files are its own care.
    public override Task<string?> FindDamageAsync(CancellationToken cancel) => Task.FromResult<string?>(null);

    protected override async Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var table = TableOf<T>();
        if (typeof(T).IsAssignableTo(typeof(IPrivateRow)))
        {
            await InsertOneByOneAsync(table, rows, cancel);
            return;
        }

        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        await using var copy = await ((NpgsqlConnection)Connection).BeginBinaryImportAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in table.Columns)
            {
                if (column.Get(row) is { } value)
                {
                    await copy.WriteAsync(value, column.Mapping.StoreTypeNameBase, cancel);
                }
                else
                {
                    await copy.WriteNullAsync(cancel);
                }
            }
        }

        await copy.CompleteAsync(cancel);
    }

    /// <summary>PostgreSQL takes no COPY into a table with row-level security. One round trip all the same: the statements go together.</summary>
    private async Task InsertOneByOneAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))})";
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Connection, (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var column in table.Columns)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = column.Get(row) ?? DBNull.Value, DataTypeName = column.Mapping.StoreTypeNameBase });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }
}
