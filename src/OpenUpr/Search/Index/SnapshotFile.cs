using OpenUpr.Reviews;

namespace OpenUpr.Search.Index;

/// <summary>What a snapshot was made of. A snapshot of anything else is of no use.</summary>
/// <param name="Store">Hash of which database it is, so that two databases can share a data folder one after the other.</param>
/// <param name="Sequence">The store's newest change.</param>
/// <param name="LastId">The store's highest recommendation id: a store restored from a backup may count changes again.</param>
internal sealed record SnapshotStamp(World World, ulong Store, long Sequence, long LastId);

/// <summary>
/// The index's table in a file, for a quick start. It is derived: whatever is wrong with it (another version, another store, a
/// flipped bit, a file cut short) means that it is not there, and the index is built from the store instead.
/// </summary>
internal static class SnapshotFile
{
    /// <summary>Raise it whenever the table, the tokeniser, the stemmer or the names of instruments (entities.csv) change.</summary>
    private const int Version = 3;

    private static ReadOnlySpan<byte> Magic => "OpenUPR search index\n"u8;

    /// <summary>The table, or null when there is no snapshot of exactly this.</summary>
    public static DocTable? TryRead(string path, SnapshotStamp stamp)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            var reader = new ColumnReader(file);
            Span<byte> magic = stackalloc byte[Magic.Length];
            reader.ReadExactly(magic);
            if (!magic.SequenceEqual(Magic) || reader.ReadNumber() != Version || ReadStamp(reader) != stamp)
            {
                return null;
            }

            var table = TableColumns.Read(reader);
            var sum = reader.Checksum;
            return (ulong)reader.ReadNumber() == sum && TableColumns.IsSound(table) ? table : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the file and renames, so that no reader ever sees half of it. A folder that cannot be written to only costs a slower start.</summary>
    public static void TryWrite(string path, SnapshotStamp stamp, DocTable table)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                var writer = new ColumnWriter(file);
                writer.Write(Magic);
                writer.WriteNumber(Version);
                writer.WriteNumber((int)stamp.World);
                writer.WriteNumber((long)stamp.Store);
                writer.WriteNumber(stamp.Sequence);
                writer.WriteNumber(stamp.LastId);
                TableColumns.Write(writer, table);
                writer.WriteNumber((long)writer.Checksum);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    private static SnapshotStamp ReadStamp(ColumnReader reader) => new((World)reader.ReadNumber(), (ulong)reader.ReadNumber(), reader.ReadNumber(), reader.ReadNumber());

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is overwritten next time.
        }
    }
}
