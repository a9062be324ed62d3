using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace OpenUpr.Storage;

/// <summary>Checks a backup from end to end before anything is done with it. Backups travel on sticks and by mail: a file may be cut, changed or made to harm.</summary>
internal static class BackupCheck
{
    private const int LongestManifest = 1024 * 1024;

    /// <summary>A row holds at most one original document, compressed and in base64.</summary>
    private const int LongestRow = 512 * 1024 * 1024;

    /// <summary>Rows of our tables shrink to a tenth or a thirtieth; what shrinks to less than this part of its size was made to burst.</summary>
    private const int GreatestRatio = 200;

    private const int RatioMattersFrom = 10 * 1024 * 1024;

    /// <exception cref="InvalidDataException">The file is damaged, or was not made by a backup.</exception>
    /// <exception cref="StoreException">The backup is whole, but this version of the program cannot restore it.</exception>
    public static async Task<BackupManifest> RunAsync(ZipArchive zip, IReadOnlyList<BackupTable> tables, IReadOnlyList<string> schema, CancellationToken cancel)
    {
        var manifest = await ReadManifestAsync(zip, cancel);
        if (manifest.Version > BackupManifest.CurrentVersion || !manifest.Schema.All(schema.Contains))
        {
            throw new StoreException($"The backup was made by a newer version of OpenUPR ({manifest.Program}). Update the program and restore again.");
        }

        if (!HasTablesOf(manifest, zip, tables, isOlder: manifest.Schema.Count < schema.Count))
        {
            throw new InvalidDataException("its tables are not those of a store.");
        }

        foreach (var table in tables.Where(manifest.Holds))
        {
            var entry = zip.GetEntry(table.Entry) ?? throw new InvalidDataException($"{table.Entry} is missing.");
            await CheckTableAsync(entry, manifest.Tables.Single(t => t.Name == table.Name), cancel);
        }

        return manifest;
    }

    /// <summary>A backup made before a table existed does not hold it; one of today holds all.</summary>
    private static bool HasTablesOf(BackupManifest manifest, ZipArchive zip, IReadOnlyList<BackupTable> tables, bool isOlder)
    {
        // A list in JSON may hold null whatever its type says.
        var names = manifest.Tables.Select(t => t?.Name ?? string.Empty).ToList();
        var others = zip.GetEntry(BackupKey.Entry) is null ? 1 : 2;
        return zip.Entries.Count == names.Count + others && names.Distinct(StringComparer.Ordinal).Count() == names.Count
            && names.All(n => tables.Any(t => t.Name == n)) && (isOlder || names.Count == tables.Count);
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        var entry = zip.GetEntry(BackupManifest.Entry);
        if (entry is null || entry.Length > LongestManifest)
        {
            throw new InvalidDataException("it has no manifest of an OpenUPR backup.");
        }

        try
        {
            await using var stream = entry.Open();
            var json = new byte[entry.Length];
            await stream.ReadExactlyAsync(json, cancel);
            var manifest = JsonSerializer.Deserialize<BackupManifest>(json, BackupManifest.Json);
            return manifest is { Format: BackupManifest.FormatName } ? manifest : throw new InvalidDataException("its manifest is not one of an OpenUPR backup.");
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException)
        {
            throw new InvalidDataException("its manifest cannot be read.", e);
        }
    }

    /// <summary>Reads one table of the file to its end: its length, its hash, the length of its rows, and that it was not made to burst.</summary>
    internal static async Task CheckTableAsync(ZipArchiveEntry entry, BackupManifest.Table table, CancellationToken cancel)
    {
        if (entry.Length != table.Bytes)
        {
            throw new InvalidDataException($"{entry.FullName} has {entry.Length} bytes where the manifest says {table.Bytes}.");
        }

        if (table.Bytes > RatioMattersFrom && table.Bytes / GreatestRatio > entry.CompressedLength)
        {
            throw new InvalidDataException($"{entry.FullName} unpacks to more than {GreatestRatio} times its size.");
        }

        await using var stream = entry.Open();
        if (await HashAsync(stream, entry.FullName, table.Bytes, cancel) != table.Sha256)
        {
            throw new InvalidDataException($"the checksum of {entry.FullName} is wrong.");
        }
    }

    private static async Task<string> HashAsync(Stream stream, string name, long bytes, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var (total, row) = (0L, 0L);
            int read;
            while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
            {
                var piece = buffer.AsSpan(0, read);
                hash.AppendData(piece);
                var end = piece.LastIndexOf((byte)'\n');
                row = end < 0 ? row + read : read - end;
                total += read;
                if (total > bytes || row > LongestRow)
                {
                    // The length in the ZIP's directory may lie: no more than promised is read.
                    throw new InvalidDataException($"{name} holds more than it promises, or a row of more than {LongestRow / 1024 / 1024} MB.");
                }
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
