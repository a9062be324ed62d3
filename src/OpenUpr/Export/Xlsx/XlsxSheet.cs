using System.Globalization;
using System.Text;
using System.Xml;

namespace OpenUpr.Export.Xlsx;

/// <summary>A column of a sheet.</summary>
/// <param name="Width">In characters.</param>
public sealed record XlsxColumn(int Width, bool Wrap);

/// <summary>How a sheet looks.</summary>
/// <param name="HasHeader">The first row is bold, stays in sight and carries the filter.</param>
public sealed record XlsxLayout(IReadOnlyList<XlsxColumn> Columns, bool HasHeader);

/// <summary>One sheet while it is written. Rows are buffered and reach the output in pieces, asynchronously; XML is too small a grain to wait for.</summary>
public sealed class XlsxSheet : IDisposable
{
    /// <summary>Rows that a sheet can hold, by Excel's specification.</summary>
    public const int RowLimit = 1_048_576;

    private const int FlushAt = 64 * 1024;

    private readonly Stream _part;
    private readonly StagedOutput _staged;
    private readonly XlsxLayout _layout;
    private readonly string[] _letters;
    private readonly MemoryStream _buffer = new(FlushAt * 2);
    private readonly XmlWriter _xml;

    internal XlsxSheet(Stream part, StagedOutput staged, XlsxLayout layout, bool isFirst)
    {
        _part = part;
        _staged = staged;
        _layout = layout;
        _letters = [.. Enumerable.Range(1, layout.Columns.Count).Select(XlsxWriter.ColumnName)];
        // Entitize: a carriage return inside a text must come back as one.
        _xml = XmlWriter.Create(_buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        WriteHead(isFirst);
    }

    /// <summary>Rows written, the header too.</summary>
    public int Rows { get; private set; }

    /// <summary>Texts that were longer than a cell can hold.</summary>
    public int CutTexts { get; private set; }

    /// <summary>Writes a row of strings, whole numbers, shares from 0 to 1 as decimals, and nulls; cells beyond the layout's columns are a mistake of the caller.</summary>
    public async ValueTask WriteRowAsync(IReadOnlyList<object?> cells, CancellationToken cancel = default)
    {
        var number = XlsxWriter.Invariant(++Rows);
        _xml.WriteStartElement("row", XlsxWriter.Main);
        _xml.WriteAttributeString("r", number);
        if (RowHeight.Of(cells, _layout) is { } height)
        {
            // Not every program fits rows to wrapped texts when it opens a file. Without customHeight they stay free to do so.
            _xml.WriteAttributeString("ht", XlsxWriter.Invariant(height));
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { } value)
            {
                WriteCell(i, number, value);
            }
        }

        _xml.WriteEndElement();
        if (_buffer.Length >= FlushAt)
        {
            await FlushAsync(cancel);
        }
    }

    /// <summary>Writes the end of the sheet.</summary>
    public async Task EndAsync(CancellationToken cancel = default)
    {
        _xml.WriteEndElement();
        if (_layout.HasHeader)
        {
            Element("autoFilter", ("ref", $"A1:{_letters[^1]}{XlsxWriter.Invariant(Math.Max(Rows, 1))}"));
        }

        Element("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.5"), ("header", "0.3"), ("footer", "0.3"));
        Element("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        _xml.WriteEndDocument();
        await FlushAsync(cancel);
        Dispose();
        await _staged.DrainAsync(cancel);
    }

    public void Dispose()
    {
        _xml.Dispose();
        _part.Dispose();
    }

    private void WriteHead(bool isFirst)
    {
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", XlsxWriter.Main);
        _xml.WriteStartElement("sheetPr", XlsxWriter.Main);
        Element("pageSetUpPr", ("fitToPage", "1"));
        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetViews", XlsxWriter.Main);
        _xml.WriteStartElement("sheetView", XlsxWriter.Main);
        _xml.WriteAttributeString("tabSelected", isFirst ? "1" : "0");
        _xml.WriteAttributeString("workbookViewId", "0");
        if (_layout.HasHeader)
        {
            Element("pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteStartElement("cols", XlsxWriter.Main);
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            var number = XlsxWriter.Invariant(i + 1);
            Element("col", ("min", number), ("max", number), ("width", XlsxWriter.Invariant(_layout.Columns[i].Width)), ("customWidth", "1"));
        }

        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetData", XlsxWriter.Main);
    }

    private void WriteCell(int column, string row, object value)
    {
        var style = Rows == 1 && _layout.HasHeader || (column == 0 && !_layout.HasHeader) ? XlsxStyles.Header : value is decimal ? XlsxStyles.Share : _layout.Columns[column].Wrap ? XlsxStyles.Wrapped : XlsxStyles.Top;
        _xml.WriteStartElement("c", XlsxWriter.Main);
        _xml.WriteAttributeString("r", _letters[column] + row);
        _xml.WriteAttributeString("s", XlsxWriter.Invariant(style));
        if (value is string text)
        {
            WriteText(text);
        }
        else
        {
            IFormattable number = value is decimal share ? share : Convert.ToInt64(value, CultureInfo.InvariantCulture);
            _xml.WriteElementString("v", XlsxWriter.Main, number.ToString(null, CultureInfo.InvariantCulture));
        }

        _xml.WriteEndElement();
    }

    private void WriteText(string text)
    {
        var cell = XlsxText.ForCell(text, out var cut);
        CutTexts += cut ? 1 : 0;
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is", XlsxWriter.Main);
        _xml.WriteStartElement("t", XlsxWriter.Main);
        if (cell.Length > 0 && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1])))
        {
            _xml.WriteAttributeString("xml", "space", null, "preserve");
        }

        _xml.WriteString(cell);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, XlsxWriter.Main);
        foreach (var (attribute, value) in attributes)
        {
            _xml.WriteAttributeString(attribute, value);
        }

        _xml.WriteEndElement();
    }

    private async ValueTask FlushAsync(CancellationToken cancel)
    {
        _xml.Flush();
        _part.Write(_buffer.GetBuffer().AsSpan(0, (int)_buffer.Length));
        _buffer.SetLength(0);
        await _staged.DrainAsync(cancel);
    }
}
