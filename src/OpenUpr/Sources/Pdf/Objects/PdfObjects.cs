using OpenUpr.Sources.Pdf.Encryption;
using OpenUpr.Sources.Pdf.Filters;

namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>The numbered objects of a file: finds them through its cross-reference table, or by reading through the file when that is damaged.</summary>
internal sealed class PdfObjects
{
    private const int MaxChain = 16;

    private readonly Dictionary<int, PdfValue> _read = [];
    private readonly Dictionary<int, ObjectStream?> _containers = [];
    private readonly HashSet<int> _underWay = [];
    private XrefTable _xref;

    private PdfObjects(byte[] data, int length, PdfBudget budget)
    {
        Data = data;
        Length = length;
        Budget = budget;
        _xref = new XrefTable();
    }

    public byte[] Data { get; }

    public int Length { get; }

    public PdfBudget Budget { get; }

    /// <summary>Opens what is protected without a password; null in plain files.</summary>
    public Decryptor? Decryptor { get; private set; }

    public PdfDictionary Trailer => _xref.Trailer ?? new PdfDictionary(this);

    /// <summary>Whether the places of its objects had to be found by reading through the file.</summary>
    public bool IsRebuilt => _xref.IsRebuilt;

    public IEnumerable<int> Numbers => _xref.Entries.Keys;

    /// <exception cref="SourceException">There is nothing in it that could be read, or it needs a password.</exception>
    public static PdfObjects Open(ReadOnlyMemory<byte> content, PdfBudget budget)
    {
        var segment = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(content, out var array) && array.Offset == 0 ? array : new ArraySegment<byte>(content.ToArray());
        var objects = new PdfObjects(segment.Array!, segment.Count, budget);
        objects._xref = XrefReader.Read(objects) ?? XrefRebuilder.Rebuild(objects);
        objects.OpenEncryption();
        if (objects.Catalog() is null && !objects._xref.IsRebuilt)
        {
            objects.Rebuild();
        }

        return objects;
    }

    public PdfDictionary? Catalog() => Trailer["Root"].Dictionary is { } root && root["Pages"].Dictionary is not null ? root : null;

    /// <summary>Reads through the whole file for objects; false when that was done before.</summary>
    public bool Rebuild()
    {
        if (_xref.IsRebuilt)
        {
            return false;
        }

        _xref = XrefRebuilder.Rebuild(this);
        _read.Clear();
        _containers.Clear();
        OpenEncryption();
        return true;
    }

    /// <summary>Follows a reference to its value; null where it leads nowhere or in a circle.</summary>
    public static PdfValue Resolve(PdfObjects? objects, PdfValue value)
    {
        for (var i = 0; value.Kind == PdfKind.Reference; i++)
        {
            if (objects is null || i >= MaxChain)
            {
                return default;
            }

            value = objects.Get(value.Int);
        }

        return value;
    }

    public PdfValue Get(int number)
    {
        if (_read.TryGetValue(number, out var known))
        {
            return known;
        }

        // An object that is needed to read itself, such as a length within its own stream, is none.
        if (!_underWay.Add(number))
        {
            return default;
        }

        try
        {
            if (_underWay.Count > PdfBudget.MaxDepth)
            {
                return default;
            }

            var value = Load(number);
            _read[number] = value;
            return value;
        }
        finally
        {
            _underWay.Remove(number);
        }
    }

    /// <summary>The bytes of a stream without its filters.</summary>
    public ArraySegment<byte> Decode(PdfStream stream) => StreamDecoder.Decode(this, stream);

    /// <summary>Reads "12 0 obj" and what follows it.</summary>
    /// <returns>The object's number, or -1 when none stands there.</returns>
    public int ReadAt(int offset, out PdfValue value)
    {
        value = default;
        if (offset < 0 || offset >= Length)
        {
            return -1;
        }

        var lexer = new PdfLexer(Data, offset, Length, this, Budget);
        var (number, generation, word) = (lexer.Read(), lexer.Read(), lexer.Read());
        if (!number.IsNumber || !generation.IsNumber || word.Keyword?.StartsWith("obj", StringComparison.Ordinal) != true)
        {
            return -1;
        }

        lexer.Position -= word.Keyword.Length - "obj".Length;
        value = lexer.Read();
        if (value.Kind == PdfKind.Keyword)
        {
            value = default;
        }
        else if (value.Kind == PdfKind.Dictionary)
        {
            value = StreamFinder.ReadStream(this, lexer, value, number.Int, generation.Int);
        }

        return number.Int;
    }

    private PdfValue Load(int number)
    {
        Budget.Step();
        if (!_xref.Entries.TryGetValue(number, out var entry))
        {
            return default;
        }

        if (entry.Container >= 0)
        {
            return FromContainer(entry.Container, number);
        }

        if (ReadAt(entry.Offset, out var value) == number)
        {
            return value;
        }

        return Rebuild() && _xref.Entries.TryGetValue(number, out entry) && entry.Container < 0 && ReadAt(entry.Offset, out value) == number ? value : default;
    }

    private PdfValue FromContainer(int container, int number)
    {
        if (!_containers.TryGetValue(container, out var objects))
        {
            objects = Get(container).Stream is { } stream ? ObjectStream.Read(this, stream) : null;
            _containers[container] = objects;
        }

        return objects?.Get(number) ?? default;
    }

    private void OpenEncryption()
    {
        Decryptor = null;
        if (Trailer["Encrypt"].Dictionary is { } encrypt)
        {
            Decryptor = Decryptor.Open(encrypt, Trailer["ID"].Array?[0].Bytes ?? []);
            _read.Clear();
            _containers.Clear();
        }
    }
}
