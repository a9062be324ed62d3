namespace OpenUpr.Evidence.Cleaning;

/// <summary>GIF 89a: keeps pictures, their controls and the loop of an animation; comments, plain texts and other programs' data go.</summary>
internal static class GifCleaner
{
    private const byte Extension = 0x21;
    private const byte Picture = 0x2C;
    private const byte Trailer = 0x3B;

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        output.Write("GIF89a"u8);
        input.Skip(6);
        var screen = input.Bytes(7);
        output.Write(screen);
        input.CopyTo(output, TableBytes(screen[4]));
        for (var block = input.Byte(); block != Trailer; block = input.Byte())
        {
            job.Step();
            switch (block)
            {
                case Picture:
                    var head = input.Bytes(9);
                    output.Write([Picture, .. head]);
                    input.CopyTo(output, TableBytes(head[8]) + 1);
                    SubBlocks(input, output);
                    break;
                case Extension:
                    ReadExtension(input, output, job);
                    break;
                default:
                    throw new CleaningException(Blocks.Damaged);
            }
        }

        output.WriteByte(Trailer);
        job.Remove("trailer", input.Left > 0 ? 1 : 0);
    }

    private static void ReadExtension(BinaryInput input, Stream output, CleaningJob job)
    {
        var label = input.Byte();
        var first = input.Bytes(input.Byte());
        var isLoop = label == 0xFF && (first.AsSpan().SequenceEqual("NETSCAPE2.0"u8) || first.AsSpan().SequenceEqual("ANIMEXTS1.0"u8));
        if (label == 0xF9 || isLoop)
        {
            output.Write([Extension, label, (byte)first.Length, .. first]);
            SubBlocks(input, output);
            return;
        }

        job.Remove(label switch { 0xFE => "comment", 0x01 => "text", _ => first.AsSpan().StartsWith("XMP"u8) ? "xmp" : "application-data" });
        if (first.Length > 0)
        {
            SubBlocks(input, Stream.Null);
        }
    }

    private static void SubBlocks(BinaryInput input, Stream output)
    {
        for (var length = input.Byte(); ; length = input.Byte())
        {
            output.WriteByte(length);
            if (length == 0)
            {
                return;
            }

            input.CopyTo(output, length);
        }
    }

    private static int TableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
