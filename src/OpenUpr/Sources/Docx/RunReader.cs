namespace OpenUpr.Sources.Docx;

/// <summary>Reads what stands in a paragraph: the runs, however they are wrapped (links, tracked insertions, content controls, fields).</summary>
/// <param name="readBox">Reads a text box at this paragraph.</param>
internal sealed class RunReader(WordXml xml, StyleSheet styles, WordParagraph paragraph, Notes notes, FieldStack fields, Action<WordParagraph> readBox)
{
    private RunLook _look = new();

    /// <summary>The paragraph's.</summary>
    public Style Style
    {
        get;
        set
        {
            field = value;
            _look = styles.Look(new RunLook(), value);
        }
    } = styles.Paragraph(null);

    private bool IsHidden => _look.Hidden == true || fields.IsHidden;

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
                Add(" ");
                break;
            case "br" or "cr":
                Break();
                break;
            case "sym":
                Add(SymbolFonts.Symbol(xml.Attribute("font"), xml.Attribute("char")));
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            case "fldChar":
                Field();
                break;
            case "footnoteReference" or "endnoteReference":
                Note();
                break;
            case "txbxContent":
                readBox(paragraph);
                break;
            case "AlternateContent":
                Alternatives.Read(xml, Inside);
                break;
            // Deleted or moved away; codes of fields; readings above East Asian characters; settings.
            case "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "rt" or "sdtPr" or "softHyphen" or "pPr":
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
                _look = styles.Look(RunLook.Read(xml), Style);
            }
            else
            {
                Read();
            }
        }

        _look = outer;
    }

    private void Add(string text)
    {
        if (!IsHidden)
        {
            paragraph.Add(text, _look);
        }
    }

    private void Break()
    {
        if (!IsHidden)
        {
            paragraph.Break();
        }
    }

    private void Field()
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                fields.Begin();
                break;
            case "separate":
                fields.Separate();
                break;
            case "end":
                fields.End();
                break;
        }
    }

    /// <summary>The note's mark is left out of the text, where it would be glued to a word; the note stands behind the paragraph.</summary>
    private void Note()
    {
        if (!IsHidden && xml.Attribute("id") is { } id)
        {
            paragraph.Aside.AddRange(notes.Refer(xml.Name == "endnoteReference", id, xml.Attribute("customMarkFollows") is "1" or "true" or "on"));
        }
    }
}
