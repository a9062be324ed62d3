using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OpenUpr.Storage;

/// <summary>The store in one SQLite file: write-ahead log, every commit flushed to the disk, foreign keys on.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : OpenUprDb(options)
{
    /// <summary>Seconds that a statement waits while another process writes.</summary>
    private const int BusySeconds = 60;

    public static DbContextOptions<SqliteDb> Options(string path) => new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusySeconds }.ToString())
        .AddInterceptors(Durability.Instance)
        .Options;

    // Microsoft.Data.Sqlite begins with BEGIN IMMEDIATE: the write lock is taken here, waiting its turn, not at the first write.
    public override Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);

    public override async Task BeginSnapshotAsync(CancellationToken cancel)
    {
        // Deferred: a reader of the write-ahead log, which keeps nobody from writing.
        await Database.OpenConnectionAsync(cancel);
        await Database.UseTransactionAsync(((SqliteConnection)Connection).BeginTransaction(deferred: true), cancel);
    }

    // Deleted content is overwritten with zeros as it is deleted (secure_delete, below); what is left is the log of changes.
    internal override Task WipeAsync(CancellationToken cancel) => Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);

    public override async Task<string?> FindDamageAsync(CancellationToken cancel)
    {
        var wrong = await Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check LIMIT 1").ToListAsync(cancel);
        var state = await Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check LIMIT 1").ToListAsync(cancel);
        return wrong.Count > 0 ? $"table {wrong[0]} refers to rows that are not there."
            : state is not ["ok"] ? $"the database is damaged: {state.FirstOrDefault()}."
            : null;
    }

    protected override async Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var table = TableOf<T>();
        await using var command = Connection.CreateCommand();
        command.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) "
            + $"VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < table.Columns.Count; i++)
        {
            command.Parameters.Add(table.Columns[i].Mapping.CreateParameter(command, $"@p{i}", null, nullable: true));
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                command.Parameters[i].Value = table.Columns[i].Get(row) ?? DBNull.Value;
            }

            // SQLite has no asynchronous calls; asking for the token here keeps a long import cancellable.
            cancel.ThrowIfCancellationRequested();
            command.ExecuteNonQuery();
        }
    }

    /// <summary>
    /// The same text as ever, yyyy-MM-dd HH:mm:ss and what fraction there is, always UTC. Said as a conversion, the provider lets queries compare
    /// and order moments, which it refuses for its own text because that could hold any offset; in UTC the texts are ordered as the moments are.
    /// </summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentText>();
        configurationBuilder.Properties<decimal>().HaveConversion<AmountText>();
    }

    // As they are: the provider itself would write 40 as 40.0, and a backup made of PostgreSQL would come back with other contents.
    private sealed class AmountText() : ValueConverter<decimal, string>(
        amount => amount.ToString(CultureInfo.InvariantCulture), text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture));

    private sealed class MomentText() : ValueConverter<DateTimeOffset, string>(
        moment => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    private sealed class Durability : DbConnectionInterceptor
    {
        public static readonly Durability Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }

        private static void Apply(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;";
            command.ExecuteNonQuery();
        }
    }
}
