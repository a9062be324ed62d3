using System.Globalization;
using System.Text;
using System.Xml;

namespace OpenUpr.Sources.Docx;

/// <summary>
/// Walks one XML part from top to bottom without holding it in memory. Elements go by their local name: the transitional and the strict
/// form of a document differ in nothing but the namespaces' addresses.
/// </summary>
internal sealed class WordXml : IDisposable
{
    private const int MaxDepth = 400;
    private const int MaxElements = 10_000_000;
    private const int MaxTextLength = 4_000_000;

    private readonly XmlReader _xml;
    private readonly string _part;
    private readonly CancellationToken _cancel;
    private readonly char[] _buffer = new char[4096];
    private int _elements;

    public WordXml(Stream content, string part, CancellationToken cancel)
    {
        _part = part;
        _cancel = cancel;
        _xml = XmlReader.Create(content, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = DocxPackage.MaxUnpacked,
            CloseInput = true,
        });
    }

    public string Name => _xml.LocalName;

    /// <summary>Goes to the root element; false in an empty part.</summary>
    public bool ToRoot()
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Begins to read what the current element holds: hand the result to <see cref="Next"/>. A child that nobody enters is passed over.</summary>
    public int Enter() => _xml.IsEmptyElement ? -1 : _xml.Depth;

    /// <summary>Goes to the next child element; false after the last one.</summary>
    public bool Next(int inside)
    {
        while (inside >= 0 && Read())
        {
            if (_xml.Depth <= inside)
            {
                return false;
            }

            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == inside + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The characters of the current element, which holds no others.</summary>
    public string ReadText()
    {
        var inside = Enter();
        var text = new StringBuilder();
        while (inside >= 0 && Read() && _xml.Depth > inside)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                AppendValue(text);
            }
        }

        return text.ToString();
    }

    public string? Attribute(string name)
    {
        if (_xml.GetAttribute(name) is { } plain)
        {
            return plain;
        }

        string? value = null;
        while (value is null && _xml.MoveToNextAttribute())
        {
            value = _xml.LocalName == name ? _xml.Value : null;
        }

        _xml.MoveToElement();
        return value;
    }

    /// <summary>The attribute "val", where most of Word's settings stand.</summary>
    public string? Val => Attribute("val");

    /// <summary>A switch: on when it stands there without a value (ECMA-376, part 1, 17.17.4).</summary>
    public bool IsOn => Val is null or "1" or "true" or "on";

    /// <summary>A number, with or without a fraction or unit; null when it is none or beyond any use.</summary>
    public double? Number(string attribute) =>
        double.TryParse(Attribute(attribute)?.TrimEnd('p', 't'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e9 ? value : null;

    public int? Whole(string attribute) => (int?)Number(attribute);

    public void Dispose() => _xml.Dispose();

    /// <summary>Takes a text node in pieces, so that one of many megabytes is refused before it is whole.</summary>
    private void AppendValue(StringBuilder text)
    {
        int read;
        while ((read = _xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
        {
            text.Append(_buffer, 0, read);
            if (text.Length > MaxTextLength)
            {
                throw new SourceException($"The Word document has more than {MaxTextLength:N0} letters in one place in {_part}, which no paper has. It is not read. Save it anew from Word if it is genuine.");
            }
        }
    }

    private bool Read()
    {
        if (!_xml.Read())
        {
            return false;
        }

        if (_xml.Depth > MaxDepth)
        {
            throw new SourceException($"The Word document is nested more than {MaxDepth} deep in {_part}, which no paper is. It is not read. Save it anew from Word if it is genuine.");
        }

        if ((++_elements & 0xFFF) == 0)
        {
            _cancel.ThrowIfCancellationRequested();
            if (_elements > MaxElements)
            {
                throw new SourceException($"The Word document has too many elements in {_part}; no paper has. It is not read. Save it anew from Word if it is genuine.");
            }
        }

        return true;
    }
}
