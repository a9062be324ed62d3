using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Docx;

/// <summary>Reads one story of a document (the running text, a header, the notes) block by block. Begun once for a document, because lists and tables count on.</summary>
internal sealed class StoryReader(StyleSheet styles, ListLabels labels)
    : BlockWalk(styles)
{
    /// <summary>A paper of 700 pages has 10,000.</summary>
    private const int MaxParagraphs = 200_000;

    private readonly FieldStack _fields = new();
    private Notes _notes = new();
    private LineRole _role;
    private List<PaperLine> _lines = [];
    private WordParagraph? _carried;
    private string _carriedLabel = "";
    private int _paragraphs;

    /// <summary>The format of the endnotes' numbers, which stands with a section.</summary>
    public string? EndnoteFormat { get; private set; }

    /// <summary>Reads what the current element of a part holds.</summary>
    /// <param name="notes">The notes that this story refers to.</param>
    public List<PaperLine> Read(WordXml xml, LineRole role, Notes? notes = null)
    {
        (_role, _notes, _lines) = (role, notes ?? new Notes(), []);
        ReadStory(xml);
        return _lines;
    }

    protected override void Section() => EndnoteFormat = NoteSettings.Read(Xml).Endnotes ?? EndnoteFormat;

    protected override void Paragraph()
    {
        if (++_paragraphs > MaxParagraphs)
        {
            throw new SourceException($"The Word document has more than {MaxParagraphs:N0} paragraphs, which no paper has. It is not read. Save it anew from Word if it is genuine.");
        }

        var paragraph = _carried ?? new WordParagraph();
        _carried = null;
        var (shape, style) = ReadRuns(new RunReader(Xml, Styles, paragraph, _notes, _fields, Aside));
        Finish(paragraph, shape, style);
    }

    private void Finish(WordParagraph paragraph, ParagraphShape shape, Style style)
    {
        if (shape.Mark.IsDeleted)
        {
            // Its end was deleted, so the next paragraph goes on in it and gives it its number.
            _carried = paragraph;
            return;
        }

        var label = labels.Next(shape.Over(style.Shape), style);
        var text = _carriedLabel.Length > 0 ? _carriedLabel : label?.Label ?? "";
        if (shape.Mark.Hidden == true)
        {
            // A hidden end: the reader sees this paragraph and the next as one (Word's style separator).
            (_carried, _carriedLabel) = (paragraph, text);
            return;
        }

        // A bullet without text is an empty line of the page.
        var isBare = paragraph.IsEmpty && !text.Any(char.IsLetterOrDigit);
        _lines.AddRange(paragraph.Lines(isBare ? "" : text, label?.IsGlued ?? false, shape.Left ?? label?.Left ?? style.Shape.Left ?? 0, _role, Cell));
        _lines.AddRange(paragraph.Aside);
        _carriedLabel = "";
    }

    protected override void FinishCarried()
    {
        if (_carried is { } paragraph)
        {
            _lines.AddRange(paragraph.Lines(_carriedLabel, false, 0, _role, Cell));
            _lines.AddRange(paragraph.Aside);
        }

        (_carried, _carriedLabel) = (null, "");
    }

    /// <summary>Reads a text box: a story of its own that stands at a paragraph.</summary>
    private void Aside(WordParagraph at)
    {
        var (lines, carried, label) = (_lines, _carried, _carriedLabel);
        (_lines, _carried, _carriedLabel) = (at.Aside, null, "");
        ReadInside();
        (_lines, _carried, _carriedLabel) = (lines, carried, label);
    }
}
