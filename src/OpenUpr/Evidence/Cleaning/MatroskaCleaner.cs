namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// WebM and Matroska (RFC 9559): tags, attachments, chapters, titles, dates and names of programs become empty elements of the same length; sums over what was changed become empty too.
/// </summary>
internal static class MatroskaCleaner
{
    private const uint Ebml = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint Tracks = 0x1654AE6B;
    private const uint TrackEntry = 0xAE;
    private const uint Cluster = 0x1F43B675;
    private const uint MuxingApp = 0x4D80;
    private const uint WritingApp = 0x5741;
    private const uint TrackType = 0x83;
    private const long Unknown = -1;

    /// <summary>Elements that are walked into.</summary>
    private static readonly HashSet<uint> s_masters = [Segment, Info, Tracks, TrackEntry];

    /// <summary>Tags, attachments, chapters, title, date, the segment's and its neighbours' numbers and file names, a track's name, sums.</summary>
    private static readonly Dictionary<uint, string> s_removed = new()
    {
        [0x1254C367] = "text", [0x1941A469] = "attachment", [0x1043A770] = "text", [0x7BA9] = "text", [0x4461] = "date", [0x73A4] = "identifier", [0x7384] = "text",
        [0x3CB923] = "identifier", [0x3C83AB] = "text", [0x3EB923] = "identifier", [0x3E83BB] = "text", [0x4444] = "identifier", [0x536E] = "text",
        [0xBF] = "", [0xEC] = "",
    };

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        var patches = new PatchedCopy();
        Walk(input, 0, input.Length, patches, job, 0);
        patches.Copy(input, output);
    }

    private static void Walk(BinaryInput input, long at, long end, PatchedCopy patches, CleaningJob job, int depth)
    {
        while (at < end)
        {
            job.Step();
            input.Position = at;
            var id = (uint)Number(input, keepMark: true, 4);
            var size = Number(input, keepMark: false, 8);
            var body = input.Position;
            if (size == Unknown && id is not (Segment or Cluster))
            {
                throw new CleaningException(Blocks.Unusual);
            }

            // Of unknown length are what was recorded live: clusters then stand one after the other, walked through as if they were in the segment.
            var next = size == Unknown ? id == Segment ? end : body : body + size;
            if (next > end || size > end - body || depth > 4)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            Take(input, id, at, body, next, patches, job, depth);
            at = next;
        }
    }

    private static void Take(BinaryInput input, uint id, long start, long body, long next, PatchedCopy patches, CleaningJob job, int depth)
    {
        if (id is MuxingApp or WritingApp)
        {
            // Both must be there (RFC 9559, 5.1.2); zeros end a text.
            job.Remove("program");
            patches.Blank(body, next - body);
        }
        else if (id == TrackType)
        {
            input.Position = body;
            if (input.Byte() is not (1 or 2 or 17))
            {
                throw new CleaningException(Blocks.Unusual);
            }
        }
        else if (s_removed.TryGetValue(id, out var kind))
        {
            job.Remove(kind.Length == 0 ? "filling" : kind, kind.Length == 0 ? 0 : 1);
            Empty(start, next - start, patches);
        }
        else if (s_masters.Contains(id))
        {
            Walk(input, body, next, patches, job, depth + 1);
        }
        else if (depth == 0 && id is not (Ebml or Cluster))
        {
            throw new CleaningException(Blocks.Damaged);
        }
    }

    /// <summary>An empty element (Void, 0xEC) of this whole length.</summary>
    private static void Empty(long at, long length, PatchedCopy patches)
    {
        if (length <= 128)
        {
            patches.Write(at, [0xEC, (byte)(0x80 | (length - 2)), .. new byte[length - 2]]);
            return;
        }

        var size = length - 9;
        patches.Write(at, [0xEC, 0x01, (byte)(size >> 48), (byte)(size >> 40), (byte)(size >> 32), (byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size]);
        patches.Blank(at + 9, size);
    }

    /// <summary>A number of variable length (RFC 8794, 4); all ones mean unknown.</summary>
    private static long Number(BinaryInput input, bool keepMark, int maxBytes)
    {
        var first = input.Byte();
        var length = System.Numerics.BitOperations.LeadingZeroCount((uint)first << 24) + 1;
        if (length > maxBytes)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        long value = keepMark ? first : first & (0xFF >> length);
        for (var i = 1; i < length; i++)
        {
            value = (value << 8) | input.Byte();
        }

        return !keepMark && value == (1L << (7 * length)) - 1 ? Unknown : value;
    }
}
