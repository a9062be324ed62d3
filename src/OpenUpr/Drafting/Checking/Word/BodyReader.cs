using OpenUpr.Sources;
using OpenUpr.Sources.Docx;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>Reads one story of a document block by block: the running text, the notes, or a page's head. Lists count on from one to the next.</summary>
/// <param name="links">Where the links of this part lead, by their id; null where looks of words are not asked for.</param>
internal sealed class BodyReader(StyleSheet styles, ListLabels labels, BodyLooks looks, IReadOnlyDictionary<string, string>? links = null)
{
    /// <summary>A paper of 700 pages has 10,000.</summary>
    private const int MaxParagraphs = 200_000;

    /// <summary>A paper of 700 pages has 2 million.</summary>
    private const int MaxLetters = 4_000_000;

    private readonly TableReader _tables = new();
    private readonly FieldCodes _fields = new();
    private readonly List<TextParagraph> _paragraphs = [];
    private WordXml _xml = null!;
    private CellPlace? _cell;
    private bool _isBox;
    private BodyParagraph? _carried;
    private int _number;
    private long _letters;

    public IReadOnlyList<TextParagraph> Paragraphs => _paragraphs;

    public bool HasPageNumber => _fields.HasPageNumber;

    public List<(bool IsEndnote, string Id, int Paragraph)> NoteReferences { get; } = [];

    public Dictionary<string, int> CommentReferences { get; } = new(StringComparer.Ordinal);

    /// <summary>Points.</summary>
    public (double Width, double Height)? Page { get; private set; }

    /// <summary>Reads what the current element holds.</summary>
    public void Read(WordXml xml)
    {
        (_xml, _cell, _isBox) = (xml, null, false);
        Blocks(xml.Enter());
        FinishCarried();
    }

    private void Blocks(int inside)
    {
        while (_xml.Next(inside))
        {
            Block();
        }
    }

    private void Block()
    {
        switch (_xml.Name)
        {
            case "p":
                Paragraph();
                break;
            case "tbl":
                FinishCarried();
                var outer = _cell;
                _tables.Read(_xml, place =>
                {
                    _cell = place;
                    Block();
                }, FinishCarried);
                _cell = outer;
                break;
            case "sectPr":
                Section();
                break;
            case "AlternateContent":
                Alternatives.Read(_xml, Blocks);
                break;
            case "del" or "moveFrom" or "sdtPr" or "altChunk":
                break;
            default:
                Blocks(_xml.Enter());
                break;
        }
    }

    private void Section()
    {
        var inside = _xml.Enter();
        while (_xml.Next(inside))
        {
            if (_xml.Name == "pgSz" && _xml.Number("w") is { } width && _xml.Number("h") is { } height)
            {
                Page ??= (width / 20, height / 20);
            }
        }
    }

    private void Paragraph()
    {
        if (_paragraphs.Count >= MaxParagraphs || _letters > MaxLetters)
        {
            throw new SourceException($"The Word document has more than {MaxParagraphs:N0} paragraphs or {MaxLetters:N0} letters, which no paper has. It is not read. Save it anew from Word if it is genuine.");
        }

        var paragraph = _carried ?? new BodyParagraph();
        _carried = null;
        var shape = new ParagraphShape();
        var style = styles.Paragraph(null);
        var runs = new BodyRuns(_xml, styles, looks, _fields, paragraph, _paragraphs.Count, links, Box) { Style = style };
        var inside = _xml.Enter();
        while (_xml.Next(inside))
        {
            if (_xml.Name == "pPr")
            {
                shape = ParagraphShape.Read(_xml);
                runs.Style = style = styles.Paragraph(shape.Style);
            }
            else
            {
                runs.Read();
            }
        }

        Finish(paragraph, shape, style);
    }

    private void Finish(BodyParagraph paragraph, ParagraphShape shape, Style style)
    {
        if (shape.IsChanged || shape.Mark.IsChanged)
        {
            looks.Change(null, paragraph.Text, _paragraphs.Count);
        }

        if (shape.Mark.IsDeleted)
        {
            // Its end was deleted, so the next paragraph goes on in it.
            _carried = paragraph;
            return;
        }

        var label = labels.Next(shape.Over(style.Shape), style)?.Label;
        Add(paragraph, string.IsNullOrWhiteSpace(label) ? null : label.Trim(), shape.Over(style.Shape), style);
    }

    private void FinishCarried()
    {
        if (_carried is { } paragraph)
        {
            _carried = null;
            Add(paragraph, null, new ParagraphShape(), styles.Paragraph(null));
        }
    }

    private void Add(BodyParagraph paragraph, string? label, ParagraphShape shape, Style style)
    {
        var text = paragraph.Text;
        _letters += text.Length;
        if (text.Length > 0 || paragraph.Pictures > 0 || paragraph.BreaksPage || shape.EndsPage || paragraph.HasReferences)
        {
            var index = _paragraphs.Count;
            NoteReferences.AddRange(paragraph.Notes.Select(n => (n.IsEndnote, n.Id, index)));
            paragraph.Comments.ForEach(c => CommentReferences.TryAdd(c, index));
            _paragraphs.Add(new TextParagraph
            {
                Text = text,
                Number = text.Length > 0 ? ++_number : _number,
                Label = label,
                HeadingLevel = Headings.LevelOf(style, shape),
                Look = links is null ? null : new ParagraphLook(style.Name, paragraph.Runs),
                IsQuote = Headings.IsQuote(style),
                IsContents = Headings.IsContents(style) || paragraph.IsContents,
                Cell = _cell,
                IsBox = _isBox,
                StartsPage = shape.StartsPage || (paragraph.BreaksPage && paragraph.TextAfterBreak && !paragraph.TextBeforeBreak),
                EndsPage = shape.EndsPage || (paragraph.BreaksPage && !(paragraph.TextAfterBreak && !paragraph.TextBeforeBreak)),
                Pictures = paragraph.Pictures,
                PicturesWithoutText = Math.Max(0, paragraph.Pictures - paragraph.PictureTexts),
            });
        }

        foreach (var box in paragraph.Boxes)
        {
            box();
        }
    }

    /// <summary>A text box is a story of its own. It is read where it stands, because the file goes by only once, and comes after the paragraph that holds it.</summary>
    private void Box(BodyParagraph at)
    {
        var outer = (_cell, _isBox, _carried, _paragraphs.Count, _number);
        (_isBox, _carried) = (true, null);
        Blocks(_xml.Enter());
        FinishCarried();
        var inner = _paragraphs.Skip(outer.Count).ToList();
        _paragraphs.RemoveRange(outer.Count, _paragraphs.Count - outer.Count);
        (_cell, _isBox, _carried, _number) = (outer._cell, outer._isBox, outer._carried, outer._number);
        at.Boxes.Add(() => _paragraphs.AddRange(inner.Select(p => p with { Number = p.Text.Length > 0 ? ++_number : _number })));
    }
}
