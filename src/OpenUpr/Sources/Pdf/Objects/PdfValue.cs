namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>The kinds of things that a PDF file is made of (ISO 32000-1, 7.3), and what its parser needs besides.</summary>
internal enum PdfKind : byte
{
    Null,
    Boolean,
    Number,
    Name,
    String,
    Array,
    Dictionary,
    Stream,

    /// <summary>A pointer to a numbered object; <see cref="PdfValue.Number"/> is its number.</summary>
    Reference,

    /// <summary>A bare word: an operator of a content stream, or "obj", "endobj", "xref" in a file.</summary>
    Keyword,
    End,
}

/// <summary>One value of a PDF file. A structure, because a page has thousands of numbers.</summary>
internal readonly struct PdfValue(PdfKind kind, double number, object? content)
{
    public static readonly PdfValue End = new(PdfKind.End, 0, null);

    public PdfKind Kind { get; } = kind;

    /// <summary>Also 1 for true and the object number of a reference.</summary>
    public double Number { get; } = number;

    public string? Name => Kind == PdfKind.Name ? (string)content! : null;

    public string? Keyword => Kind == PdfKind.Keyword ? (string)content! : null;

    public byte[]? Bytes => Kind == PdfKind.String ? (byte[])content! : null;

    public PdfArray? Array => content as PdfArray;

    public PdfStream? Stream => content as PdfStream;

    /// <summary>The dictionary itself, or that of a stream.</summary>
    public PdfDictionary? Dictionary => content as PdfDictionary ?? (content as PdfStream)?.Dictionary;

    public bool IsNumber => Kind == PdfKind.Number;

    /// <summary>The number as a whole one within the range of int; 0 for what is no number.</summary>
    public int Int => Kind is PdfKind.Number or PdfKind.Reference ? (int)Math.Clamp(Number, int.MinValue, int.MaxValue) : 0;

    public bool IsKeyword(string word) => Keyword == word;

    public static PdfValue Of(double number) => new(PdfKind.Number, number, null);

    public static PdfValue OfName(string name) => new(PdfKind.Name, 0, name);

    public static PdfValue Of(PdfStream stream) => new(PdfKind.Stream, 0, stream);
}

/// <summary>An array; its items are resolved when they are asked for.</summary>
internal sealed class PdfArray(List<PdfValue> items, PdfObjects? objects)
{
    public int Count => items.Count;

    public PdfValue this[int index] => index >= 0 && index < items.Count ? PdfObjects.Resolve(objects, items[index]) : default;

    /// <summary>The item as it stands, references unresolved.</summary>
    public PdfValue Raw(int index) => items[index];

    /// <summary>The numbers of an array such as a rectangle or a matrix; null when there are fewer or something else.</summary>
    public double[]? Numbers(int count)
    {
        if (items.Count < count)
        {
            return null;
        }

        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            var item = this[i];
            if (!item.IsNumber)
            {
                return null;
            }

            numbers[i] = item.Number;
        }

        return numbers;
    }
}

/// <summary>A dictionary; its values are resolved when they are asked for.</summary>
internal sealed class PdfDictionary(PdfObjects? objects)
{
    private readonly Dictionary<string, PdfValue> _values = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _values.Keys;

    public PdfValue this[string key]
    {
        get => _values.TryGetValue(key, out var value) ? PdfObjects.Resolve(objects, value) : default;
        set => _values[key] = value;
    }

    /// <summary>The value under its full or its short name, as inline images and filters have both.</summary>
    public PdfValue Get(string key, string shortKey) => _values.ContainsKey(key) ? this[key] : this[shortKey];

    /// <summary>The value as it stands, a reference unresolved.</summary>
    public PdfValue Raw(string key) => _values.GetValueOrDefault(key);
}

/// <summary>A stream: its dictionary and where its bytes lie in the file.</summary>
/// <param name="Number">Of the object, for its key in an encrypted file.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, int Start, int Length, int Number, int Generation);
