using System.Buffers.Binary;
using System.Text;

namespace OpenUpr.Sources.Doc;

/// <summary>
/// The characters of a document in order, put together from its pieces ([MS-DOC] 2.8.35, 2.9.73, 2.9.178). Each remembers the byte where
/// it lies, because formatting goes by bytes.
/// </summary>
internal sealed class DocText
{
    private const int MaxLetters = 8_000_000;
    private const int PieceTableAt = 0x01A2;
    private const int PieceBytes = 8;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly StringBuilder _letters = new();
    private readonly List<int> _bytes = [];

    public string Letters { get; private set; } = "";

    /// <summary>Where each character lies in the file's text stream.</summary>
    public IReadOnlyList<int> Bytes => _bytes;

    /// <exception cref="SourceException">The table of pieces is damaged.</exception>
    public static DocText Read(DocHeader header)
    {
        var text = new DocText();
        var pieces = FindPieces(header.Table(PieceTableAt));
        var count = (pieces.Length - 4) / (PieceBytes + 4);
        for (var i = 0; i < count; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(pieces[(4 * i)..]);
            var end = BinaryPrimitives.ReadInt32LittleEndian(pieces[(4 * (i + 1))..]);
            if (start != text._bytes.Count || end < start || end > MaxLetters)
            {
                throw DocHeader.Damaged("the pieces of its text do not fit together");
            }

            text.Add(header.Document, BinaryPrimitives.ReadUInt32LittleEndian(pieces[((4 * (count + 1)) + (PieceBytes * i) + 2)..]), end - start);
        }

        text.Letters = text._letters.ToString();
        return text;
    }

    /// <summary>The table of pieces behind lists of changes, each with its kind and length in front.</summary>
    private static ReadOnlySpan<byte> FindPieces(ReadOnlySpan<byte> table)
    {
        const byte Changes = 1;
        const byte Pieces = 2;
        while (table.Length > 5)
        {
            if (table[0] == Pieces)
            {
                var length = BinaryPrimitives.ReadUInt32LittleEndian(table[1..]);
                return length >= 4 && length <= table.Length - 5 ? table.Slice(5, (int)length) : throw DocHeader.Damaged("the table of its text is cut off");
            }

            var skip = 3 + BinaryPrimitives.ReadUInt16LittleEndian(table[1..]);
            if (table[0] != Changes || skip > table.Length)
            {
                break;
            }

            table = table[skip..];
        }

        throw DocHeader.Damaged("the table of its text is missing");
    }

    private void Add(byte[] document, uint place, int letters)
    {
        const uint OneByte = 0x40000000;
        var isOneByte = (place & OneByte) != 0;
        var start = (place & 0x3FFFFFFF) / (isOneByte ? 2u : 1u);
        var width = isOneByte ? 1 : 2;
        if (start + ((long)letters * width) > document.Length)
        {
            throw DocHeader.Damaged("a piece of its text is missing");
        }

        var bytes = document.AsSpan((int)start, letters * width);
        _letters.Append(isOneByte ? Western.GetString(bytes) : Encoding.Unicode.GetString(bytes));
        for (var i = 0; i < letters; i++)
        {
            _bytes.Add((int)start + (i * width));
        }

        if (_letters.Length != _bytes.Count)
        {
            throw DocHeader.Damaged("a piece of its text is no text");
        }
    }
}
