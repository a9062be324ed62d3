using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenUpr.Storage;

/// <summary>What a backup says about itself; docs/formats.md describes the file.</summary>
/// <param name="Version">Of the backup form.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="World">"un" or "demo".</param>
/// <param name="Schema">The store's migrations by name, oldest first; the same on SQLite and PostgreSQL.</param>
public sealed record BackupManifest(
    string Format, int Version, string Program, string World, IReadOnlyList<string> Schema, DateTimeOffset CreatedAt, IReadOnlyList<BackupManifest.Table> Tables)
{
    public const string FormatName = "openupr-backup";
    public const int CurrentVersion = 2;
    internal const string Entry = "manifest.json";

    /// <summary>One table's rows in the file.</summary>
    /// <param name="Bytes">Before compression.</param>
    /// <param name="Sha256">Of those bytes, in lower-case hexadecimal.</param>
    public sealed record Table(string Name, long Rows, long Bytes, string Sha256);

    internal bool Holds(BackupTable table) => Tables.Any(t => t.Name == table.Name);

    /// <summary>How rows and the manifest are written. A field that the store does not know is an error: data must not vanish in silence.</summary>
    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether a file is a backup, sealed or in the open, by what it holds. False for a damaged one.</summary>
    public static bool IsIn(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (SealedFile.IsIn(file, SealedFile.Backup))
            {
                return true;
            }

            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return zip.GetEntry(Entry) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>A migration's name without the moment at which it was made, which differs between the databases.</summary>
    internal static IReadOnlyList<string> SchemaOf(IEnumerable<string> migrations) => [.. migrations.Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..])];
}
