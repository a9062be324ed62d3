using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>How the cross-references of a file are written.</summary>
public enum XrefForm
{
    Table,
    Stream,

    /// <summary>Left out, as when a file is cut off.</summary>
    None,
}

/// <summary>
/// Writes small PDF files for tests, plain or odd. Objects 1 to 3 are the catalogue, the tree of pages and a font; pages and what a test adds follow.
/// </summary>
public sealed class PdfBuilder
{
    private readonly SortedDictionary<int, byte[]> _objects = [];
    private readonly List<int> _pages = [];
    private int _next = 4;

    public PdfBuilder()
    {
        Set(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
    }

    public XrefForm Xref { get; set; } = XrefForm.Table;

    /// <summary>Packs all objects that are no streams into an object stream; needs <see cref="XrefForm.Stream"/>.</summary>
    public bool PackObjects { get; set; }

    /// <summary>What stands in the trailer besides, such as an encryption dictionary.</summary>
    public string Trailer { get; set; } = "";

    /// <summary>Bytes in front of the header.</summary>
    public string Junk { get; set; } = "";

    /// <summary>Added to every offset of the cross-references: makes them wrong.</summary>
    public int Shift { get; set; }

    public int PageCount => _pages.Count;

    /// <summary>A page with the lines one below the other, from the top, as Times of 10 points.</summary>
    public PdfBuilder Page(params string[] lines)
    {
        var content = new StringBuilder("BT /F1 10 Tf 12 TL 72 720 Td\n");
        foreach (var line in lines)
        {
            content.Append('(').Append(Escape(line)).Append(") Tj T*\n");
        }

        return RawPage(content.Append("ET").ToString());
    }

    /// <summary>A page with such a content stream.</summary>
    /// <param name="resources">Besides the font F1.</param>
    /// <param name="page">More of the page's dictionary.</param>
    public PdfBuilder RawPage(string content, string resources = "", string fonts = "", string page = "") =>
        PageOf(AddStream(Encoding.Latin1.GetBytes(content), "/FlateDecode", Deflate(Encoding.Latin1.GetBytes(content))), resources, fonts, page);

    /// <summary>A page whose content is an object that the test made.</summary>
    public PdfBuilder PageOf(int content, string resources = "", string fonts = "", string page = "")
    {
        _pages.Add(Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R /Resources << /Font << /F1 3 0 R {fonts} >> {resources} >> {page} >>")));
        return this;
    }

    public int Add(string value)
    {
        Set(_next, value);
        return _next++;
    }

    public void Set(int number, string value) => _objects[number] = Encoding.Latin1.GetBytes(value);

    /// <summary>A stream with a filter that the test applied.</summary>
    /// <param name="filter">As in "/FlateDecode" or "[/ASCII85Decode /FlateDecode]"; null for none.</param>
    public int AddStream(byte[] plain, string? filter = null, byte[]? filtered = null, string more = "")
    {
        var content = filtered ?? plain;
        var head = string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} {(filter is null ? "" : "/Filter " + filter)} {more} >>\nstream\n");
        _objects[_next] = [.. Encoding.Latin1.GetBytes(head), .. content, .. "\nendstream"u8];
        return _next++;
    }

    public static byte[] Deflate(byte[] plain)
    {
        using var to = new MemoryStream();
        using (var zip = new ZLibStream(to, CompressionLevel.Fastest))
        {
            zip.Write(plain);
        }

        return to.ToArray();
    }

    public byte[] Build()
    {
        Finish();
        var file = new MemoryStream();
        Write(file, Junk + "%PDF-1.7\n");
        var packed = PackObjects ? _objects.Where(o => o.Value.AsSpan().IndexOf("\nstream\n"u8) < 0).ToDictionary() : [];
        var container = packed.Count == 0 ? 0 : Pack(packed);
        var offsets = new Dictionary<int, long>();
        foreach (var (number, value) in _objects.Where(o => !packed.ContainsKey(o.Key)))
        {
            offsets[number] = file.Position - Junk.Length + Shift;
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
            file.Write(value);
            Write(file, "\nendobj\n");
        }

        var start = file.Position - Junk.Length;
        if (Xref == XrefForm.Table)
        {
            WriteTable(file, offsets, start);
        }
        else if (Xref == XrefForm.Stream)
        {
            WriteXrefStream(file, offsets, packed.Keys.Order().ToList(), container, start);
        }

        return file.ToArray();
    }

    private void Finish()
    {
        _objects.TryAdd(1, "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray());
        var kids = string.Join(' ', _pages.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p} 0 R")));
        _objects.TryAdd(2, Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {_pages.Count} /Kids [{kids}] >>")));
    }

    private int Pack(Dictionary<int, byte[]> packed)
    {
        var (head, body) = (new StringBuilder(), new MemoryStream());
        foreach (var (number, value) in packed.OrderBy(p => p.Key))
        {
            head.Append(CultureInfo.InvariantCulture, $"{number} {body.Position} ");
            body.Write(value);
            body.WriteByte((byte)'\n');
        }

        byte[] plain = [.. Encoding.Latin1.GetBytes(head.ToString()), .. body.ToArray()];
        return AddStream(plain, "/FlateDecode", Deflate(plain), string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {packed.Count} /First {head.Length}"));
    }

    private void WriteTable(MemoryStream file, Dictionary<int, long> offsets, long start)
    {
        Write(file, string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_next}\n0000000000 65535 f \n"));
        for (var number = 1; number < _next; number++)
        {
            Write(file, offsets.TryGetValue(number, out var offset) ? string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n") : "0000000000 00000 f \n");
        }

        Write(file, string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_next} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n"));
    }

    private void WriteXrefStream(MemoryStream file, Dictionary<int, long> offsets, List<int> packed, int container, long start)
    {
        var own = _next++;
        offsets[own] = start;
        var rows = new MemoryStream();
        for (var number = 0; number < _next; number++)
        {
            var isPacked = packed.Contains(number);
            var (kind, second) = isPacked ? (2, container) : offsets.TryGetValue(number, out var offset) ? (1, offset) : (0, 0L);
            rows.Write([(byte)kind, (byte)(second >> 24), (byte)(second >> 16), (byte)(second >> 8), (byte)second, isPacked ? (byte)packed.IndexOf(number) : (byte)0]);
        }

        // With the predictor that every producer uses for it: each row as the difference to the one above.
        var differences = UpDifferences(rows.ToArray(), 6);
        var content = Deflate(differences);
        Write(file, string.Create(CultureInfo.InvariantCulture, $"{own} 0 obj\n<< /Type /XRef /Size {_next} /W [1 4 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >> /Length {content.Length} {Trailer} >>\nstream\n"));
        file.Write(content);
        Write(file, string.Create(CultureInfo.InvariantCulture, $"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n"));
    }

    private static byte[] UpDifferences(byte[] rows, int width)
    {
        var result = new MemoryStream();
        for (var row = 0; row < rows.Length; row += width)
        {
            result.WriteByte(2);
            for (var i = row; i < row + width; i++)
            {
                result.WriteByte((byte)(rows[i] - (row == 0 ? 0 : rows[i - width])));
            }
        }

        return result.ToArray();
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
