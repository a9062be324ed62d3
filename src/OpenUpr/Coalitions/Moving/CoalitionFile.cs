using System.IO.Compression;
using System.Text.Json;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>
/// What a coalition's file says about itself. The file is a ZIP in a sealed file (<see cref="SealedFile"/>): this manifest, a .jsonl for each table, and the
/// public names of what its rows refer to. docs/formats.md describes it.
/// </summary>
/// <param name="Identity">The hash of the first entry of its log: the same wherever the coalition goes.</param>
/// <param name="LastNumber">The last entry of its log.</param>
/// <param name="LogFlaws">What the check of the log found when it left.</param>
public sealed record CoalitionFile(
    string Format, int Version, string Program, string World, IReadOnlyList<string> Schema, DateTimeOffset ExportedAt, Coalition Coalition,
    string Identity, long LastNumber, int LogFlaws, IReadOnlyList<TravellingKey> Keys, IReadOnlyList<CoalitionFile.Table> Tables)
{
    public const string FormatName = "openupr-coalition";
    public const int CurrentVersion = 1;

    internal const string Entry = "coalition.json";
    internal const string KeyPurpose = "coalition keys";

    private const int LongestManifest = 4 * 1024 * 1024;

    /// <summary>One table's rows in the file.</summary>
    /// <param name="Bytes">Before compression.</param>
    /// <param name="Sha256">Of those bytes, in lower-case hexadecimal.</param>
    /// <param name="LastId">The greatest number of a row; 0 for none.</param>
    public sealed record Table(string Name, long Rows, long Bytes, string Sha256, long LastId)
    {
        internal string Path => $"tables/{Name}.jsonl";
    }

    public long Rows => Tables.Sum(t => t.Rows);

    /// <exception cref="InvalidDataException">The file holds no manifest of a coalition.</exception>
    internal static async Task<CoalitionFile> ReadAsync(ZipArchive zip, CancellationToken cancel)
    {
        if (zip.GetEntry(Entry) is not { Length: <= LongestManifest } entry)
        {
            throw new InvalidDataException("it holds no coalition.");
        }

        try
        {
            await using var stream = entry.Open();
            var json = new byte[entry.Length];
            await stream.ReadExactlyAsync(json, cancel);
            return JsonSerializer.Deserialize<CoalitionFile>(json, BackupManifest.Json) is { Format: FormatName } file ? file : throw new InvalidDataException("it is not a coalition's file.");
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException)
        {
            throw new InvalidDataException("what it says about itself cannot be read.", e);
        }
    }
}

/// <summary>How far a move is.</summary>
/// <param name="Table">What is being written or read.</param>
/// <param name="Total">Rows in all; 0 where it is not known before the end.</param>
public readonly record struct MoveProgress(string Table, long Rows, long Total);
