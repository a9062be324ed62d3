using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>
/// Writes a Word file: headings, paragraphs, lists, tables, with named styles that a reader can change in Word at once. The file says nothing of who or what
/// wrote it: no author, no dates, no program, no hour in the archive; the same words give the same bytes. It is made in memory; documents of this kind have tens of pages.
/// </summary>
public sealed class DocxWriter : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // The least that an archive can say.
    private static readonly DateTimeOffset s_noDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream _bytes = new();
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();
    private readonly Dictionary<string, string> _links = [];
    private readonly bool _hasPageNumbers;
    private bool _isNewPage;

    /// <param name="language">Of the text, such as "en-GB": Word checks spelling by it and readers aloud take its voice.</param>
    /// <param name="hasPageNumbers">At the foot; letters have none.</param>
    public DocxWriter(string language, bool hasPageNumbers = true)
    {
        _hasPageNumbers = hasPageNumbers;
        _document = WordprocessingDocument.Create(_bytes, WordprocessingDocumentType.Document);
        _main = _document.AddNewPart<MainDocumentPart>(MediaType + ".main+xml", "main");
        _main.Document = new Document(_body);
        DocxStyles.AddTo(_main, language);
    }

    public void Title(string text) => Add("Title", text);

    /// <param name="level">1 to 3.</param>
    public void Heading(int level, string text) => Add($"Heading{Math.Clamp(level, 1, 3)}", text);

    public void Paragraph(params ReadOnlySpan<DocxRun> runs) => Add(null, runs);

    /// <summary>Words in small print, such as where a number comes from.</summary>
    public void Small(params ReadOnlySpan<DocxRun> runs) => Add("Small", runs);

    /// <summary>Somebody's own words.</summary>
    public void Quote(params ReadOnlySpan<DocxRun> runs) => Add("Quote", runs);

    /// <summary>An item of a list with points.</summary>
    public void Bullet(params ReadOnlySpan<DocxRun> runs) => Add("ListBullet", runs);

    /// <summary>What comes next begins a page.</summary>
    public void NewPage() => _isNewPage = true;

    /// <summary>A table whose first row is repeated on every page.</summary>
    /// <param name="widths">Shares of the page's width, one for each column.</param>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<DocxRun>> rows, IReadOnlyList<int> widths)
    {
        var (unit, table) = (DocxStyles.TextWidth / widths.Sum(), new Table());
        table.Append(new TableProperties(
            new TableStyle { Val = "TableGrid" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLook { Val = "0420" }));
        table.Append(new TableGrid(widths.Select(w => new GridColumn { Width = $"{w * unit}" })));
        table.Append(Row([.. head.Select(h => new DocxRun(h, Bold: true))], widths, unit, isHead: true));
        foreach (var row in rows)
        {
            table.Append(Row(row, widths, unit, isHead: false));
        }

        // Word wants a paragraph behind a table.
        _body.Append(table, new Paragraph());
    }

    /// <summary>The finished file. Nothing can be added afterwards.</summary>
    public byte[] Finish()
    {
        _body.Append(DocxStyles.Section(_main, _hasPageNumbers));
        _document.Dispose();
        using (var zip = new ZipArchive(_bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                entry.LastWriteTime = s_noDay;
            }
        }

        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _bytes.Dispose();
    }

    private void Add(string? style, params ReadOnlySpan<DocxRun> runs) => _body.Append(Make(style, runs));

    private TableRow Row(IReadOnlyList<DocxRun> cells, IReadOnlyList<int> widths, int unit, bool isHead)
    {
        var (row, kept) = (new TableRow(), new TableRowProperties(new CantSplit()));
        if (isHead)
        {
            kept.Append(new TableHeader());
        }

        row.Append(kept);
        for (var i = 0; i < widths.Count; i++)
        {
            row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{widths[i] * unit}", Type = TableWidthUnitValues.Dxa }), Make("TableText", i < cells.Count ? cells[i] : "")));
        }

        return row;
    }

    private Paragraph Make(string? style, params ReadOnlySpan<DocxRun> runs)
    {
        var (paragraph, look) = (new Paragraph(), new ParagraphProperties());
        if (style is not null)
        {
            look.Append(new ParagraphStyleId { Val = style });
        }

        if (_isNewPage)
        {
            look.Append(new PageBreakBefore());
            _isNewPage = false;
        }

        if (look.HasChildren)
        {
            paragraph.Append(look);
        }

        foreach (var run in runs)
        {
            var made = Make(run);
            paragraph.Append(run.Address is { } address ? new Hyperlink(made) { Id = Link(address), History = true } : made);
        }

        return paragraph;
    }

    private static Run Make(DocxRun run)
    {
        var (made, look) = (new Run(), new RunProperties());
        if (run.Address is not null)
        {
            look.Append(new RunStyle { Val = "Hyperlink" });
        }

        if (run.Bold)
        {
            look.Append(new Bold());
        }

        if (run.Italic)
        {
            look.Append(new Italic());
        }

        if (look.HasChildren)
        {
            made.Append(look);
        }

        // A line end inside a paragraph is a break of its own.
        var lines = Sound(run.Text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                made.Append(new Break());
            }

            made.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return made;
    }

    private string Link(string address)
    {
        if (!_links.TryGetValue(address, out var id))
        {
            _links.Add(address, id = _main.AddHyperlinkRelationship(new Uri(address, UriKind.Absolute), isExternal: true, FormattableString.Invariant($"link{_links.Count + 1}")).Id);
        }

        return id;
    }

    /// <summary>XML 1.0 has no place for most control characters and none for half a character.</summary>
    private static string Sound(string text) => text.All(c => c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE') ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' or >= ' ' and not 0xFFFE and not 0xFFFF).Select(r => r.ToString()));
}
