using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace OpenUpr.Tests.Evidence;

/// <summary>Small files of every kind, made here, each with an invented name hidden where programs hide such things.</summary>
internal static class Samples
{
    public const string Secret = "MARISOL-QUENTE";

    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes(Secret);

    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["jpeg"] = Jpeg(6), ["png"] = Png(), ["gif"] = Gif(), ["webp"] = WebP(), ["pdf"] = Pdf(), ["docx"] = Docx(), ["odt"] = Odt(),
        ["mp3"] = Mp3(), ["wav"] = Wav(), ["flac"] = Flac(), ["opus"] = Opus(), ["mp4"] = Mp4(), ["webm"] = WebM(), ["text"] = "Plain words.\n"u8.ToArray(),
    };

    /// <summary>With a comment, EXIF that turns the picture and names somebody, and bytes behind the end.</summary>
    public static byte[] Jpeg(byte turned) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0, 0, 0, 0, .. s_secret]),
        .. Segment(0xFE, s_secret),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, 1, .. new byte[15], 0]),
        .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x3F, 0xFF, 0, 0x3F, 0xFF, 0xD9, .. s_secret,
    ];

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Png()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([0, 200]);
        }

        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("tEXt", [.. "Author\0"u8, .. s_secret]), .. Chunk("tIME", [7, 234, 1, 1, 0, 0, 0]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []), .. s_secret];
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        return [.. Big((uint)body.Length), .. named, .. Big(OpenUpr.Evidence.Cleaning.Checksums.Crc32(named))];
    }

    private static byte[] Gif() => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFE, (byte)s_secret.Length, .. s_secret, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    private static byte[] WebP()
    {
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", [0x2C, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Riff("ICCP", s_secret), .. Riff("VP8L", [0x2F, 0, 0, 0, 0, 0]), .. Riff("EXIF", s_secret), .. Riff("XMP ", s_secret)];
        return [.. "RIFF"u8, .. Little((uint)body.Length), .. body];
    }

    private static byte[] Riff(string name, byte[] body) => [.. Encoding.ASCII.GetBytes(name), .. Little((uint)body.Length), .. body, .. new byte[body.Length & 1]];

    private static byte[] Wav()
    {
        byte[] body = [.. "WAVE"u8, .. Riff("fmt ", [1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0]), .. Riff("LIST", [.. "INFOIART"u8, .. Little((uint)s_secret.Length), .. s_secret]), .. Riff("bext", s_secret), .. Riff("data", [.. Enumerable.Range(0, 100).Select(i => (byte)(128 + i % 50))])];
        return [.. "RIFF"u8, .. Little((uint)body.Length), .. body];
    }

    private static byte[] Mp3()
    {
        byte[] frame = [0xFF, 0xFB, 0x90, 0xC4, .. new byte[413]];
        byte[] tag = [.. "TAG"u8, .. s_secret, .. new byte[125 - s_secret.Length]];
        return [.. "ID3"u8, 4, 0, 0, 0, 0, 0, (byte)(s_secret.Length + 11), .. "TPE1\0\0\0"u8, (byte)(s_secret.Length + 1), 0, 0, 3, .. s_secret, .. frame, .. frame, .. frame, .. frame, .. tag];
    }

    private static byte[] Flac() =>
    [
        .. "fLaC"u8, 0, 0, 0, 34, 16, 0, 16, 0, .. new byte[6], 0x0A, 0xC4, 0x40, 0xF0, 0, 0, 0, 100, .. new byte[16],
        4, 0, 0, (byte)(8 + s_secret.Length), .. Little((uint)s_secret.Length), .. s_secret, .. new byte[4], 0x81, 0, 0, 4, 0, 0, 0, 0, 0xFF, 0xF8, .. new byte[200],
    ];

    private static byte[] Opus()
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0];
        byte[] tags = [.. "OpusTags"u8, .. Little((uint)s_secret.Length), .. s_secret, .. new byte[4]];
        return [.. Page(2, 0, head), .. Page(0, 1, tags), .. Page(4, 2, [0xF8, 0xFF, 0xFE])];
    }

    private static byte[] Page(byte flags, uint number, byte[] packet)
    {
        byte[] page = [.. "OggS"u8, 0, flags, .. new byte[8], 7, 0, 0, 0, .. Little(number), 0, 0, 0, 0, 1, (byte)packet.Length, .. packet];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), OpenUpr.Evidence.Cleaning.Checksums.Ogg(page));
        return page;
    }

    /// <summary>One track of sound and one of places; the samples of both, and a note between them, lie in the same box.</summary>
    private static byte[] Mp4()
    {
        var type = Box("ftyp", "isom\0\0\0\0isom"u8.ToArray());
        var data = Box("mdat", [.. "SOUND-SAMPLE"u8, .. s_secret, .. s_secret]);
        var start = type.Length + 8;
        var dates = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 };
        var movie = Box("moov", [.. Box("mvhd", [0, 0, 0, 0, .. dates, .. new byte[88]]), .. Track("soun", dates, start, 12), .. Track("meta", dates, start + 12, s_secret.Length), .. Box("udta", s_secret)]);
        return [.. type, .. data, .. movie, .. Box("uuid", [.. new byte[16], .. s_secret])];
    }

    private static byte[] Track(string handler, byte[] dates, int at, int length) => Box("trak",
    [
        .. Box("tkhd", [0, 0, 0, 0, .. dates, .. new byte[72]]),
        .. Box("mdia",
        [
            .. Box("mdhd", [0, 0, 0, 0, .. dates, .. new byte[12]]),
            .. Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(handler), .. new byte[12], .. s_secret, 0]),
            .. Box("minf",
            [
                .. Box("dinf", Box("dref", [0, 0, 0, 0, 0, 0, 0, 1, .. Box("url ", [0, 0, 0, 1])])),
                .. Box("stbl", [.. Box("stsd", new byte[8]), .. Box("stts", new byte[8]), .. Box("stsc", [0, 0, 0, 0, .. Big(1), .. Big(1), .. Big(1), .. Big(1)]), .. Box("stsz", [0, 0, 0, 0, .. Big((uint)length), .. Big(1)]), .. Box("stco", [0, 0, 0, 0, .. Big(1), .. Big((uint)at)])]),
            ]),
        ]),
    ]);

    private static byte[] Box(string type, byte[] body) => [.. Big((uint)body.Length + 8), .. Encoding.ASCII.GetBytes(type), .. body];

    private static byte[] WebM()
    {
        byte[] info = [.. Element([0x2A, 0xD7, 0xB1], [0x0F, 0x42, 0x40]), .. Element([0x4D, 0x80], s_secret), .. Element([0x57, 0x41], s_secret), .. Element([0x7B, 0xA9], s_secret), .. Element([0x44, 0x61], new byte[8])];
        byte[] track = Element([0xAE], [.. Element([0xD7], [1]), .. Element([0x83], [2]), .. Element([0x53, 0x6E], s_secret)]);
        byte[] body = [.. Element([0x15, 0x49, 0xA9, 0x66], info), .. Element([0x16, 0x54, 0xAE, 0x6B], track), .. Element([0x1F, 0x43, 0xB6, 0x75], [.. Element([0xE7], [0]), .. Element([0xA3], [0x81, 0, 0, 0x80, .. "SOUND-SAMPLE"u8])]), .. Element([0x12, 0x54, 0xC3, 0x67], [.. new byte[200], .. s_secret])];
        return [.. Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], "webm"u8.ToArray())), .. Element([0x18, 0x53, 0x80, 0x67], body)];
    }

    private static byte[] Element(byte[] id, byte[] body) => body.Length < 127 ? [.. id, (byte)(0x80 | body.Length), .. body] : [.. id, (byte)(0x40 | (body.Length >> 8)), (byte)body.Length, .. body];

    public static byte[] Docx(params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Xml("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/custom.xml" ContentType="x"/></Types>""")),
        ("_rels/.rels", Xml("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>""")),
        ("docProps/core.xml", Xml($"<a>{Secret}</a>")), ("docProps/custom.xml", Xml($"<a>{Secret}</a>")),
        ("word/document.xml", Xml($"""<w:document xmlns:w="urn:w"><w:body><w:p w:rsidR="00AB"><w:ins w:id="1" w:author="{Secret}" w:date="2025-01-01T00:00:00Z"><w:r><w:t>Kept words</w:t></w:r></w:ins></w:p></w:body></w:document>""")),
        ("word/comments.xml", Xml($"""<w:comments xmlns:w="urn:w"><w:comment w:id="0" w:author="{Secret}" w:initials="{Secret}"/></w:comments>""")),
        ("word/_rels/settings.xml.rels", Xml($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/attachedTemplate" Target="file:///home/{Secret}/a.dotx" TargetMode="External"/><Relationship Id="r2" Type="x/hyperlink" Target="https://kept.example/" TargetMode="External"/></Relationships>""")),
        ("word/media/image1.jpeg", Jpeg(1)),
        .. more,
    ]);

    private static byte[] Odt() => Zip(
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()),
        ("meta.xml", Xml($"<a>{Secret}</a>")), ("Thumbnails/thumbnail.png", s_secret),
        ("content.xml", Xml($"""<office:document-content xmlns:office="urn:o" xmlns:dc="urn:dc" xmlns:text="urn:t"><office:annotation><dc:creator>{Secret}</dc:creator><dc:date>2025-01-01T00:00:00</dc:date></office:annotation><text:p>Kept words</text:p></office:document-content>""")),
        ("META-INF/manifest.xml", Xml("""<m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="Thumbnails/thumbnail.png"/><m:file-entry m:full-path="content.xml"/></m:manifest>""")),
    ]);

    private static byte[] Xml(string text) => Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + text);

    private static byte[] Zip((string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A page with words, and an information dictionary, XMP, a script, an attached file, a comment with its author, and an earlier version.</summary>
    public static byte[] Pdf()
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R/OpenAction<</S/JavaScript/JS(" + Secret + ")>>/Names<</EmbeddedFiles<</Names[(a) 7 0 R]>>>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Annots[8 0 R 9 0 R]/PieceInfo<</X(" + Secret + ")>>>>",
            "<</Length 30>>\nstream\nBT (Kept words) Tj ET%%%%%%%%%\nendstream",
            $"<</Type/Metadata/Subtype/XML/Length {Secret.Length}>>\nstream\n{Secret}\nendstream",
            $"<</Author({Secret})>>",
            $"<</Type/Filespec/F({Secret})>>",
            $"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T({Secret})/Contents(Kept comment)>>",
            $"<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 7 0 R/Contents({Secret})>>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(p => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n"));
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R/Info 6 0 R/ID[<00><00>]>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }
}
