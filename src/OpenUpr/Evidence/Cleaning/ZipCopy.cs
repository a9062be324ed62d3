using System.IO.Compression;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>Packs a document anew, part by part. Dates, comments and extra fields of the old package are not taken over.</summary>
internal sealed class ZipCopy(Stream input, Stream output, CleaningJob job) : IDisposable
{
    public const int MaxEntries = 20_000;

    /// <summary>Bytes of a part that is held in memory.</summary>
    public const int MaxPartBytes = 64 * 1024 * 1024;

    /// <summary>The first day that a package can name (APPNOTE 4.4.6).</summary>
    private static readonly DateTimeOffset s_noDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _from = new(input, ZipArchiveMode.Read, leaveOpen: true);
    private readonly ZipArchive _to = new(output, ZipArchiveMode.Create, leaveOpen: true);

    public IEnumerable<ZipArchiveEntry> Parts => _from.Entries.Where(e => !e.FullName.EndsWith('/'));

    public bool Has(string name) => _from.GetEntry(name) is not null;

    public byte[] Read(ZipArchiveEntry part)
    {
        if (part.IsEncrypted)
        {
            throw new CleaningException(Blocks.Encrypted);
        }

        using var stream = part.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (stream.Read(buffer) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
            job.Unpack(read);
            if (bytes.Length > MaxPartBytes)
            {
                throw new CleaningException(Blocks.TooMuch);
            }
        }

        return bytes.ToArray();
    }

    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var entry = _to.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = s_noDate;
        using var stream = entry.Open();
        stream.Write(content);
    }

    public void Dispose()
    {
        _to.Dispose();
        _from.Dispose();
    }
}
