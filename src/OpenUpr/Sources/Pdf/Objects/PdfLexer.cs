using System.Text;

namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>Reads values one after another from the bytes of a file or of a content stream. Forgives what other readers forgive.</summary>
/// <param name="data">The bytes.</param>
/// <param name="end">Where to stop.</param>
/// <param name="objects">The file, for references; null in content streams, where "1 0 R" has no meaning.</param>
/// <param name="budget">Counts every value.</param>
internal sealed class PdfLexer(byte[] data, int start, int end, PdfObjects? objects, PdfBudget budget)
{
    private const int MaxNameLength = 256;

    private const int MaxNested = 1_000_000;

    private int _at = start;
    private int _nested;

    public int Position
    {
        get => _at;
        set => _at = Math.Clamp(value, 0, end);
    }

    public int End => end;

    public byte[] Data => data;

    public static bool IsSpace(byte b) => b is 0x20 or 0x0A or 0x0D or 0x09 or 0x0C or 0x00;

    public static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private static bool IsRegular(byte b) => !IsSpace(b) && !IsDelimiter(b);

    public void SkipSpace()
    {
        while (_at < end)
        {
            var b = data[_at];
            if (b == '%')
            {
                while (_at < end && data[_at] is not (0x0A or 0x0D))
                {
                    _at++;
                }
            }
            else if (!IsSpace(b))
            {
                return;
            }
            else
            {
                _at++;
            }
        }
    }

    /// <summary>The next value, with everything in it; a value of kind End at the end.</summary>
    public PdfValue Read(int depth = 0)
    {
        var begin = _at;
        budget.Step();
        SkipSpace();
        Count(depth);
        budget.Scan(_at - begin);
        if (_at >= end)
        {
            return PdfValue.End;
        }

        var b = data[_at];
        switch (b)
        {
            case (byte)'/':
                _at++;
                return PdfValue.OfName(ReadName());
            case (byte)'(':
                return ReadString(PdfStringReader.Literal);
            case (byte)'<' when _at + 1 < end && data[_at + 1] == '<':
                _at += 2;
                return ReadDictionary(depth);
            case (byte)'<':
                return ReadString(PdfStringReader.Hexadecimal);
            case (byte)'[':
                _at++;
                return ReadArray(depth);
            case (byte)'>' when _at + 1 < end && data[_at + 1] == '>':
                _at += 2;
                return new(PdfKind.Keyword, 0, ">>");
            case (byte)']' or (byte)')' or (byte)'>' or (byte)'{' or (byte)'}':
                _at++;
                return new(PdfKind.Keyword, 0, b switch { (byte)']' => "]", (byte)'{' => "{", (byte)'}' => "}", _ => ")" });
            default:
                return b is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' ? ReadNumber() : ReadWord();
        }
    }

    private delegate byte[] StringForm(byte[] data, ref int at, int end);

    private PdfValue ReadString(StringForm form)
    {
        var begin = _at;
        var bytes = form(data, ref _at, end);
        budget.Scan(_at - begin);
        return new(PdfKind.String, 0, bytes);
    }

    /// <summary>What stays in memory: everything in a file's objects, and whatever one operand holds.</summary>
    private void Count(int depth)
    {
        _nested = depth == 0 ? 0 : _nested + 1;
        if (objects is not null)
        {
            budget.CountValue();
        }
        else if (_nested > MaxNested)
        {
            throw PdfError.TooMuch("a part of it has too many parts");
        }
    }

    private PdfValue ReadArray(int depth)
    {
        PdfBudget.MustNotNest(depth);
        var items = new List<PdfValue>();
        while (true)
        {
            var value = Read(depth + 1);
            if (value.Kind == PdfKind.End || value.IsKeyword("]"))
            {
                break;
            }

            if (value.IsKeyword("endobj") || value.IsKeyword(">>"))
            {
                // The bracket was forgotten: give back what closes something larger.
                _at -= value.Keyword!.Length;
                break;
            }

            if (value.Kind != PdfKind.Keyword)
            {
                items.Add(value);
            }
        }

        return new(PdfKind.Array, 0, new PdfArray(items, objects));
    }

    private PdfValue ReadDictionary(int depth)
    {
        PdfBudget.MustNotNest(depth);
        var dictionary = new PdfDictionary(objects);
        while (true)
        {
            var key = Read(depth + 1);
            if (key.Kind == PdfKind.End || key.IsKeyword(">>"))
            {
                break;
            }

            if (key.IsKeyword("endobj") || key.IsKeyword("stream"))
            {
                _at -= key.Keyword!.Length;
                break;
            }

            if (key.Name is not { } name)
            {
                continue;
            }

            var value = Read(depth + 1);
            if (value.IsKeyword(">>") || value.Kind == PdfKind.End)
            {
                break;
            }

            if (value.Kind != PdfKind.Keyword)
            {
                dictionary[name] = value;
            }
        }

        return new(PdfKind.Dictionary, 0, dictionary);
    }

    private PdfValue ReadNumber()
    {
        var first = _at;
        var number = ReadPlainNumber(out var isWhole);
        if (_at == first)
        {
            return ReadWord();
        }

        if (objects is null || !isWhole || number < 0)
        {
            return PdfValue.Of(number);
        }

        // "12 0 R" is one value: look ahead for it and go back if it is none.
        var after = _at;
        SkipSpace();
        var second = _at;
        while (_at < end && data[_at] is >= (byte)'0' and <= (byte)'9' && _at - second < 6)
        {
            _at++;
        }

        if (_at > second)
        {
            SkipSpace();
            if (_at < end && data[_at] == 'R' && (_at + 1 >= end || !IsRegular(data[_at + 1])))
            {
                _at++;
                return new(PdfKind.Reference, number, null);
            }
        }

        _at = after;
        return PdfValue.Of(number);
    }

    /// <summary>Digits with signs and a point; a second sign or point ends or is passed over, as in other readers.</summary>
    private double ReadPlainNumber(out bool isWhole)
    {
        const double Large = 1e15;
        var (value, scale, negative, digits, first) = (0.0, 0.0, false, 0, _at);
        for (; _at < end; _at++)
        {
            var b = data[_at];
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
                if (scale > 0)
                {
                    value += (b - '0') * scale;
                    scale /= 10;
                }
                else
                {
                    value = Math.Min((value * 10) + (b - '0'), Large);
                }
            }
            else if (b == '.' && scale == 0)
            {
                scale = 0.1;
            }
            else if (b == '-' && digits == 0)
            {
                negative = true;
            }
            else if (!(b == '+' && _at == first) && b != '-')
            {
                break;
            }
        }

        isWhole = scale == 0 && digits > 0;
        if (digits == 0 && scale == 0 && !negative)
        {
            _at = first;
        }

        return negative ? -value : value;
    }

    private PdfValue ReadWord()
    {
        var first = _at;
        while (_at < end && IsRegular(data[_at]))
        {
            _at++;
        }

        if (_at == first)
        {
            _at++;
        }

        var word = data.AsSpan(first, Math.Min(_at - first, MaxNameLength));
        return word.SequenceEqual("true"u8) ? new(PdfKind.Boolean, 1, null)
            : word.SequenceEqual("false"u8) ? new(PdfKind.Boolean, 0, null)
            : word.SequenceEqual("null"u8) ? default
            : new(PdfKind.Keyword, 0, budget.Names.Get(word));
    }

    private string ReadName()
    {
        var first = _at;
        var escaped = false;
        while (_at < end && IsRegular(data[_at]))
        {
            escaped |= data[_at] == '#';
            _at++;
        }

        var raw = data.AsSpan(first, Math.Min(_at - first, MaxNameLength));
        return escaped ? Unescape(raw) : budget.Names.Get(raw);
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var name = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && PdfStringReader.Digit(raw[i + 1]) is var high and >= 0 && PdfStringReader.Digit(raw[i + 2]) is var low and >= 0)
            {
                name.Append((char)((high << 4) | low));
                i += 2;
            }
            else
            {
                name.Append((char)raw[i]);
            }
        }

        return name.ToString();
    }
}
