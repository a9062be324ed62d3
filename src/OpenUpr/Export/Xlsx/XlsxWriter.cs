using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace OpenUpr.Export.Xlsx;

/// <summary>
/// Writes a workbook forward only, sheet after sheet and row after row, to a stream that need not be seekable. Our own, because the
/// Open XML SDK keeps every part in memory until the end (perf/results/export.md). The package holds no author, program or path.
/// </summary>
public sealed class XlsxWriter : IDisposable
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly StagedOutput _staged;
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _at;
    private readonly List<string> _sheets = [];

    private XlsxWriter(Stream output, DateTimeOffset at)
    {
        _staged = new StagedOutput(output);
        _zip = new ZipArchive(_staged, ZipArchiveMode.Create, leaveOpen: true);
        _at = at;
    }

    /// <param name="at">The date that the parts of the package carry.</param>
    public static async Task<XlsxWriter> CreateAsync(Stream output, DateTimeOffset at, CancellationToken cancel = default)
    {
        var writer = new XlsxWriter(output, at);
        // First in the package, because programs that look at the first bytes know a workbook by it.
        await writer.WritePartAsync("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""", cancel);
        await writer.WritePartAsync("xl/styles.xml", XlsxStyles.Part, cancel);
        return writer;
    }

    /// <summary>Begins a sheet; the one before must have ended.</summary>
    public XlsxSheet BeginSheet(string name, XlsxLayout layout)
    {
        _sheets.Add(name);
        return new XlsxSheet(NewEntry($"xl/worksheets/sheet{_sheets.Count}.xml").Open(), _staged, layout, isFirst: _sheets.Count == 1);
    }

    /// <summary>Writes what can only be known at the end. A workbook that was not finished is not a valid file.</summary>
    public async Task FinishAsync(CancellationToken cancel = default)
    {
        var sheets = Each((i, name) => $"""<sheet name="{Escape(name)}" sheetId="{i}" r:id="rId{i}"/>""");
        await WritePartAsync("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{sheets}</sheets></workbook>""", cancel);

        var relations = Each((i, _) => $"""<Relationship Id="rId{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        await WritePartAsync("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}<Relationship Id="rId{_sheets.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""", cancel);

        var parts = Each((i, _) => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Types}.worksheet+xml"/>""");
        await WritePartAsync("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{parts}</Types>""", cancel);
        _zip.Dispose();
        await _staged.DrainAsync(cancel);
    }

    /// <summary>Lets go of the archive; after a failure what is still staged is dropped.</summary>
    public void Dispose()
    {
        _zip.Dispose();
        _staged.Dispose();
    }

    private string Each(Func<int, string, string> write) => string.Concat(_sheets.Select((name, i) => write(i + 1, name)));

    private static string Escape(string name) => new XmlDocument().CreateTextNode(name).OuterXml.Replace("\"", "&quot;", StringComparison.Ordinal);

    private ZipArchiveEntry NewEntry(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _at.ToUniversalTime();
        return entry;
    }

    private async Task WritePartAsync(string name, string xml, CancellationToken cancel)
    {
        using (var part = NewEntry(name).Open())
        {
            part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml));
        }

        await _staged.DrainAsync(cancel);
    }

    /// <summary>A column's letters: 1 is A, 27 is AA.</summary>
    internal static string ColumnName(int number)
    {
        var name = string.Empty;
        for (; number > 0; number = (number - 1) / 26)
        {
            name = (char)('A' + ((number - 1) % 26)) + name;
        }

        return name;
    }

    internal static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
