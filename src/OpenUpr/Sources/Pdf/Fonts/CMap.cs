using System.Text;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>A table from codes to text (ToUnicode) or to glyph numbers (the encoding of a composite font); ISO 32000-1, 9.7.5 and 9.10.3.</summary>
internal sealed class CMap
{
    private const int MaxEntries = 200_000;
    private const int MaxCids = 10_000;
    private const int EntryBytes = 64;

    private readonly Dictionary<int, string> _texts = [];
    private readonly List<(int Low, int High, int Cid)> _cids = [];
    private readonly PdfBudget _budget;

    private CMap(PdfBudget budget) => _budget = budget;

    public CodeSpace Codes { get; } = new();

    public bool HasTexts => _texts.Count > 0;

    public static CMap Read(PdfObjects objects, PdfStream stream)
    {
        var content = objects.Decode(stream);
        var lexer = new PdfLexer(content.Array!, content.Offset, content.Offset + content.Count, null, objects.Budget);
        var map = new CMap(objects.Budget);
        for (var value = lexer.Read(); value.Kind != PdfKind.End; value = lexer.Read())
        {
            switch (value.Keyword)
            {
                case "begincodespacerange":
                    map.ReadCodeSpaces(lexer);
                    break;
                case "beginbfchar":
                    map.ReadChars(lexer);
                    break;
                case "beginbfrange":
                    map.ReadRanges(lexer);
                    break;
                case "begincidrange":
                    map.ReadCids(lexer, isRange: true);
                    break;
                case "begincidchar":
                    map.ReadCids(lexer, isRange: false);
                    break;
                default:
                    break;
            }
        }

        return map;
    }

    /// <summary>The text of a code; null when the table does not have it.</summary>
    public string? Text(int code) => _texts.GetValueOrDefault(code);

    /// <summary>The glyph number of a code; the code itself when the table does not have it.</summary>
    public int Cid(int code)
    {
        foreach (var (low, high, cid) in _cids)
        {
            if (code >= low && code <= high)
            {
                return cid + code - low;
            }
        }

        return _cids.Count == 0 ? code : 0;
    }

    private void ReadCodeSpaces(PdfLexer lexer)
    {
        while (lexer.Read() is { Bytes: { } low } && lexer.Read() is { Bytes: { } high })
        {
            Codes.Add(low, high);
        }
    }

    private void ReadChars(PdfLexer lexer)
    {
        while (lexer.Read() is { Bytes: { } code })
        {
            var target = lexer.Read();
            if (target.Bytes is { } text)
            {
                Add(Number(code), Text(text));
            }
            else if (target.Name is { } name && GlyphNames.Text(name) is { } named)
            {
                Add(Number(code), named);
            }
        }
    }

    private void ReadRanges(PdfLexer lexer)
    {
        while (lexer.Read() is { Bytes: { } first } && lexer.Read() is { Bytes: { } last })
        {
            var (low, high) = (Number(first), Number(last));
            var target = lexer.Read();
            if (target.Array is { } array)
            {
                for (var i = 0; i < array.Count && low + i <= high; i++)
                {
                    Add(low + i, Text(array[i].Bytes ?? []));
                }
            }
            else if (target.Bytes is { Length: > 0 } bytes)
            {
                // Only the last character counts on: the others are the same for the whole range.
                var text = Text(bytes);
                for (var i = 0; low + i <= high && _texts.Count < MaxEntries && text.Length > 0; i++)
                {
                    Add(low + i, Raised(text, i));
                }
            }
        }
    }

    private static string Raised(string text, int by)
    {
        if (by == 0)
        {
            return text;
        }

        var last = text.Length >= 2 && char.IsSurrogatePair(text, text.Length - 2) ? 2 : 1;
        var code = (last == 2 ? char.ConvertToUtf32(text, text.Length - 2) : text[^1]) + by;
        return text[..^last] + (Rune.TryCreate(code, out var rune) ? rune.ToString() : "");
    }

    private void ReadCids(PdfLexer lexer, bool isRange)
    {
        while (lexer.Read() is { Bytes: { } first })
        {
            var high = isRange ? lexer.Read().Bytes ?? first : first;
            var cid = lexer.Read();
            if (cid.IsNumber && _cids.Count < MaxCids)
            {
                _cids.Add((Number(first), Number(high), cid.Int));
            }
        }
    }

    private void Add(int code, string text)
    {
        if (_texts.Count < MaxEntries)
        {
            _budget.Expand(EntryBytes);
            _texts[code] = text;
        }
    }

    private static string Text(byte[] bytes) => bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes, 0, Math.Min(bytes.Length & ~1, 64)).TrimEnd('\0');

    private static int Number(byte[] bytes)
    {
        var number = 0;
        foreach (var b in bytes.AsSpan(0, Math.Min(bytes.Length, 4)))
        {
            number = unchecked((number << 8) | b);
        }

        return number & int.MaxValue;
    }
}
