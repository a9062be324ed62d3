using OpenUpr.Sources.Docx;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>Reads what stands in a paragraph: the runs, however they are wrapped (links, tracked changes, content controls, fields), and what hangs on them.</summary>
/// <param name="index">Which paragraph it will be.</param>
/// <param name="links">Where the links of this part lead, by their id; null where looks are not asked for.</param>
/// <param name="readBox">Reads a text box at this paragraph.</param>
internal sealed class BodyRuns(WordXml xml, StyleSheet styles, BodyLooks looks, FieldCodes fields, BodyParagraph paragraph, int index, IReadOnlyDictionary<string, string>? links, Action<BodyParagraph> readBox)
    : RunWalk(xml, styles)
{
    private string? _address;
    private bool _isDeleted;

    protected override string Tab => "\t";

    protected override void Box() => readBox(paragraph);

    protected override void LookChanged() => looks.Change(null, "", index);

    protected override void Other()
    {
        switch (Xml.Name)
        {
            case "ins" or "moveTo" or "del" or "moveFrom":
                Changed(Xml.Name is "del" or "moveFrom");
                break;
            case "fldChar":
                fields.Turn(Xml.Attribute("fldCharType"));
                break;
            case "instrText":
                fields.Code(Xml.ReadText());
                paragraph.IsContents |= fields.IsContents;
                break;
            case "fldSimple":
                fields.Code(Xml.Attribute("instr") ?? "");
                Inside(Xml.Enter());
                break;
            case "delText":
                looks.Change(null, Xml.ReadText(), index);
                break;
            case "footnoteReference" or "endnoteReference" when !_isDeleted && Xml.Attribute("id") is { } id:
                paragraph.Notes.Add((Xml.Name == "endnoteReference", id));
                Keep("", (Xml.Name == "endnoteReference", id));
                break;
            case "commentReference" when Xml.Attribute("id") is { } id:
                paragraph.Comments.Add(id);
                break;
            case "blip" or "imagedata":
                paragraph.Pictures++;
                Inside(Xml.Enter());
                break;
            case "docPr":
                paragraph.PictureTexts += string.IsNullOrWhiteSpace(Xml.Attribute("descr")) ? 0 : 1;
                break;
            case "hyperlink" when links is not null && Xml.Attribute("id") is { } id:
                (var outside, _address) = (_address, links.GetValueOrDefault(id));
                Inside(Xml.Enter());
                _address = outside;
                break;
            case "shape" when !string.IsNullOrWhiteSpace(Xml.Attribute("alt")):
                paragraph.PictureTexts++;
                Inside(Xml.Enter());
                break;
            default:
                Inside(Xml.Enter());
                break;
        }
    }

    /// <summary>A tracked change: what was inserted is read as text, what was deleted or moved away is not.</summary>
    private void Changed(bool isDeletion)
    {
        var (author, before, outer, from) = (Xml.Attribute("author"), looks.Changes.Count, _isDeleted, paragraph.Length);
        _isDeleted |= isDeletion;
        Inside(Xml.Enter());
        _isDeleted = outer;
        if (looks.Changes.Count == before)
        {
            looks.Change(author, isDeletion ? "" : paragraph.From(from), index);
        }
        else
        {
            looks.Changes[before] = looks.Changes[before] with { Author = author ?? "" };
        }
    }

    protected override void Add(string text)
    {
        if (_isDeleted || fields.IsHidden)
        {
            return;
        }

        if (Look.Hidden == true)
        {
            looks.Hide(text, index);
            return;
        }

        looks.Add(text, Look.Language, Look.Font);
        paragraph.Add(text);
        paragraph.IsContents |= fields.IsContents;
        Keep(text, null);
    }

    /// <summary>What a whole paragraph is by its style is no look of its words.</summary>
    private void Keep(string text, (bool IsEndnote, string Id)? note)
    {
        if (links is not null)
        {
            paragraph.Runs.Add(new LookRun(text, Look.Bold == true && Plain.Bold != true, Look.Italic == true && Plain.Italic != true, _address, note));
        }
    }

    protected override void Break(string? type)
    {
        if (!_isDeleted && Look.Hidden != true)
        {
            if (type == "page")
            {
                paragraph.BreakPage();
            }
            else
            {
                paragraph.Add("\n");
                Keep("\n", null);
            }
        }
    }
}
