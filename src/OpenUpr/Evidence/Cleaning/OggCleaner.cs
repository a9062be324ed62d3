using System.Buffers.Binary;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// Ogg (RFC 3533) with one stream of Opus (RFC 7845) or Vorbis: the second packet, which holds the comments, is replaced by an empty one; the
/// pages after it are numbered and summed anew. Others, such as films, are not taken apart here.
/// </summary>
internal static class OggCleaner
{
    private const int MaxHeaderBytes = 16 * 1024 * 1024;

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        var first = ReadPage(input);
        var isOpus = first.Body.AsSpan().StartsWith("OpusHead"u8);
        if (!isOpus && !first.Body.AsSpan().StartsWith("\u0001vorbis"u8))
        {
            throw new CleaningException(Blocks.Kind);
        }

        first.Write(output, 0);
        var headers = ReadHeaders(input, first.Serial, isOpus ? 1 : 2);
        job.Remove("text", 1);
        var packets = new List<byte[]> { isOpus ? [.. "OpusTags"u8, .. new byte[8]] : [3, .. "vorbis"u8, .. new byte[8], 1] };
        packets.AddRange(headers.Skip(1));
        var number = WriteHeaders(packets, first.Serial, output);
        while (input.Left > 0)
        {
            var page = ReadPage(input);
            if (page.Serial != first.Serial)
            {
                throw new CleaningException(Blocks.Unusual);
            }

            page.Write(output, number++);
        }
    }

    /// <summary>The packets between the first page and the sound; each of these ends its page (RFC 7845, 3; Vorbis I, A.2).</summary>
    private static List<byte[]> ReadHeaders(BinaryInput input, uint serial, int count)
    {
        var packets = new List<byte[]>();
        var packet = new MemoryStream();
        while (packets.Count < count)
        {
            var page = ReadPage(input);
            if (page.Serial != serial || packet.Length > MaxHeaderBytes)
            {
                throw new CleaningException(Blocks.Unusual);
            }

            var at = 0;
            foreach (var lace in page.Laces)
            {
                packet.Write(page.Body, at, lace);
                at += lace;
                if (lace < 255)
                {
                    packets.Add(packet.ToArray());
                    packet = new MemoryStream();
                }
            }
        }

        return packets.Count == count && packet.Length == 0 ? packets : throw new CleaningException(Blocks.Unusual);
    }

    private static uint WriteHeaders(List<byte[]> packets, uint serial, Stream output)
    {
        var laces = new List<byte>();
        var body = new MemoryStream();
        foreach (var packet in packets)
        {
            laces.AddRange(Enumerable.Repeat((byte)255, packet.Length / 255));
            laces.Add((byte)(packet.Length % 255));
            body.Write(packet);
        }

        var (number, at, bytes) = (1u, 0, body.ToArray());
        for (var i = 0; i < laces.Count; i += 255)
        {
            var part = laces.Skip(i).Take(255).ToArray();
            var length = part.Sum(l => l);
            var continues = i > 0 && laces[i - 1] == 255;

            // A page on which no packet ends has no position (RFC 3533, 6).
            var position = part.Any(l => l < 255) ? 0 : ulong.MaxValue;
            new Page((byte)(continues ? 1 : 0), position, serial, part, bytes[at..(at + length)]).Write(output, number++);
            at += length;
        }

        return number;
    }

    private static Page ReadPage(BinaryInput input)
    {
        var head = input.Bytes(27);
        if (!head.AsSpan().StartsWith("OggS"u8) || head[4] != 0)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        var laces = input.Bytes(head[26]);
        return new Page(head[5], BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(6)), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(14)), laces, input.Bytes(laces.Sum(l => l)));
    }

    private sealed record Page(byte Flags, ulong Position, uint Serial, byte[] Laces, byte[] Body)
    {
        public void Write(Stream output, uint number)
        {
            byte[] page = [.. "OggS"u8, 0, Flags, .. new byte[20], (byte)Laces.Length, .. Laces, .. Body];
            BinaryPrimitives.WriteUInt64LittleEndian(page.AsSpan(6), Position);
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), Serial);
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(18), number);
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Checksums.Ogg(page));
            output.Write(page);
        }
    }
}
