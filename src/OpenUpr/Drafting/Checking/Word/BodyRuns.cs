using OpenUpr.Sources.Docx;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>Reads what stands in a paragraph: the runs, however they are wrapped (links, tracked changes, content controls, fields), and what hangs on them.</summary>
/// <param name="index">Which paragraph it will be.</param>
/// <param name="links">Where the links of this part lead, by their id; null where looks are not asked for.</param>
/// <param name="readBox">Reads a text box at this paragraph.</param>
internal sealed class BodyRuns(WordXml xml, StyleSheet styles, BodyLooks looks, FieldCodes fields, BodyParagraph paragraph, int index, IReadOnlyDictionary<string, string>? links, Action<BodyParagraph> readBox)
{
    private RunLook _look = new();
    private RunLook _plain = new();
    private string? _address;
    private bool _isDeleted;

    /// <summary>The paragraph's.</summary>
    public required Style Style
    {
        get;
        set
        {
            field = value;
            _look = _plain = styles.Look(new RunLook(), value);
        }
    }

    /// <summary>Reads the current element.</summary>
    public void Read()
    {
        switch (xml.Name)
        {
            case "r":
                Run();
                break;
            case "t":
                Add(xml.ReadText());
                break;
            case "tab" or "ptab":
                Add("\t");
                break;
            case "br":
                Break(xml.Attribute("type"));
                break;
            case "cr":
                Break(null);
                break;
            case "sym":
                Add(SymbolFonts.Symbol(xml.Attribute("font"), xml.Attribute("char")));
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            case "txbxContent":
                readBox(paragraph);
                break;
            case "AlternateContent":
                Alternatives.Read(xml, Inside);
                break;
            case "ins" or "moveTo" or "del" or "moveFrom":
                Changed(xml.Name is "del" or "moveFrom");
                break;
            // Readings above East Asian characters; settings.
            case "rt" or "sdtPr" or "softHyphen" or "pPr":
                break;
            default:
                Other();
                break;
        }
    }

    /// <summary>What is no text itself.</summary>
    private void Other()
    {
        switch (xml.Name)
        {
            case "fldChar":
                fields.Turn(xml.Attribute("fldCharType"));
                break;
            case "instrText":
                fields.Code(xml.ReadText());
                paragraph.IsContents |= fields.IsContents;
                break;
            case "fldSimple":
                fields.Code(xml.Attribute("instr") ?? "");
                Inside(xml.Enter());
                break;
            case "delText":
                looks.Change(null, xml.ReadText(), index);
                break;
            case "footnoteReference" or "endnoteReference" when !_isDeleted && xml.Attribute("id") is { } id:
                paragraph.Notes.Add((xml.Name == "endnoteReference", id));
                Keep("", (xml.Name == "endnoteReference", id));
                break;
            case "commentReference" when xml.Attribute("id") is { } id:
                paragraph.Comments.Add(id);
                break;
            case "blip" or "imagedata":
                paragraph.Pictures++;
                Inside(xml.Enter());
                break;
            case "docPr":
                paragraph.PictureTexts += string.IsNullOrWhiteSpace(xml.Attribute("descr")) ? 0 : 1;
                break;
            case "hyperlink" when links is not null && xml.Attribute("id") is { } id:
                (var outside, _address) = (_address, links.GetValueOrDefault(id));
                Inside(xml.Enter());
                _address = outside;
                break;
            case "shape" when !string.IsNullOrWhiteSpace(xml.Attribute("alt")):
                paragraph.PictureTexts++;
                Inside(xml.Enter());
                break;
            default:
                Inside(xml.Enter());
                break;
        }
    }

    private void Inside(int inside)
    {
        while (xml.Next(inside))
        {
            Read();
        }
    }

    private void Run()
    {
        var outer = _look;
        _look = styles.Look(new RunLook(), Style);
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (xml.Name == "rPr")
            {
                var own = RunLook.Read(xml);
                _look = styles.Look(own, Style);
                if (own.IsChanged)
                {
                    looks.Change(null, "", index);
                }
            }
            else
            {
                Read();
            }
        }

        _look = outer;
    }

    /// <summary>A tracked change: what was inserted is read as text, what was deleted or moved away is not.</summary>
    private void Changed(bool isDeletion)
    {
        var (author, before, outer, from) = (xml.Attribute("author"), looks.Changes.Count, _isDeleted, paragraph.Length);
        _isDeleted |= isDeletion;
        Inside(xml.Enter());
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

    private void Add(string text)
    {
        if (_isDeleted || fields.IsHidden)
        {
            return;
        }

        if (_look.Hidden == true)
        {
            looks.Hide(text, index);
            return;
        }

        looks.Add(text, _look.Language, _look.Font);
        paragraph.Add(text);
        paragraph.IsContents |= fields.IsContents;
        Keep(text, null);
    }

    /// <summary>What a whole paragraph is by its style is no look of its words.</summary>
    private void Keep(string text, (bool IsEndnote, string Id)? note)
    {
        if (links is not null)
        {
            paragraph.Runs.Add(new LookRun(text, _look.Bold == true && _plain.Bold != true, _look.Italic == true && _plain.Italic != true, _address, note));
        }
    }

    private void Break(string? type)
    {
        if (!_isDeleted && _look.Hidden != true)
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
