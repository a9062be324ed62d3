namespace OpenUpr.Sources.Docx;

/// <summary>Walks over what stands in a paragraph: the runs, however they are wrapped (links, tracked insertions, content controls, fields). What of it is kept, its readers say.</summary>
internal abstract class RunWalk(WordXml xml, StyleSheet styles)
{
    /// <summary>The paragraph's.</summary>
    public Style Style
    {
        get;
        set
        {
            field = value;
            Look = Plain = Styles.Look(new RunLook(), value);
        }
    } = styles.Paragraph(null);

    protected WordXml Xml { get; } = xml;

    /// <summary>Of the current run.</summary>
    protected RunLook Look { get; private set; } = new();

    /// <summary>What a run has by the paragraph's style alone.</summary>
    protected RunLook Plain { get; private set; } = new();

    private StyleSheet Styles { get; } = styles;

    /// <summary>What a tabulator becomes.</summary>
    protected abstract string Tab { get; }

    /// <summary>Reads the current element.</summary>
    public void Read()
    {
        switch (Xml.Name)
        {
            case "r":
                Run();
                break;
            case "t":
                Add(Xml.ReadText());
                break;
            case "tab" or "ptab":
                Add(Tab);
                break;
            case "br":
                Break(Xml.Attribute("type"));
                break;
            case "cr":
                Break(null);
                break;
            case "sym":
                Add(SymbolFonts.Symbol(Xml.Attribute("font"), Xml.Attribute("char")));
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            case "txbxContent":
                Box();
                break;
            case "AlternateContent":
                Alternatives.Read(Xml, Inside);
                break;
            // Readings above East Asian characters; settings.
            case "rt" or "sdtPr" or "softHyphen" or "pPr":
                break;
            default:
                Other();
                break;
        }
    }

    protected abstract void Add(string text);

    /// <param name="type">"page" for the end of a page; null for a line's.</param>
    protected abstract void Break(string? type);

    /// <summary>A text box.</summary>
    protected abstract void Box();

    /// <summary>What is no text itself.</summary>
    protected abstract void Other();

    /// <summary>The look of the current run was changed, and the change is kept.</summary>
    protected virtual void LookChanged()
    {
    }

    protected void Inside(int inside)
    {
        while (Xml.Next(inside))
        {
            Read();
        }
    }

    private void Run()
    {
        var outer = Look;
        Look = Styles.Look(new RunLook(), Style);
        var inside = Xml.Enter();
        while (Xml.Next(inside))
        {
            if (Xml.Name == "rPr")
            {
                var own = RunLook.Read(Xml);
                Look = Styles.Look(own, Style);
                if (own.IsChanged)
                {
                    LookChanged();
                }
            }
            else
            {
                Read();
            }
        }

        Look = outer;
    }
}
