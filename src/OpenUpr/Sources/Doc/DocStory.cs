using OpenUpr.Sources.Docx;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Doc;

/// <summary>Turns the characters of one story into lines. Control characters mark paragraphs, cells, fields and notes ([MS-DOC] 2.4.1).</summary>
internal sealed class DocStory(DocText text, DocLooks characters, DocLooks paragraphs, CancellationToken cancel)
{
    private const char NoteMark = '\u0002';
    private const char CellEnd = '\u0007';
    private const char LineBreak = '\u000B';
    private const char PageBreak = '\u000C';
    private const char ParagraphEnd = '\r';
    private const char ColumnBreak = '\u000E';
    private const char FieldBegin = '\u0013';
    private const char FieldSeparator = '\u0014';
    private const char FieldEnd = '\u0015';
    private const char HardHyphen = '\u001E';

    private readonly List<PaperLine> _lines = [];
    private WordParagraph _paragraph = new();
    private string _label = "";
    private CellPlace? _cell;
    private int _tables;
    private int _notes;

    public List<PaperLine> Read(int start, int end, LineRole role)
    {
        _lines.Clear();
        _cell = null;
        var isCode = FieldCodes(start, end);
        for (var i = start; i < end; i++)
        {
            if ((i & 0xFFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var look = characters.At(text.Bytes[i]);
            if (!isCode[i - start] && (look & (DocLook.Hidden | DocLook.Deleted)) == 0)
            {
                i += Take(i, end, look, role) - 1;
            }
        }

        if (!_paragraph.IsEmpty)
        {
            Finish(end - 1, role);
        }

        return [.. _lines];
    }

    /// <summary>Reads what begins at a place and gives how many characters that was.</summary>
    private int Take(int at, int end, DocLook look, LineRole role)
    {
        switch (text.Letters[at])
        {
            case ParagraphEnd or CellEnd or PageBreak:
                Finish(at, role);
                break;
            case LineBreak or ColumnBreak:
                _paragraph.Break();
                break;
            case NoteMark when role == LineRole.Footnote && _paragraph.IsEmpty:
                _label = $"{++_notes}";
                break;
            case HardHyphen:
                _paragraph.Add("-", Look(look));
                break;
            default:
                // Pictures, notes' marks and soft hyphens are control characters, which nobody sees.
                var isPair = char.IsHighSurrogate(text.Letters[at]) && at + 1 < end;
                _paragraph.Add(text.Letters.Substring(at, isPair ? 2 : 1), Look(look));
                return isPair ? 2 : 1;
        }

        return 1;
    }

    private void Finish(int at, LineRole role)
    {
        var shape = paragraphs.At(text.Bytes[at]);
        _cell = (shape & (DocLook.InTable | DocLook.RowEnd)) == 0 ? null : _cell ?? new CellPlace(_tables++, 0, 0);
        _lines.AddRange(_paragraph.Lines(_label, false, 0, role, _cell));
        (_paragraph, _label) = (new WordParagraph(), "");
        _cell = _cell is not { } cell ? null
            : (shape & DocLook.RowEnd) != 0 ? cell with { Row = cell.Row + 1, Column = 0 }
            : text.Letters[at] == CellEnd ? cell with { Column = cell.Column + 1 }
            : cell;
    }

    private static RunLook Look(DocLook look) => new() { Bold = (look & DocLook.Bold) != 0, Italic = (look & DocLook.Italic) != 0 };

    /// <summary>Which characters belong to the codes of fields. A field that is never closed has none: better a code than half a paper missing.</summary>
    private bool[] FieldCodes(int start, int end)
    {
        var depth = new int[end - start + 1];
        var open = new Stack<(int Begin, int? Separator)>();
        for (var i = start; i < end; i++)
        {
            switch (text.Letters[i])
            {
                case FieldBegin:
                    open.Push((i, null));
                    break;
                case FieldSeparator when open.TryPop(out var field):
                    open.Push((field.Begin, field.Separator ?? i));
                    break;
                case FieldEnd when open.TryPop(out var field):
                    depth[field.Begin - start]++;
                    depth[(field.Separator ?? i) - start + 1]--;
                    break;
            }
        }

        var isCode = new bool[end - start];
        var codes = 0;
        for (var i = 0; i < isCode.Length; i++)
        {
            isCode[i] = (codes += depth[i]) > 0;
        }

        return isCode;
    }
}
