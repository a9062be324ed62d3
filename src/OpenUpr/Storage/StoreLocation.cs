using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OpenUpr.Storage;

/// <summary>Where the data live: a folder with a SQLite file, or that folder (for what is not in the database) and a PostgreSQL database.</summary>
/// <param name="OwnerConnection">The login that owns the tables, where the program itself works with another; null where one login does both.</param>
public sealed record StoreLocation(string DataFolder, string? PostgresConnection, string? OwnerConnection = null)
{
    public string SqlitePath => Path.Combine(DataFolder, "openupr.db");

    /// <summary>The snapshot of the search index, which can be deleted at any time.</summary>
    public string SearchIndexPath => Path.Combine(DataFolder, "search.index");

    /// <summary>The platform's place for a user's data, such as ~/.local/share/openupr.</summary>
    public static string DefaultFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "openupr");

    /// <summary>Reads the settings. <paramref name="database"/> is postgres://user:password@host:port/name, or null for SQLite.</summary>
    /// <exception cref="StoreException">The address is not one of a PostgreSQL database.</exception>
    /// <param name="owner">The same database's address with the owner's login; null where <paramref name="database"/> has it.</param>
    public static StoreLocation Parse(string? dataFolder, string? database, string? owner = null)
    {
        var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(dataFolder) ? DefaultFolder : dataFolder);
        var connection = string.IsNullOrWhiteSpace(database) ? null : PostgresFrom(database);
        return new StoreLocation(folder, connection, connection is null || string.IsNullOrWhiteSpace(owner) ? null : PostgresFrom(owner));
    }

    private static string PostgresFrom(string address)
    {
        // The address may hold a password: it is never repeated in a message.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.AbsolutePath.Length < 2)
        {
            throw new StoreException("The database address must look like postgres://user:password@host:5432/name.");
        }

        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            ApplicationName = "openupr",

            // A page asks up to a hundred short questions, and the same ones again: PostgreSQL need not plan each anew (perf/results/rooms.md).
            MaxAutoPrepare = 300,
            AutoPrepareMinUsages = 2,
        };
        SetEncryption(builder, uri.Query);
        return builder.ConnectionString;
    }

    /// <summary>Reads ?sslmode=..., in PostgreSQL's own words. Any other parameter is refused: passed over, it could leave a connection less safe than it was meant to be.</summary>
    private static void SetEncryption(NpgsqlConnectionStringBuilder builder, string query)
    {
        foreach (var parameter in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = parameter.Split('=', 2) is [var n, var v] ? (n, v) : (parameter, "");
            builder.SslMode = (name, value) switch
            {
                ("sslmode", "disable") => SslMode.Disable,
                ("sslmode", "allow") => SslMode.Allow,
                ("sslmode", "prefer") => SslMode.Prefer,
                ("sslmode", "require") => SslMode.Require,
                ("sslmode", "verify-ca") => SslMode.VerifyCA,
                ("sslmode", "verify-full") => SslMode.VerifyFull,
                _ => throw new StoreException("After the name of the database only ?sslmode=disable, allow, prefer, require, verify-ca or verify-full may follow."),
            };
        }
    }
}

/// <summary>The store cannot be opened or used. The message is for the operator: what happened and what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The database's own failure behind an exception, or null. Entity Framework wraps a connection that broke, and the driver's failure wraps the socket's: it is neither the first nor the last of the chain.</summary>
    public static DbException? DatabaseFailure(Exception? e) => e as DbException ?? (e is null ? null : DatabaseFailure(e.InnerException));

    /// <summary>Whether a failure is that a disk has no room: SQLite's code 13 (SQLITE_FULL), PostgreSQL's state 53100 (disk_full), or the system's own word for it.</summary>
    public static bool IsDiskFull(Exception? e) => e is not null
        && (e is SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } or IOException { HResult: UnixFull or WindowsFull } || IsDiskFull(e.InnerException));

    private const int SqliteFull = 13;

    /// <summary>ENOSPC.</summary>
    private const int UnixFull = 28;

    /// <summary>ERROR_DISK_FULL as an HRESULT.</summary>
    private const int WindowsFull = unchecked((int)0x80070070);
}
