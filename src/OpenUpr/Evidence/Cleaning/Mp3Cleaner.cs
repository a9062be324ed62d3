using System.Buffers.Binary;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>Tags that programs put in front of and behind any sound.</summary>
internal static class Tags
{
    /// <summary>Bytes of ID3v1 (128) and of what may be told to stand before it.</summary>
    private const int TailBytes = 160;

    /// <summary>Where the sound begins: after every ID3v2 tag (id3.org, 2.4, 3.1) in front.</summary>
    public static void SkipFront(BinaryInput input, CleaningJob job)
    {
        while (input.Left > 10)
        {
            var at = input.Position;
            var head = input.Bytes(10);
            if (!head.AsSpan().StartsWith("ID3"u8))
            {
                input.Position = at;
                return;
            }

            var size = (head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9];
            input.Skip(size + ((head[5] & 0x10) != 0 ? 10 : 0));
            job.Remove("id3");
        }
    }

    /// <summary>Copies up to the tags behind: ID3v1, and APEv2 before it.</summary>
    public static void CopyWithoutTail(BinaryInput input, Stream output, CleaningJob job) => input.CopyTo(output, End(input, job) - input.Position);

    /// <summary>Where the sound ends.</summary>
    public static long End(BinaryInput input, CleaningJob job)
    {
        var (start, end) = (input.Position, input.Length);
        for (var found = true; found && end - start > TailBytes;)
        {
            found = false;
            input.Position = end - 128;
            if (input.Bytes(3).AsSpan().SequenceEqual("TAG"u8))
            {
                (end, found) = (end - 128, true);
                job.Remove("id3");
            }

            input.Position = end - 32;
            var foot = input.Bytes(32);
            if (foot.AsSpan().StartsWith("APETAGEX"u8))
            {
                var size = BinaryPrimitives.ReadUInt32LittleEndian(foot.AsSpan(12)) + ((foot[23] & 0x80) != 0 ? 32 : 0);
                end = end - size >= start && size >= 32 ? end - size : throw new CleaningException(Blocks.Damaged);
                found = true;
                job.Remove("ape");
            }
        }

        input.Position = start;
        return end;
    }
}

/// <summary>The head of a frame of layer I to III (ISO/IEC 11172-3, 2.4.1.3; 13818-3 for the low rates).</summary>
internal static class Mp3Frame
{
    private static readonly int[] s_rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] s_rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] s_samples = [44100, 48000, 32000];

    /// <summary>Bytes of a layer-III frame with this head; 0 when it is none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xFF || (head[1] & 0xE0) != 0xE0 || ((head[1] >> 1) & 3) != 1)
        {
            return 0;
        }

        var (version, rate, sample) = ((head[1] >> 3) & 3, head[2] >> 4, (head[2] >> 2) & 3);
        if (version == 1 || rate is 0 or 15 || sample == 3)
        {
            return 0;
        }

        var hertz = s_samples[sample] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        return ((version == 3 ? 144 * s_rates1[rate] : 72 * s_rates2[rate]) * 1000 / hertz) + ((head[2] >> 1) & 1);
    }
}

/// <summary>MP3: keeps the frames of sound and nothing between, before or behind them.</summary>
internal static class Mp3Cleaner
{
    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        Tags.SkipFront(input, job);
        var end = Tags.End(input, job);
        var (frames, junk) = (0, 0L);
        while (end - input.Position > 4)
        {
            var at = input.Position;
            var length = Mp3Frame.LengthOf(input.Bytes(4));
            input.Position = at;
            if (length > 0 && at + length <= end)
            {
                input.CopyTo(output, length);
                frames++;
            }
            else
            {
                junk++;
                input.Skip(1);
            }
        }

        // A few lost bytes are common at the end; many mean that this is something else, or damaged.
        if (frames < 2 || junk > frames * 100L)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        job.Remove("application-data", junk > 0 ? 1 : 0);
    }
}
