namespace OpenUpr.Evidence.Cleaning;

/// <summary>FLAC (RFC 9639, 8): keeps the stream's own description and seek table; comments, pictures, cue sheets, programs' data and filling go.</summary>
internal static class FlacCleaner
{
    private const int StreamInfo = 0;
    private const int SeekTable = 3;

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        input.Skip(4);
        var kept = new List<(int Type, byte[] Body)>();
        for (var isLast = false; !isLast;)
        {
            var head = input.U32();
            isLast = head >> 31 != 0;
            var type = (int)(head >> 24) & 0x7F;
            var body = input.Bytes(head & 0xFFFFFF);
            if (type is StreamInfo or SeekTable)
            {
                kept.Add((type, body));
            }
            else if (type != 1)
            {
                job.Remove(type switch { 4 => "text", 6 => "picture", _ => "application-data" });
            }
        }

        if (kept.Count == 0 || kept[0].Type != StreamInfo || input.Left < 2)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        output.Write("fLaC"u8);
        for (var i = 0; i < kept.Count; i++)
        {
            var (type, body) = kept[i];
            output.Write([(byte)(type | (i == kept.Count - 1 ? 0x80 : 0)), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, .. body]);
        }

        Tags.CopyWithoutTail(input, output, job);
    }
}
