using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace OpenUpr.Benchmarks.Evidence;

/// <summary>
/// The least that keeps a file sealed in a database: pieces of 512 KiB under the platform's AES-256-GCM, each a row in a transaction of its own of a SQLite file
/// with the same settings. No clean copy, no hash, no key above the file's, no log.
/// </summary>
internal sealed class PeerKeeper : IFileKeeper
{
    private const int Piece = 512 * 1024;
    private const int Nonce = 12;
    private const int Tag = 16;

    private readonly AesGcm _aes = new(RandomNumberGenerator.GetBytes(32), Tag);
    private readonly SqliteConnection _connection;
    private long _last;

    public PeerKeeper(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "peer.db")}");
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; DROP TABLE IF EXISTS pieces; CREATE TABLE pieces (file INTEGER, number INTEGER, bytes BLOB, PRIMARY KEY (file, number));");
    }

    public async Task<long> TakeAsync(Stream content)
    {
        var (plain, file) = (new byte[Piece], ++_last);
        for (var number = 0; await content.ReadAtLeastAsync(plain, Piece, throwOnEndOfStream: false) is var read and > 0; number++)
        {
            var row = new byte[Nonce + Tag + read];
            RandomNumberGenerator.Fill(row.AsSpan(0, Nonce));
            _aes.Encrypt(row.AsSpan(0, Nonce), plain.AsSpan(0, read), row.AsSpan(Nonce + Tag), row.AsSpan(Nonce, Tag));
            await using var command = _connection.CreateCommand();
            command.CommandText = "INSERT INTO pieces VALUES ($file, $number, $bytes)";
            command.Parameters.AddWithValue("$file", file);
            command.Parameters.AddWithValue("$number", number);
            command.Parameters.AddWithValue("$bytes", row);
            await command.ExecuteNonQueryAsync();
        }

        return file;
    }

    public async Task<long> ServeAsync(long file)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT bytes FROM pieces WHERE file = $file ORDER BY number";
        command.Parameters.AddWithValue("$file", file);
        await using var rows = await command.ExecuteReaderAsync();
        var (plain, size) = (new byte[Piece], 0L);
        while (await rows.ReadAsync())
        {
            var row = (byte[])rows[0];
            var count = row.Length - Nonce - Tag;
            _aes.Decrypt(row.AsSpan(0, Nonce), row.AsSpan(Nonce + Tag), row.AsSpan(Nonce, Tag), plain.AsSpan(0, count));
            await Stream.Null.WriteAsync(plain.AsMemory(0, count));
            size += count;
        }

        return size;
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _aes.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
