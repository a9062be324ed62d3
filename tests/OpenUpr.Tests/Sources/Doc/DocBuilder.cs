using System.Buffers.Binary;
using System.Text;
using OpenUpr.Sources.Doc;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Doc;

/// <summary>Builds small Word 97-2003 files: a compound file with the head, the text in pieces, and pages of formatting.</summary>
internal sealed class DocBuilder
{
    private const int TextAt = 0x600;
    private const int StreamBytes = 8192;

    private readonly List<(string Text, bool IsWide)> _pieces = [];
    private readonly List<(int Start, int End, byte[] Changes)> _looks = [];
    private readonly List<(int Start, int End, byte[] Changes)> _shapes = [];
    private int _at = TextAt;

    public int FootnoteLength { get; init; }

    /// <summary>Changes the finished head, to damage it.</summary>
    public Action<byte[]> Head { get; init; } = _ => { };

    /// <summary>Changes the finished stream of tables.</summary>
    public Action<byte[]> Tables { get; init; } = _ => { };

    /// <summary>Adds text; marks as in the file: "\r" a paragraph's end, "\a" a cell's or row's.</summary>
    /// <param name="look">Changes to the characters ("sprm"), such as 35 08 01 for bold.</param>
    /// <param name="shape">Changes to the paragraph, such as 16 24 01 for one in a table.</param>
    public DocBuilder Text(string text, bool wide = false, byte[]? look = null, byte[]? shape = null)
    {
        var end = _at + (text.Length * (wide ? 2 : 1));
        _pieces.Add((text, wide));
        _looks.Add((_at, end, look ?? []));
        _shapes.Add((_at, end, shape ?? []));
        _at = end;
        return this;
    }

    public PaperText Read() => Read(Build());

    public static PaperText Read(byte[] file) => DocReader.Read(new MemoryStream(file, writable: false), file.Length, TestContext.Current.CancellationToken);

    public byte[] Build()
    {
        var document = new byte[StreamBytes];
        var tables = new byte[StreamBytes];
        var letters = _pieces.Sum(p => p.Text.Length);
        U16(document, 0, 0xA5EC);
        U16(document, 2, 0x00C1);
        U16(document, 10, 0x0200);
        U32(document, 0x4C, (uint)(letters - FootnoteLength));
        U32(document, 0x50, (uint)FootnoteLength);
        WriteText(document);
        WritePieces(document, tables, letters);
        WritePage(document, tables, 0xFA, 0x1000, 0x800, _looks, false);
        WritePage(document, tables, 0x102, 0x1200, 0x840, _shapes, true);
        Head(document);
        Tables(tables);
        return CompoundBuilder.Build(("WordDocument", document), ("1Table", tables));
    }

    private void WriteText(byte[] document)
    {
        var at = TextAt;
        foreach (var (text, isWide) in _pieces)
        {
            var bytes = (isWide ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(1252)!).GetBytes(text);
            bytes.CopyTo(document.AsSpan(at));
            at += bytes.Length;
        }
    }

    private void WritePieces(byte[] document, byte[] tables, int letters)
    {
        var length = (4 * (_pieces.Count + 1)) + (8 * _pieces.Count);
        U32(document, 0x01A2, 0);
        U32(document, 0x01A6, (uint)(5 + length));
        tables[0] = 2;
        U32(tables, 1, (uint)length);
        var (letter, place) = (0, TextAt);
        for (var i = 0; i < _pieces.Count; i++)
        {
            U32(tables, 5 + (4 * i), (uint)letter);
            U32(tables, 5 + (4 * (_pieces.Count + 1)) + (8 * i) + 2, _pieces[i].IsWide ? (uint)place : 0x40000000 | (uint)(place * 2));
            letter += _pieces[i].Text.Length;
            place += _pieces[i].Text.Length * (_pieces[i].IsWide ? 2 : 1);
        }

        U32(tables, 5 + (4 * _pieces.Count), (uint)letters);
    }

    private static void WritePage(byte[] document, byte[] tables, int head, int page, int table, List<(int Start, int End, byte[] Changes)> runs, bool isParagraphs)
    {
        U32(document, head, (uint)table);
        U32(document, head + 4, 12);
        U32(tables, table, TextAt);
        U32(tables, table + 4, (uint)runs[^1].End);
        U32(tables, table + 8, (uint)(page / 512));
        var width = isParagraphs ? 13 : 1;
        var free = 500;
        document[page + 511] = (byte)runs.Count;
        for (var i = 0; i < runs.Count; i++)
        {
            U32(document, page + (4 * i), (uint)runs[i].Start);
            U32(document, page + (4 * (i + 1)), (uint)runs[i].End);
            // Lengths count in pairs of bytes for paragraphs, behind a style's number of two bytes.
            byte[] data = isParagraphs ? [(byte)((runs[i].Changes.Length + 4) / 2), 0, 0, .. runs[i].Changes] : [(byte)runs[i].Changes.Length, .. runs[i].Changes];
            free -= (data.Length + 1) / 2 * 2;
            data.CopyTo(document.AsSpan(page + free));
            document[page + (4 * (runs.Count + 1)) + (width * i)] = (byte)(free / 2);
        }
    }

    private static void U16(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);

    private static void U32(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
}
