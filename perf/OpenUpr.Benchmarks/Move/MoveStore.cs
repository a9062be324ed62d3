using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.Move;

/// <summary>The sums of every copy of every file, in an order that does not depend on numbers.</summary>
internal sealed record FileSums(int Count, long Bytes, long CleanBytes, IReadOnlyList<string> Lines);

/// <summary>One side of a move: a store with a key file beside it.</summary>
internal sealed class MoveStore(string folder, string? database)
{
    private string KeyFile => Path.Combine(folder, "bench.key");

    /// <summary>Of the SQLite database.</summary>
    public long Bytes => new FileInfo(Path.Combine(folder, "openupr.db")).Length;

    public string Folder => folder;

    /// <summary>A store of the demonstration's world without anything in it.</summary>
    public static async Task<MoveStore> EmptyAsync(string folder, string? database)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var empty = new MoveStore(folder, database);
        (await empty.OpenAsync()).Keys.Dispose();
        return empty;
    }

    public Task<MoveCommand.Done> ExportAsync(string file, TimeSpan? killAfter = null) => RunAsync(killAfter, "coalition", "export", file, "--coalition", DemoCoalition.Slug);

    public Task<MoveCommand.Done> ImportAsync(string file, TimeSpan? killAfter = null) => RunAsync(killAfter, "coalition", "import", file);

    public Task<MoveCommand.Done> RunAsync(params string[] args) => RunAsync(null, args);

    /// <summary>Every copy of every file of the coalition, opened and read to its end.</summary>
    public async Task<FileSums> SumsAsync()
    {
        var rooms = await OpenAsync();
        using var keys = rooms.Keys;
        await using var doors = rooms.Store.Open();
        var access = await CoalitionAccess.ForUpkeepAsync(rooms.Store, doors.Coalitions.Single(c => c.Slug == DemoCoalition.Slug).Id, default);
        await using var db = rooms.Store.Open(access);
        var (reader, lines) = (new CaseReader(rooms, new FileVault(rooms, new EvidenceLimits())), new List<string>());
        var files = await db.EvidenceFiles.AsNoTracking().Where(f => f.ShreddedAt == null).OrderBy(f => f.Id).ToListAsync();
        foreach (var file in files)
        {
            foreach (var (reason, said) in new[] { ("verify", (string?)file.Sha256), (null, file.CleanSha256) }.Where(c => c.Item2 is not null))
            {
                var opened = await reader.DownloadAsync(access, file.CaseId, file.Id, reason, default) ?? throw new InvalidOperationException($"File {file.Id} does not open.");
                await using var content = opened.Content;
                var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
                lines.Add($"{reason} {opened.Size} {sum}{(sum == said ? "" : $" but its row says {said}")}");
            }
        }

        return new FileSums(files.Count, files.Sum(f => f.Size), files.Sum(f => f.CleanSize ?? 0), [.. lines.Order(StringComparer.Ordinal)]);
    }

    /// <summary>How many rows each table with rows of coalitions has, past every rule and filter.</summary>
    public async Task<string> PrivateRowsAsync()
    {
        var rooms = await OpenAsync();
        using var keys = rooms.Keys;
        await using var db = rooms.Store.Open();
        var tables = db.Model.GetEntityTypes().Where(t => t.FindProperty(nameof(IPrivateRow.CoalitionId)) is not null).Select(t => t.GetTableName()!).Append("coalitions").Distinct().Order(StringComparer.Ordinal);
        await using var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        var counts = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) is > 0 and var rows)
            {
                counts.Add($"{table} {rows}");
            }
        }

        return string.Join(", ", counts);
    }

    private Task<MoveCommand.Done> RunAsync(TimeSpan? killAfter, params string[] args) =>
        MoveCommand.OpenUprAsync([.. args, "--key-file", KeyFile, "--data", folder, .. database is null ? Array.Empty<string>() : ["--database", database]], killAfter);

    private async Task<Rooms> OpenAsync()
    {
        var store = await Store.OpenAsync(StoreLocation.Parse(folder, database), World.Demo);
        return new Rooms(store, await KeyringDoor.OpenAsync(store, new KeySource(KeyFile), TimeProvider.System, default), TimeProvider.System);
    }
}
