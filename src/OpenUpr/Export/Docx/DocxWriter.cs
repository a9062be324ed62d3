using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.Export.Docx;

/// <summary>
/// Writes a Word file: headings, paragraphs, lists, tables, endnotes, with named styles that a reader can change in Word at once. The file says nothing of who or what
/// wrote it: no author, no dates, no program, no hour in the archive; the same words give the same bytes. It is made in memory; documents of this kind have tens of pages.
/// </summary>
public sealed partial class DocxWriter : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // The least that an archive can say.
    private static readonly DateTimeOffset s_noDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream _bytes = new();
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();
    private readonly DocxParagraphs _paragraphs;
    private readonly DocxNumbering _numbering;
    private readonly bool _hasPageNumbers;
    private readonly bool _isRightToLeft;
    private readonly bool _hasCover;
    private bool _isNewPage;
    private int _headings;
    private int _charts;

    /// <param name="language">Of the text, such as "en-GB": Word checks spelling by it and readers aloud take its voice.</param>
    /// <param name="hasPageNumbers">At the foot; letters have none.</param>
    /// <param name="isRightToLeft">The language's script runs so.</param>
    /// <param name="hasCover">The first page is a cover and bears no number.</param>
    /// <param name="notesHeading">Above the endnotes; null for a line.</param>
    /// <param name="hasFootnotes">Notes stand at the foot of their page, not behind the text.</param>
    public DocxWriter(string language, bool hasPageNumbers = true, bool isRightToLeft = false, bool hasCover = false, string? notesHeading = null, bool hasFootnotes = false)
    {
        (_hasPageNumbers, _isRightToLeft, _hasCover) = (hasPageNumbers, isRightToLeft, hasCover);
        _document = WordprocessingDocument.Create(_bytes, WordprocessingDocumentType.Document);
        _main = _document.AddNewPart<MainDocumentPart>(MediaType + ".main+xml", "main");
        _main.Document = new Document(_body);
        DocxStyles.AddTo(_main, language, isRightToLeft);
        _numbering = new DocxNumbering(_main);
        _paragraphs = new DocxParagraphs(_main, isRightToLeft, new DocxNotes(_main, notesHeading, hasFootnotes));
    }

    public void Title(string text) => Styled("Title", text);

    /// <summary>A heading that a table of contents can lead to.</summary>
    /// <param name="level">1 to 3.</param>
    public void Heading(int level, params ReadOnlySpan<DocxRun> runs)
    {
        var heading = _paragraphs.Make($"Heading{Math.Clamp(level, 1, 3)}", runs, Begin());
        var id = FormattableString.Invariant($"{++_headings}");
        heading.InsertAfter(new BookmarkStart { Id = id, Name = DocxContents.Bookmark(_headings) }, heading.ParagraphProperties);
        heading.Append(new BookmarkEnd { Id = id });
        _body.Append(heading);
    }

    public void Paragraph(params ReadOnlySpan<DocxRun> runs) => Styled(null, runs);

    /// <summary>Words in small print, such as where a number comes from.</summary>
    public void Small(params ReadOnlySpan<DocxRun> runs) => Styled("Small", runs);

    /// <summary>Somebody's own words.</summary>
    public void Quote(params ReadOnlySpan<DocxRun> runs) => Styled("Quote", runs);

    /// <summary>An item of a list with points.</summary>
    public void Bullet(params ReadOnlySpan<DocxRun> runs) => Styled("ListBullet", runs);

    /// <summary>A paragraph of one of the styles of <see cref="DocxStyles"/>.</summary>
    /// <param name="style">Null for plain text.</param>
    internal void Styled(string? style, params ReadOnlySpan<DocxRun> runs) => _body.Append(_paragraphs.Make(style, runs, Begin()));

    /// <summary>Begins a list whose items <see cref="Item"/> adds.</summary>
    internal int BeginList(DocxList list) => _numbering.Begin(list);

    /// <param name="list">From <see cref="BeginList"/>.</param>
    internal void Item(string style, int list, params ReadOnlySpan<DocxRun> runs)
    {
        var begin = Begin();
        _body.Append(_paragraphs.Make(style, runs, shape =>
        {
            begin?.Invoke(shape);
            shape.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list });
        }));
    }

    /// <summary>A picture in a paragraph of its own; left out where its size cannot be read.</summary>
    /// <param name="text">What it shows.</param>
    internal bool Picture(byte[] picture, string text)
    {
        var run = DocxPicture.Make(_main, picture, text);
        if (run is not null)
        {
            var paragraph = _paragraphs.Make(null, [], Begin());
            paragraph.Append(run);
            _body.Append(paragraph);
        }

        return run is not null;
    }

    /// <summary>A chart that Word draws and that can be changed there, in a paragraph of its own.</summary>
    internal void Chart(ComposedChart chart)
    {
        var paragraph = _paragraphs.Make(null, [], Begin());
        paragraph.Append(DocxChart.Make(_main, chart, ++_charts));
        _body.Append(paragraph);
    }

    /// <param name="entries">Level, words and page of each heading that will follow, as they follow; those below the second level are counted but not listed.</param>
    internal void Contents(string heading, IEnumerable<(int Level, string Text, int Page)> entries)
    {
        var listed = entries.Select((e, i) => (e.Level, e.Text, Heading: _headings + i + 1, e.Page)).Where(e => e.Level <= DocxContents.Levels).ToList();
        _body.Append(DocxContents.Make(_paragraphs.Make("TOCHeading", [heading], Begin()), listed));
    }

    /// <summary>What comes next begins a page.</summary>
    public void NewPage() => _isNewPage = true;

    /// <summary>A table whose first row is repeated on every page.</summary>
    /// <param name="widths">Shares of the page's width, one for each column.</param>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<DocxRun>> rows, IReadOnlyList<int> widths) =>
        Table(rows.Select(r => (IReadOnlyList<DocxRun[]>)[.. r.Select(c => new[] { c })]).Prepend([.. head.Select(h => new DocxRun[] { h })]), widths, null);

    /// <summary>A table whose cells have runs of several looks; the first row is the head.</summary>
    internal void Table(IEnumerable<IReadOnlyList<DocxRun[]>> rows, IReadOnlyList<int> widths, string? caption)
    {
        if (_isNewPage)
        {
            Styled(null);
        }

        // Word wants a paragraph behind a table; it is a narrow gap.
        var gap = new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = "160", LineRule = LineSpacingRuleValues.Exact }));
        _body.Append(DocxTable.Make(_paragraphs, rows, widths, caption, _isRightToLeft), gap);
    }

    /// <summary>The finished file. Nothing can be added afterwards.</summary>
    public byte[] Finish()
    {
        _body.Append(_isList ? ListSection() : DocxPage.Section(_main, _hasPageNumbers, _isRightToLeft, _hasCover));
        DocxPage.AddSettings(_main);
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

    private Action<ParagraphProperties>? Begin()
    {
        var isNewPage = _isNewPage;
        _isNewPage = false;
        return isNewPage ? shape => shape.PageBreakBefore = new PageBreakBefore() : null;
    }
}
