using System.IO.Compression;

namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>The compression of most files.</summary>
internal static class FlateFilter
{
    private const int Chunk = 16 * 1024;
    private const int SmallChunk = 32;

    public static ArraySegment<byte> Decode(ArraySegment<byte> content, PdfBudget budget)
    {
        // The two bytes of the header and the check sum say nothing that a reader of damaged files wants to know.
        var header = content.Count > 2 && (content[0] & 0x0F) == 8 && ((content[0] << 8) | content[1]) % 31 == 0 ? 2 : 0;
        var packed = content[header..];
        var buffer = new GrowingBuffer(content.Count * 4, budget);
        if (!Inflate(packed, buffer, Chunk))
        {
            // The step that meets the damage gives nothing at all: small ones up to there keep what stands before it.
            var rest = new GrowingBuffer(buffer.Count + Chunk, budget);
            Inflate(packed, rest, SmallChunk);
            buffer = rest;
        }

        return buffer.Written;
    }

    /// <returns>False when the bytes are damaged.</returns>
    private static bool Inflate(ArraySegment<byte> packed, GrowingBuffer buffer, int chunk)
    {
        using var inflater = new DeflateStream(new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false), CompressionMode.Decompress);
        try
        {
            while (inflater.Read(buffer.Room(chunk)[..chunk]) is var count and > 0)
            {
                buffer.Advance(count);
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
