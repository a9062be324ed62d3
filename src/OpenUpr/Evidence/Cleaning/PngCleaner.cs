using System.Buffers.Binary;
using System.Text;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>PNG (W3C, third edition, 2023, clause 5): keeps the chunks that make the picture, drops all others and what stands after the end.</summary>
internal static class PngCleaner
{
    private const int MaxChunk = 64 * 1024 * 1024;

    private static readonly HashSet<string> s_kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP", "bKGD", "hIST", "acTL", "fcTL", "fdAT"];

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        input.CopyTo(output, 8);
        for (var name = ""; name != "IEND";)
        {
            var length = input.U32();
            var type = input.Bytes(4);
            name = Encoding.Latin1.GetString(type);
            if (length > MaxChunk)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            var body = input.Bytes(length);
            var check = input.U32();
            if (s_kept.Contains(name))
            {
                // A wrong sum is passed on as it was: the picture is what it is.
                Write(output, type, body, check);
            }
            else if (name == "eXIf" && Exif.OrientationOf(body) is var turned and not 1)
            {
                job.Remove("exif");
                var data = Exif.OnlyOrientation(turned);
                Write(output, type, data, Crc(type, data));
            }
            else
            {
                job.Remove(NameOf(name));
            }
        }

        job.Remove("trailer", input.Left > 0 ? 1 : 0);
    }

    private static void Write(Stream output, byte[] type, byte[] body, uint check)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)body.Length);
        output.Write(number);
        output.Write(type);
        output.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, check);
        output.Write(number);
    }

    private static uint Crc(byte[] type, byte[] body) => Checksums.Crc32([.. type, .. body]);

    private static string NameOf(string chunk) => chunk switch
    {
        "tEXt" or "zTXt" or "iTXt" => "text",
        "eXIf" => "exif",
        "tIME" => "date",
        "iCCP" => "colour-profile",
        "pHYs" => "resolution",
        _ => "application-data",
    };
}
