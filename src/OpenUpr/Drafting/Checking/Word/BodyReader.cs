using OpenUpr.Sources;
using OpenUpr.Sources.Docx;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>Reads one story of a document block by block: the running text, the notes, or a page's head. Lists count on from one to the next.</summary>
/// <param name="links">Where the links of this part lead, by their id; null where looks of words are not asked for.</param>
internal sealed class BodyReader(StyleSheet styles, ListLabels labels, BodyLooks looks, IReadOnlyDictionary<string, string>? links = null)
    : BlockWalk(styles)
{
    /// <summary>A paper of 700 pages has 10,000.</summary>
    private const int MaxParagraphs = 200_000;

    /// <summary>A paper of 700 pages has 2 million.</summary>
    private const int MaxLetters = 4_000_000;

    private readonly FieldCodes _fields = new();
    private readonly List<TextParagraph> _paragraphs = [];
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
        _isBox = false;
        ReadStory(xml);
    }

    protected override void Section()
    {
        var inside = Xml.Enter();
        while (Xml.Next(inside))
        {
            if (Xml.Name == "pgSz" && Xml.Number("w") is { } width && Xml.Number("h") is { } height)
            {
                Page ??= (width / 20, height / 20);
            }
        }
    }

    protected override void Paragraph()
    {
        if (_paragraphs.Count >= MaxParagraphs || _letters > MaxLetters)
        {
            throw new SourceException($"The Word document has more than {MaxParagraphs:N0} paragraphs or {MaxLetters:N0} letters, which no paper has. It is not read. Save it anew from Word if it is genuine.");
        }

        var paragraph = _carried ?? new BodyParagraph();
        _carried = null;
        var (shape, style) = ReadRuns(new BodyRuns(Xml, Styles, looks, _fields, paragraph, _paragraphs.Count, links, Box));
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

    protected override void FinishCarried()
    {
        if (_carried is { } paragraph)
        {
            _carried = null;
            Add(paragraph, null, new ParagraphShape(), Styles.Paragraph(null));
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
                Cell = Cell,
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
        var outer = (Cell, _isBox, _carried, _paragraphs.Count, _number);
        (_isBox, _carried) = (true, null);
        ReadInside();
        var inner = _paragraphs.Skip(outer.Count).ToList();
        _paragraphs.RemoveRange(outer.Count, _paragraphs.Count - outer.Count);
        (Cell, _isBox, _carried, _number) = (outer.Cell, outer._isBox, outer._carried, outer._number);
        at.Boxes.Add(() => _paragraphs.AddRange(inner.Select(p => p with { Number = p.Text.Length > 0 ? ++_number : _number })));
    }
}
