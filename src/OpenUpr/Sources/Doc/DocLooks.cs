using System.Buffers.Binary;

namespace OpenUpr.Sources.Doc;

/// <summary>What matters of a character's or paragraph's formatting.</summary>
[Flags]
internal enum DocLook
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Hidden = 4,

    /// <summary>Deleted with changes being tracked.</summary>
    Deleted = 8,

    /// <summary>The paragraph stands in a table.</summary>
    InTable = 16,

    /// <summary>The paragraph is the mark at the end of a table's row.</summary>
    RowEnd = 32,
}

/// <summary>
/// Formatting by the bytes of the text: pages of 512 bytes with runs ([MS-DOC] 2.9.33 for characters, 2.9.175 for paragraphs). Only what a run
/// says itself counts; styles are not read.
/// </summary>
internal sealed class DocLooks
{
    private const int PageBytes = 512;

    private readonly List<(int Start, int End, DocLook Look)> _runs = [];
    private int _last;

    private DocLooks()
    {
    }

    public static DocLooks OfCharacters(DocHeader header) => Read(header, 0xFA, isParagraphs: false);

    public static DocLooks OfParagraphs(DocHeader header) => Read(header, 0x102, isParagraphs: true);

    /// <summary>The look at a byte of the text; quick when asked from first to last.</summary>
    public DocLook At(int place)
    {
        if (_last < _runs.Count && _runs[_last].Start <= place && place < _runs[_last].End)
        {
            return _runs[_last].Look;
        }

        var (low, high) = (0, _runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (place < _runs[middle].Start)
            {
                high = middle - 1;
            }
            else if (place >= _runs[middle].End)
            {
                low = middle + 1;
            }
            else
            {
                _last = middle;
                return _runs[middle].Look;
            }
        }

        return DocLook.None;
    }

    private static DocLooks Read(DocHeader header, int at, bool isParagraphs)
    {
        var looks = new DocLooks();
        var table = header.Table(at);
        var pages = Math.Min(Math.Max(0, (table.Length - 4) / 8), (header.Document.Length / PageBytes) + 1);
        for (var i = 0; i < pages; i++)
        {
            var page = (long)(BinaryPrimitives.ReadUInt32LittleEndian(table[((4 * ((table.Length - 4) / 8 + 1)) + (4 * i))..]) & 0x3FFFFF) * PageBytes;
            if (page + PageBytes <= header.Document.Length)
            {
                looks.ReadPage(header.Document.AsSpan((int)page, PageBytes), isParagraphs);
            }
        }

        looks._runs.Sort((a, b) => a.Start.CompareTo(b.Start));
        return looks;
    }

    private void ReadPage(ReadOnlySpan<byte> page, bool isParagraphs)
    {
        var runs = page[^1];
        var width = isParagraphs ? 13 : 1;
        if ((4 * (runs + 1)) + (width * runs) >= PageBytes)
        {
            return;
        }

        for (var i = 0; i < runs; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(page[(4 * i)..]);
            var end = BinaryPrimitives.ReadInt32LittleEndian(page[(4 * (i + 1))..]);
            var offset = page[(4 * (runs + 1)) + (width * i)] * 2;
            if (end > start && start >= 0)
            {
                _runs.Add((start, end, offset == 0 ? DocLook.None : DocChanges.Read(isParagraphs ? ParagraphChanges(page, offset) : CharacterChanges(page, offset))));
            }
        }
    }

    private static ReadOnlySpan<byte> CharacterChanges(ReadOnlySpan<byte> page, int offset) => Slice(page, offset + 1, page[offset]);

    /// <summary>The length counts in pairs of bytes, and a style's number stands in front.</summary>
    private static ReadOnlySpan<byte> ParagraphChanges(ReadOnlySpan<byte> page, int offset)
    {
        var pairs = page[offset];
        return pairs != 0 ? Slice(page, offset + 3, (pairs * 2) - 3)
            : offset + 1 < page.Length ? Slice(page, offset + 4, (page[offset + 1] * 2) - 2) : [];
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> page, int start, int length) =>
        length <= 0 || start + length > page.Length ? [] : page.Slice(start, length);
}
