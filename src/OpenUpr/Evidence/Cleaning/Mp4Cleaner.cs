using System.Text;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// MP4, M4A, 3GP and QuickTime (ISO/IEC 14496-12): keeps the boxes that make picture and sound; all others become empty filling of the same
/// length, so that no place in the file moves. Dates and the names of handlers are zeroed. Of the film's bytes only those that a kept track
/// uses stay: places, movements and texts that a camera writes as tracks of their own go with their samples.
/// </summary>
internal static class Mp4Cleaner
{
    private static readonly HashSet<string> s_top = ["ftyp", "moov", "mdat", "moof", "mfra", "sidx", "styp"];
    private static readonly HashSet<string> s_empty = ["free", "skip", "wide"];

    private static readonly Dictionary<string, HashSet<string>> s_inside = new()
    {
        ["moov"] = ["mvhd", "trak", "mvex", "iods"],
        ["trak"] = ["tkhd", "mdia", "edts", "tapt"],
        ["edts"] = ["elst"],
        ["mdia"] = ["mdhd", "hdlr", "minf", "elng"],
        ["minf"] = ["vmhd", "smhd", "nmhd", "hdlr", "dinf", "stbl"],
        ["dinf"] = ["dref"],
        ["stbl"] = ["stsd", "stts", "ctts", "stsc", "stsz", "stz2", "stco", "co64", "stss", "sgpd", "sbgp", "sdtp", "cslg", "stps", "saiz", "saio", "subs"],
        ["mvex"] = ["mehd", "trex", "trep"],
        ["moof"] = ["mfhd", "traf"],
        ["traf"] = ["tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio", "sdtp"],
    };

    public static void Clean(BinaryInput input, Stream output, CleaningJob job)
    {
        var patches = new PatchedCopy();
        var top = Mp4Boxes.Read(input, 0, input.Length);
        if (!top.Exists(b => b.Type == "moov"))
        {
            throw new CleaningException(Blocks.Damaged);
        }

        var isFragmented = top.Exists(b => b.Type == "moof");
        var kept = new List<(long At, long Length)>();
        foreach (var box in top)
        {
            Visit(input, box, s_top, patches, job, isFragmented, kept);
        }

        if (!isFragmented)
        {
            BlankUnused(top.FindAll(b => b.Type == "mdat"), kept, patches, job);
        }

        patches.Copy(input, output);
    }

    private static void Visit(BinaryInput input, Mp4Box box, HashSet<string> allowed, PatchedCopy patches, CleaningJob job, bool isFragmented, List<(long At, long Length)> kept)
    {
        job.Step();
        if (!allowed.Contains(box.Type) || (box.Type == "trak" && !IsWatched(input, box)))
        {
            // The samples of a track cannot be told from the others where they come in fragments.
            if (box.Type == "trak" && isFragmented)
            {
                throw new CleaningException(Blocks.Unusual);
            }

            Empty(box, patches, job);
            return;
        }

        if (s_inside.TryGetValue(box.Type, out var inside))
        {
            foreach (var child in Mp4Boxes.Read(input, box.Body, box.End))
            {
                Visit(input, child, inside, patches, job, isFragmented, kept);
            }
        }

        if (box.Type == "stbl" && !isFragmented)
        {
            kept.AddRange(Mp4Boxes.Chunks(input, box));
        }

        Blank(input, box, patches, job);
    }

    /// <summary>Whether a track is picture or sound.</summary>
    private static bool IsWatched(BinaryInput input, Mp4Box track)
    {
        if (Mp4Boxes.Find(input, track, "mdia", "hdlr") is not { } handler)
        {
            return false;
        }

        input.Position = handler.Body + 8;
        return Encoding.Latin1.GetString(input.Bytes(4)) is "vide" or "soun";
    }

    /// <summary>Zeroes what a kept box tells besides its purpose.</summary>
    private static void Blank(BinaryInput input, Mp4Box box, PatchedCopy patches, CleaningJob job)
    {
        if (box.Type is "mvhd" or "tkhd" or "mdhd")
        {
            // Creation and modification: 8 bytes, in version 1 twice as many.
            input.Position = box.Body;
            var length = input.Byte() == 1 ? 16 : 8;
            input.Skip(3);
            job.Remove("date", input.Bytes(length).Any(b => b != 0) ? 1 : 0);
            patches.Blank(box.Body + 4, length);
        }
        else if (box.Type == "hdlr" && box.End - box.Body > 24)
        {
            job.Remove("device", 1);
            patches.Blank(box.Body + 24, box.End - box.Body - 24);
        }
        else if (box.Type == "dref")
        {
            RefuseElsewhere(input, box);
        }
    }

    /// <summary>A film may lie in another file, named by its place: then this one is not the film.</summary>
    private static void RefuseElsewhere(BinaryInput input, Mp4Box box)
    {
        foreach (var entry in Mp4Boxes.Read(input, box.Body + 8, box.End))
        {
            input.Position = entry.Body;
            if ((input.U32() & 1) == 0)
            {
                throw new CleaningException(Blocks.Outside);
            }
        }
    }

    private static void Empty(Mp4Box box, PatchedCopy patches, CleaningJob job)
    {
        patches.Write(box.Start + 4, "free"u8.ToArray());
        patches.Blank(box.Body, box.End - box.Body);
        if (!s_empty.Contains(box.Type))
        {
            job.Remove(box.Type switch { "udta" or "meta" or "ilst" => "text", "uuid" => "application-data", "trak" => "track", _ => "application-data" });
        }
    }

    private static void BlankUnused(List<Mp4Box> data, List<(long At, long Length)> kept, PatchedCopy patches, CleaningJob job)
    {
        kept.Sort();
        var blanked = false;
        foreach (var box in data)
        {
            var at = box.Body;
            foreach (var (start, length) in kept.Where(k => k.At >= box.Body && k.At < box.End))
            {
                blanked |= start > at;
                patches.Blank(at, start - at);
                at = Math.Max(at, Math.Min(start + length, box.End));
            }

            blanked |= box.End > at;
            patches.Blank(at, box.End - at);
        }

        job.Remove("unused", blanked ? 1 : 0);
    }
}
