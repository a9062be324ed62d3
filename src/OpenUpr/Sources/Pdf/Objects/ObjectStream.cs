namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>Many small objects compressed together (ISO 32000-1, 7.5.7).</summary>
internal sealed class ObjectStream
{
    private readonly Dictionary<int, int> _offsets = [];
    private readonly PdfObjects _objects;
    private readonly ArraySegment<byte> _content;

    private ObjectStream(PdfObjects objects, ArraySegment<byte> content)
    {
        _objects = objects;
        _content = content;
    }

    public IEnumerable<int> Numbers => _offsets.Keys;

    public static ObjectStream Read(PdfObjects objects, PdfStream stream)
    {
        var content = objects.Decode(stream);
        var result = new ObjectStream(objects, content);
        var header = new PdfLexer(content.Array!, content.Offset, content.Offset + content.Count, null, objects.Budget);
        var first = stream.Dictionary["First"].Int;
        for (var left = Math.Min(stream.Dictionary["N"].Int, content.Count); left > 0; left--)
        {
            var (number, offset) = (header.Read(), header.Read());
            if (!number.IsNumber || !offset.IsNumber)
            {
                break;
            }

            var at = (long)first + offset.Int;
            if (at >= 0 && at < content.Count)
            {
                result._offsets[number.Int] = (int)at;
            }
        }

        return result;
    }

    public PdfValue Get(int number)
    {
        if (!_offsets.TryGetValue(number, out var offset))
        {
            return default;
        }

        var value = new PdfLexer(_content.Array!, _content.Offset + offset, _content.Offset + _content.Count, _objects, _objects.Budget).Read();
        return value.Kind is PdfKind.Keyword or PdfKind.End ? default : value;
    }
}
