using System.Buffers.Binary;
using System.Text;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>WAV (RIFF): keeps the form of the sound, its length and the sound; LIST, bext, iXML, id3 and all others go.</summary>
internal static class WavCleaner
{
    private static readonly HashSet<string> s_kept = ["fmt ", "fact", "data"];

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        input.Skip(12);
        var parts = new List<(string Name, long At, long Length)>();
        while (input.Left >= 8)
        {
            var name = Encoding.Latin1.GetString(input.Bytes(4));
            long length = input.U32Little();

            // Recorders that were cut off leave no length, or too large a one, over the sound.
            length = name == "data" ? Math.Min(length == 0 ? input.Left : length, input.Left) : length;
            if (s_kept.Contains(name))
            {
                parts.Add((name, input.Position, length));
            }
            else
            {
                job.Remove(name switch { "LIST" => "text", "bext" or "iXML" or "axml" => "recorder", "id3 " or "ID3 " => "id3", _ => "application-data" });
            }

            input.Skip(length);
            input.Skip(Math.Min(length & 1, input.Left));
        }

        if (!parts.Any(p => p.Name == "fmt ") || !parts.Any(p => p.Name == "data"))
        {
            throw new CleaningException(Blocks.Damaged);
        }

        job.Remove("trailer", input.Left > 0 ? 1 : 0);
        Write(input, output, parts);
    }

    private static void Write(BinaryInput input, Stream output, List<(string Name, long At, long Length)> parts)
    {
        output.Write("RIFF"u8);
        output.Write(Little(4 + parts.Sum(p => 8 + p.Length + (p.Length & 1))));
        output.Write("WAVE"u8);
        foreach (var (name, at, length) in parts)
        {
            output.Write(Encoding.Latin1.GetBytes(name));
            output.Write(Little(length));
            input.Position = at;
            input.CopyTo(output, length);
            output.Write(new byte[length & 1]);
        }
    }

    private static byte[] Little(long number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)number);
        return bytes;
    }
}
