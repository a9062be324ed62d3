using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OpenUpr.Sources.Csv;

namespace OpenUpr.Sources;

/// <summary>A file taken in: the hash of its bytes, the bytes compressed, and how its text is encoded.</summary>
/// <param name="Sha256">Lower-case hexadecimal, over the bytes as received.</param>
/// <param name="Brotli">The original, compressed; null in a dry run, which keeps nothing.</param>
public sealed record Receipt(string Sha256, byte[]? Brotli, Encoding Encoding)
{
    /// <summary>Reads the whole file once in small pieces.</summary>
    /// <param name="isKnownName">See <see cref="TextEncodings.Decide"/>.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="isPaper">True for PDF and Word: packed already, so that more effort saves nothing, and not text, so that they have no encoding.</param>
    public static Receipt For(SourceFile file, bool keep, Func<string, bool> isKnownName, Action<long> progress, CancellationToken cancel, bool isPaper = false)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var packed = new MemoryStream();
        using var brotli = keep ? new BrotliStream(packed, isPaper ? CompressionLevel.Fastest : CompressionLevel.Optimal, leaveOpen: true) : null;
        var encodings = new TextEncodings();
        var buffer = new byte[128 * 1024];
        var done = 0L;
        file.Content.Position = 0;
        int read;
        while ((read = ReadSome(file.Content, buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var bytes = buffer.AsSpan(0, read);
            hash.AppendData(bytes);
            brotli?.Write(bytes);
            if (!isPaper)
            {
                encodings.Add(bytes);
            }

            progress(done += read);
        }

        brotli?.Dispose();
        file.Content.Position = 0;
        return new Receipt(Convert.ToHexStringLower(hash.GetHashAndReset()), keep ? packed.ToArray() : null, isPaper ? Encoding.UTF8 : encodings.Decide(isKnownName));
    }

    private static int ReadSome(FileStream content, byte[] buffer)
    {
        try
        {
            return content.Read(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"The file cannot be read to its end: {e.Message} Check the disk or copy the file again.", inner: e);
        }
    }
}
