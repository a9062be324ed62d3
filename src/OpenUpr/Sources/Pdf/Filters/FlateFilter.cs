using System.IO.Compression;

namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>The compression of most files.</summary>
internal static class FlateFilter
{
    private const int Chunk = 16 * 1024;

    public static ArraySegment<byte> Decode(ArraySegment<byte> content, PdfBudget budget)
    {
        // The two bytes of the header and the check sum say nothing that a reader of damaged files wants to know.
        var header = content.Count > 2 && (content[0] & 0x0F) == 8 && ((content[0] << 8) | content[1]) % 31 == 0 ? 2 : 0;
        using var inflater = new DeflateStream(new MemoryStream(content.Array!, content.Offset + header, content.Count - header, writable: false), CompressionMode.Decompress);
        var buffer = new GrowingBuffer(content.Count * 4, budget);
        try
        {
            while (inflater.Read(buffer.Room(Chunk)) is var count and > 0)
            {
                buffer.Advance(count);
            }
        }
        catch (InvalidDataException)
        {
            // What came out before the damage is kept.
        }

        return buffer.Written;
    }
}
