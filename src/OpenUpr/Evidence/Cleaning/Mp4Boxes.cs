using System.Text;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>A box of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2).</summary>
/// <param name="Start">Where its head begins.</param>
/// <param name="Body">Where its content begins.</param>
internal sealed record Mp4Box(string Type, long Start, long Body, long End);

/// <summary>Walks boxes, and reads what a film's tables say about where its pieces lie.</summary>
internal static class Mp4Boxes
{
    private const int MaxBoxes = 100_000;
    private const int MaxChunks = 4_000_000;

    public static List<Mp4Box> Read(BinaryInput input, long at, long end)
    {
        var boxes = new List<Mp4Box>();

        // QuickTime may end a list of boxes with four zero bytes.
        while (end - at >= 8)
        {
            input.Position = at;
            long length = input.U32();
            var type = Encoding.Latin1.GetString(input.Bytes(4));
            var body = at + 8;
            if (length == 1)
            {
                length = (long)Math.Min(input.U64(), long.MaxValue);
                body += 8;
            }

            length = length == 0 ? end - at : length;
            if (length < body - at || length > end - at || boxes.Count >= MaxBoxes)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            boxes.Add(new Mp4Box(type, at, body, at + length));
            at += length;
        }

        return boxes;
    }

    public static Mp4Box? Find(BinaryInput input, Mp4Box? box, params ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            box = box is null ? null : Read(input, box.Body, box.End).Find(b => b.Type == step);
        }

        return box;
    }

    /// <summary>The bytes that a track's samples take, chunk by chunk.</summary>
    public static List<(long At, long Length)> Chunks(BinaryInput input, Mp4Box table)
    {
        var boxes = Read(input, table.Body, table.End);
        var offsets = Offsets(input, boxes);
        var runs = Runs(input, boxes.Find(b => b.Type == "stsc"));
        var sizes = new SampleSizes(input, boxes);
        var chunks = new List<(long, long)>(offsets.Length);
        var sample = 0L;
        for (var (i, run) = (0, -1); i < offsets.Length; i++)
        {
            while (run + 1 < runs.Count && runs[run + 1].First <= i + 1)
            {
                run++;
            }

            var count = run < 0 ? 0 : runs[run].Count;
            chunks.Add((offsets[i], sizes.Sum(sample, count)));
            sample += count;
        }

        return chunks;
    }

    private static long[] Offsets(BinaryInput input, List<Mp4Box> boxes)
    {
        var box = boxes.Find(b => b.Type is "stco" or "co64") ?? throw new CleaningException(Blocks.Damaged);
        var offsets = new long[Count(input, box, 4)];
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = box.Type == "stco" ? input.U32() : (long)Math.Min(input.U64(), long.MaxValue);
        }

        return offsets;
    }

    private static List<(long First, long Count)> Runs(BinaryInput input, Mp4Box? box)
    {
        var runs = new List<(long, long)>();
        for (var left = box is null ? 0 : Count(input, box, 4); left > 0; left--)
        {
            runs.Add((input.U32(), input.U32()));
            input.Skip(4);
        }

        return runs;
    }

    /// <summary>Goes to the entries of a table and returns how many there are.</summary>
    private static int Count(BinaryInput input, Mp4Box box, int skip)
    {
        input.Position = box.Body + skip;
        var count = input.U32();
        return count <= MaxChunks && count <= (box.End - box.Body) ? (int)count : throw new CleaningException(Blocks.Damaged);
    }

    private sealed class SampleSizes
    {
        private readonly long _all;
        private readonly uint[] _each = [];

        public SampleSizes(BinaryInput input, List<Mp4Box> boxes)
        {
            // The compact form (stz2) is not written by any camera.
            var box = boxes.Find(b => b.Type == "stsz") ?? throw new CleaningException(Blocks.Unusual);
            input.Position = box.Body + 4;
            _all = input.U32();
            var count = input.U32();
            if (_all == 0)
            {
                _each = count <= MaxChunks && count * 4L <= box.End - box.Body ? new uint[count] : throw new CleaningException(Blocks.Damaged);
                var bytes = input.Bytes(count * 4L);
                for (var i = 0; i < _each.Length; i++)
                {
                    _each[i] = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i * 4));
                }
            }
        }

        public long Sum(long first, long count)
        {
            if (_all > 0)
            {
                return _all * count;
            }

            var sum = 0L;
            for (var i = first; i < Math.Min(first + count, _each.Length); i++)
            {
                sum += _each[i];
            }

            return sum;
        }
    }
}
