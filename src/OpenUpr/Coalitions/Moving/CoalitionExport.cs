using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>The public name of something that a row refers to, as it travels.</summary>
internal sealed record TravellingReference(string Table, long Id, string Column, string Kind, string Name);

/// <summary>
/// Writes everything of one coalition into one file that a passphrase opens. The store stays as it is, but for one entry of the log that says so. Others may go
/// on working meanwhile: the file holds one moment.
/// </summary>
public static class CoalitionExport
{
    /// <summary>Not a table of a store: the public names.</summary>
    internal const string References = "public_names";

    /// <summary>Writes the file. The output need not be seekable.</summary>
    public static async Task<CoalitionFile> WriteAsync(Rooms rooms, long coalitionId, string passphrase, Stream output, IProgress<MoveProgress>? progress, CancellationToken cancel)
    {
        var access = await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalitionId, cancel);
        await NoteAsync(rooms, access, cancel);
        var verdict = await AuditCheck.RunAsync(rooms.Store, rooms.Keys, coalitionId, null, cancel);
        var file = SealedFile.Create(passphrase, SealedFile.Coalition);
        await using var sealing = new SealingStream(file, output);
        await using var db = rooms.Store.Open(access);
        await db.BeginSnapshotAsync(cancel);
        using var keys = await rooms.Keys.TakeAllAsync(db, coalitionId, cancel);
        CoalitionFile about;
        await using (var zip = new ZipArchive(sealing, ZipArchiveMode.Create, leaveOpen: true))
        {
            var references = new List<TravellingReference>();
            var tables = await WriteTablesAsync(db, zip, coalitionId, references, progress, cancel);
            tables.Add(await WriteReferencesAsync(zip, references, cancel));
            var first = await db.AuditEntries.AsNoTracking().SingleAsync(e => e.CoalitionId == coalitionId && e.Number == 1, cancel);
            about = new CoalitionFile(
                CoalitionFile.FormatName, CoalitionFile.CurrentVersion, typeof(CoalitionExport).Assembly.GetName().Version!.ToString(3), rooms.Store.World == World.Demo ? "demo" : "un",
                BackupManifest.SchemaOf(db.Database.GetMigrations()), rooms.Time.GetUtcNow(), await db.Coalitions.AsNoTracking().SingleAsync(c => c.Id == coalitionId, cancel),
                first.Hash, await db.AuditEntries.Where(e => e.CoalitionId == coalitionId).MaxAsync(e => e.Number, cancel), verdict.Flaws.Count, keys.Wrap(file.Derive(CoalitionFile.KeyPurpose)), tables);
            await using var entry = zip.CreateEntry(CoalitionFile.Entry, CompressionLevel.Fastest).Open();
            await JsonSerializer.SerializeAsync(entry, about, BackupManifest.Json, cancel);
        }

        await sealing.FinishAsync(cancel);
        return about;
    }

    /// <summary>Taking everything away is a deed that the log must show, there and here.</summary>
    private static async Task NoteAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, "coalition.export", "coalition", access.CoalitionId, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<List<CoalitionFile.Table>> WriteTablesAsync(OpenUprDb db, ZipArchive zip, long coalitionId, List<TravellingReference> references, IProgress<MoveProgress>? progress, CancellationToken cancel)
    {
        var names = new Dictionary<(string Kind, long Id), string?>();
        var tables = new List<CoalitionFile.Table>();
        var rows = 0L;
        var files = await db.EvidenceFiles.Select(f => f.Id).ToHashSetAsync(cancel);
        foreach (var table in MovingColumns.All(db).Select(MovingTable.Of))
        {
            // Names are asked for when the table is read: a connection of PostgreSQL does one thing at a time.
            var wanted = new List<(long Row, string Column, string Kind, long Id)>();
            await using (var entry = zip.CreateEntry($"tables/{table.Columns.Table}.jsonl", CompressionLevel.Optimal).Open())
            {
                tables.Add(await table.WriteAsync(db, coalitionId, entry, See, cancel));
            }

            foreach (var (row, column, kind, id) in wanted)
            {
                if (!names.TryGetValue((kind, id), out var name))
                {
                    names[(kind, id)] = name = await PublicThings.NameAsync(db, kind, id, cancel);
                }

                if (name is not null)
                {
                    references.Add(new TravellingReference(table.Columns.Table, row, column, kind, name));
                }
            }

            bool See(object row)
            {
                if (rows++ % 20 == 0)
                {
                    progress?.Report(new MoveProgress(table.Columns.Table, rows, 0));
                }

                wanted.AddRange(Wanted(table.Columns, row));

                // Pieces of a file whose sending broke off belong to nobody.
                return row is not EvidencePiece piece || files.Contains(piece.FileId);
            }
        }

        return tables;
    }

    private static IEnumerable<(long Row, string Column, string Kind, long Id)> Wanted(MovingColumns columns, object row) =>
        from column in row is AuditEntry ? [] : columns.References
        let kind = columns.PublicKind(column, row)
        where kind is not null && column.GetValue(row) is long and > 0
        select ((long)columns.Key.GetValue(row)!, column.Name, kind, (long)column.GetValue(row)!);

    private static async Task<CoalitionFile.Table> WriteReferencesAsync(ZipArchive zip, List<TravellingReference> references, CancellationToken cancel)
    {
        await using var bytes = new MemoryStream();
        foreach (var reference in references)
        {
            await JsonSerializer.SerializeAsync(bytes, reference, BackupManifest.Json, cancel);
            bytes.WriteByte((byte)'\n');
        }

        await using var entry = zip.CreateEntry($"tables/{References}.jsonl", CompressionLevel.Fastest).Open();
        await entry.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancel);
        return new CoalitionFile.Table(References, references.Count, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))), 0);
    }
}
