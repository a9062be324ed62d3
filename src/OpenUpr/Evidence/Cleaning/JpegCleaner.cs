namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// JPEG (ISO/IEC 10918-1, annex B): keeps the tables and the picture, and of the rest which way is up. Colour profiles go too: some name the
/// device. What stands after the picture's end, such as the short film of a phone's moving picture, goes.
/// </summary>
internal static class JpegCleaner
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        input.Skip(2);
        var kept = new List<byte[]>();
        var turned = (ushort)1;
        for (var marker = NextMarker(input); marker != StartOfScan; marker = NextMarker(input))
        {
            if (marker == EndOfImage)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            var body = Segment(input);
            if (marker == 0xE1 && body.AsSpan().StartsWith("Exif\0"u8) && body.Length > 6)
            {
                turned = Exif.OrientationOf(body.AsSpan(6));
            }

            Take(marker, body, kept, job);
        }

        output.Write([0xFF, 0xD8]);
        if (turned != 1)
        {
            Write(output, 0xE1, [.. "Exif\0\0"u8, .. Exif.OnlyOrientation(turned)]);
        }

        kept.ForEach(segment => output.Write(segment));
        CopyScans(input, output, job);
    }

    /// <summary>Cleans a picture that lies whole in memory, as in a PDF.</summary>
    public static byte[] Clean(byte[] picture, CleaningJob job)
    {
        using var output = new MemoryStream(picture.Length);
        Clean(new BinaryInput(new MemoryStream(picture), job), output, job);
        return output.ToArray();
    }

    private static void Take(byte marker, byte[] body, List<byte[]> kept, CleaningJob job)
    {
        if (IsNeeded(marker))
        {
            kept.Add(WithHead(marker, body));
        }
        else if (marker == 0xE0 && body.AsSpan().StartsWith("JFIF\0"u8) && body.Length >= 14)
        {
            // Without the small picture that may follow: it can show what was cut away from the large one.
            kept.Add(WithHead(marker, [.. body.AsSpan(0, 12), 0, 0]));
            job.Remove("thumbnail", body.Length > 14 ? 1 : 0);
        }
        else if (marker == 0xEE && body.AsSpan().StartsWith("Adobe"u8) && body.Length >= 12)
        {
            kept.Add(WithHead(marker, body[..12]));
        }
        else
        {
            job.Remove(NameOf(marker, body));
        }
    }

    /// <summary>Copies scan after scan up to the end of the picture, with the tables between them.</summary>
    private static void CopyScans(BinaryInput input, Stream output, CleaningJob job)
    {
        var kept = new List<byte[]>();
        for (var marker = StartOfScan; marker != EndOfImage;)
        {
            var head = Segment(input);
            if (marker == StartOfScan)
            {
                Write(output, marker, head);
                marker = CopyEntropy(input, output, job);
                continue;
            }

            Take(marker, head, kept, job);
            kept.ForEach(segment => output.Write(segment));
            kept.Clear();
            marker = NextMarker(input);
        }

        output.Write([0xFF, EndOfImage]);
        job.Remove("trailer", input.Left > 0 ? 1 : 0);
    }

    /// <summary>Copies coded data and restart marks, and returns the marker that ends them.</summary>
    private static byte CopyEntropy(BinaryInput input, Stream output, CleaningJob job)
    {
        var (buffer, afterFf) = (new byte[64 * 1024], false);
        while (true)
        {
            job.Step();
            var start = input.Position;
            var read = input.Stream.Read(buffer);
            if (read == 0)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            for (var i = 0; i < read; i++)
            {
                if (afterFf && buffer[i] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                {
                    // The FF before it was written already where it stood in the block before.
                    output.Write(buffer, 0, Math.Max(0, i - 1));
                    if (i == 0)
                    {
                        throw new CleaningException(Blocks.Unusual);
                    }

                    input.Position = start + i + 1;
                    return buffer[i];
                }

                afterFf = buffer[i] == 0xFF;
            }

            // An FF at the end of a block is read again with what follows it.
            var keep = afterFf ? read - 1 : read;
            if (keep == 0)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            output.Write(buffer, 0, keep);
            input.Position = start + keep;
            afterFf = false;
        }
    }

    private static byte NextMarker(BinaryInput input)
    {
        if (input.Byte() != 0xFF)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        var marker = input.Byte();
        while (marker == 0xFF)
        {
            marker = input.Byte();
        }

        return marker;
    }

    private static byte[] Segment(BinaryInput input) => input.U16() is var length and >= 2 ? input.Bytes(length - 2) : throw new CleaningException(Blocks.Damaged);

    /// <summary>Frames, Huffman and arithmetic tables, quantisation, restart interval, number of lines.</summary>
    private static bool IsNeeded(byte marker) => marker is (>= 0xC0 and <= 0xCF and not 0xC8) or 0xDB or 0xDC or 0xDD;

    private static string NameOf(byte marker, byte[] body) => marker switch
    {
        0xE1 when body.AsSpan().StartsWith("Exif"u8) => "exif",
        0xE1 => "xmp",
        0xE2 when body.AsSpan().StartsWith("ICC_PROFILE"u8) => "colour-profile",
        0xE2 => "thumbnail",
        0xED => "iptc",
        0xFE => "comment",
        _ => "application-data",
    };

    private static byte[] WithHead(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static void Write(Stream output, byte marker, byte[] body) => output.Write(WithHead(marker, body));
}
