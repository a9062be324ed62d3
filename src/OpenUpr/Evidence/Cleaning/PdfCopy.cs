using System.Globalization;
using System.Text;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>Writes the objects that a document's catalogue still leads to, each at its old number.</summary>
internal sealed class PdfCopy : IDisposable
{
    private const int MaxDepth = 100;

    private readonly PdfObjects _document;
    private readonly CleaningJob _job;
    private readonly MemoryStream _out = new();
    private readonly Queue<int> _waiting = new();
    private readonly Dictionary<int, long> _places = [];
    private readonly HashSet<int> _asked = [];

    private PdfCopy(PdfObjects document, CleaningJob job) => (_document, _job) = (document, job);

    public static byte[] Write(PdfObjects document, PdfDictionary catalogue, CleaningJob job)
    {
        using var copy = new PdfCopy(document, job);
        return copy.Write(catalogue);
    }

    public void Dispose() => _out.Dispose();

    private byte[] Write(PdfDictionary catalogue)
    {
        _out.Write("%PDF-1.7\n%\u00e2\u00e3\n"u8);
        // At its own number, so that cleaning a clean copy changes nothing.
        var root = _document.Trailer.Raw("Root") is { Kind: PdfKind.Reference, Int: > 0 } own ? own.Int : _document.Numbers.DefaultIfEmpty().Max() + 1;
        _asked.Add(root);
        Begin(root);
        Dictionary(catalogue, PdfRules.Catalogue, 0);
        _out.Write("\nendobj\n"u8);
        while (_waiting.TryDequeue(out var number))
        {
            _job.Step();
            Begin(number);
            Value(_document.Get(number), 0);
            _out.Write("\nendobj\n"u8);
        }

        return Finish(root);
    }

    private void Begin(int number)
    {
        _places[number] = _out.Length;
        Text($"{number} 0 obj\n");
    }

    private byte[] Finish(int root)
    {
        var table = _out.Length;
        Text($"xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in _places.OrderBy(p => p.Key))
        {
            Text($"{number} 1\n{place:0000000000} 00000 n \n");
        }

        Text($"trailer\n<</Size {_places.Keys.Max() + 1}/Root {root} 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return _out.ToArray();
    }

    private void Value(PdfValue value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new CleaningException(Blocks.TooMuch);
        }

        switch (value.Kind)
        {
            case PdfKind.Boolean: Text($"{(value.Number != 0 ? "true" : "false")}"); break;
            case PdfKind.Number: Text($"{value.Number.ToString("0.##########", CultureInfo.InvariantCulture)}"); break;
            case PdfKind.Name: Name(value.Name!); break;
            case PdfKind.String: Text($"<{Convert.ToHexString(value.Bytes!)}>"); break;
            case PdfKind.Reference: Reference(value.Int); break;
            case PdfKind.Array: Array(value.Array!, depth); break;
            case PdfKind.Dictionary: Dictionary(value.Dictionary!, PdfRules.Of(value.Dictionary!), depth); break;
            case PdfKind.Stream: Stream(value.Stream!, depth); break;
            default: _out.Write("null"u8); break;
        }
    }

    private void Reference(int number)
    {
        if (number < 1)
        {
            _out.Write("null"u8);
            return;
        }

        if (PdfRules.IsRemoved(_document.Get(number).Dictionary))
        {
            _out.Write("null"u8);
            return;
        }

        Text($"{number} 0 R");
        if (_asked.Add(number))
        {
            _waiting.Enqueue(number);
        }
    }

    private void Array(PdfArray array, int depth)
    {
        _out.WriteByte((byte)'[');
        for (var i = 0; i < array.Count; i++)
        {
            // A comment or attached file that goes leaves no gap: a list of annotations may not hold null.
            if (PdfRules.IsRemoved(array[i].Dictionary))
            {
                _job.Remove("attachment");
                continue;
            }

            Value(array.Raw(i), depth + 1);
            _out.WriteByte((byte)' ');
        }

        _out.WriteByte((byte)']');
    }

    private void Dictionary(PdfDictionary dictionary, PdfRules rules, int depth, (string Key, string Value)? also = null)
    {
        _out.Write("<<"u8);
        foreach (var key in dictionary.Keys)
        {
            if (key == also?.Key)
            {
                continue;
            }

            if (!rules.Keeps(key, dictionary[key]))
            {
                _job.Remove(PdfRules.KindOf(key), PdfRules.KindOf(key).Length > 0 ? 1 : 0);
                continue;
            }

            Name(key);
            _out.WriteByte((byte)' ');
            Value(dictionary.Raw(key), depth + 1);
        }

        if (also is { } pair)
        {
            Name(pair.Key);
            Text($" {pair.Value}");
        }

        _out.Write(">>"u8);
    }

    /// <summary>The bytes stay coded as they are; photographs among them are cleaned as photographs.</summary>
    private void Stream(PdfStream stream, int depth)
    {
        if (stream.Dictionary.Keys.Any(k => k is "F" or "FFilter" or "FDecodeParms"))
        {
            throw new CleaningException(Blocks.Outside);
        }

        var bytes = _document.Data.AsSpan(stream.Start, Math.Min(stream.Length, _document.Length - stream.Start)).ToArray();
        var filter = stream.Dictionary["Filter"];
        var first = filter.Name ?? filter.Array?[0].Name;
        var count = filter.Array?.Count ?? 1;
        if (first is "DCTDecode" or "DCT" && count == 1)
        {
            bytes = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? JpegCleaner.Clean(bytes, _job) : throw new CleaningException(Blocks.Inside);
        }
        else if (first == "JPXDecode" || (filter.Array is { } many && Enumerable.Range(1, Math.Max(0, many.Count - 1)).Any(i => many[i].Name is "DCTDecode" or "DCT" or "JPXDecode")))
        {
            throw new CleaningException(Blocks.Inside);
        }

        Dictionary(stream.Dictionary, PdfRules.Of(stream.Dictionary), depth, ("Length", bytes.Length.ToString(CultureInfo.InvariantCulture)));
        _out.Write("\nstream\n"u8);
        _out.Write(bytes);
        _out.Write("\nendstream"u8);
    }

    private void Name(string name)
    {
        _out.WriteByte((byte)'/');
        foreach (var c in name)
        {
            if (c is > '!' and < '\u007f' and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%'))
            {
                _out.WriteByte((byte)c);
            }
            else
            {
                Text($"#{(byte)c:X2}");
            }
        }
    }

    private void Text(FormattableString text) => _out.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
}
