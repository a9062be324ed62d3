using System.Buffers.Binary;
using System.Text;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>WebP (RFC 9649): keeps the picture's chunks; EXIF, XMP, colour profile and unknown ones go, and their flags with them.</summary>
internal static class WebPCleaner
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Of VP8X: colour profile, EXIF and XMP.</summary>
    private const byte MetadataFlags = 0x20 | 0x08 | 0x04;

    private static readonly HashSet<string> s_kept = ["VP8 ", "VP8L", "ALPH", "ANIM"];

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        input.Skip(4);
        var end = input.U32Little() + 8L;
        if (end > input.Length || end > MaxBytes)
        {
            throw new CleaningException(end > MaxBytes ? Blocks.TooMuch : Blocks.Damaged);
        }

        input.Skip(4);
        using var body = new MemoryStream();
        var turned = (ushort)1;
        while (input.Position < end)
        {
            var (name, data) = Chunk(input);
            if (s_kept.Contains(name))
            {
                Write(body, name, data);
            }
            else if (name == "ANMF")
            {
                Write(body, name, Frame(data, job));
            }
            else if (name == "VP8X" && data.Length >= 10)
            {
                data[0] &= unchecked((byte)~MetadataFlags);
                Write(body, name, data[..10]);
            }
            else
            {
                turned = name == "EXIF" ? OrientationOf(data) : turned;
                job.Remove(NameOf(name));
            }
        }

        Finish(body, output, turned);
        job.Remove("trailer", input.Left > 0 ? 1 : 0);
    }

    private static void Finish(MemoryStream body, Stream output, ushort turned)
    {
        if (turned != 1 && body.GetBuffer().AsSpan(0, 4).SequenceEqual("VP8X"u8))
        {
            body.GetBuffer()[8] |= 0x08;
            Write(body, "EXIF", Exif.OnlyOrientation(turned));
        }

        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)body.Length + 4);
        output.Write("RIFF"u8);
        output.Write(length);
        output.Write("WEBP"u8);
        body.WriteTo(output);
    }

    /// <summary>A frame of an animation holds chunks of its own after 16 bytes of place and time.</summary>
    private static byte[] Frame(byte[] data, CleaningJob job)
    {
        if (data.Length < 16)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        using var frame = new MemoryStream();
        frame.Write(data, 0, 16);
        var inner = new BinaryInput(new MemoryStream(data) { Position = 16 }, job);
        while (inner.Left > 0)
        {
            var (name, part) = Chunk(inner);
            if (s_kept.Contains(name))
            {
                Write(frame, name, part);
            }
            else
            {
                job.Remove("application-data");
            }
        }

        return frame.ToArray();
    }

    private static ushort OrientationOf(byte[] data) => Exif.OrientationOf(data.AsSpan().StartsWith("Exif\0\0"u8) ? data.AsSpan(6) : data);

    private static (string Name, byte[] Data) Chunk(BinaryInput input)
    {
        var name = Encoding.Latin1.GetString(input.Bytes(4));
        var length = input.U32Little();
        var data = input.Bytes(length);
        input.Skip(Math.Min(length & 1, input.Left));
        return (name, data);
    }

    private static void Write(Stream output, string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)data.Length);
        output.Write(Encoding.Latin1.GetBytes(name));
        output.Write(length);
        output.Write(data);
        if ((data.Length & 1) != 0)
        {
            output.WriteByte(0);
        }
    }

    private static string NameOf(string chunk) => chunk switch { "EXIF" => "exif", "XMP " => "xmp", "ICCP" => "colour-profile", _ => "application-data" };
}
