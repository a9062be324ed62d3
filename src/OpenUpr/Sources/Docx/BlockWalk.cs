using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Docx;

/// <summary>Walks over one story of a document block by block: paragraphs, tables however deep, and the settings of sections. What of it is kept, its readers say.</summary>
internal abstract class BlockWalk(StyleSheet styles)
{
    private readonly TableReader _tables = new();

    protected StyleSheet Styles { get; } = styles;

    protected WordXml Xml { get; private set; } = null!;

    /// <summary>Where the current block stands in a table; null outside of one.</summary>
    protected CellPlace? Cell { get; set; }

    /// <summary>Reads what the current element holds.</summary>
    protected void ReadStory(WordXml xml)
    {
        (Xml, Cell) = (xml, null);
        ReadInside();
    }

    /// <summary>Reads a story within the story, such as a text box.</summary>
    protected void ReadInside()
    {
        Blocks(Xml.Enter());
        FinishCarried();
    }

    /// <summary>Begins a paragraph, reads it with <see cref="ReadRuns"/>, and keeps it.</summary>
    protected abstract void Paragraph();

    protected abstract void Section();

    /// <summary>Keeps a paragraph whose end was deleted and after which no other comes.</summary>
    protected abstract void FinishCarried();

    protected (ParagraphShape Shape, Style Style) ReadRuns(RunWalk runs)
    {
        var (shape, inside) = (new ParagraphShape(), Xml.Enter());
        while (Xml.Next(inside))
        {
            if (Xml.Name == "pPr")
            {
                shape = ParagraphShape.Read(Xml);
                runs.Style = Styles.Paragraph(shape.Style);
            }
            else
            {
                runs.Read();
            }
        }

        return (shape, runs.Style);
    }

    private void Blocks(int inside)
    {
        while (Xml.Next(inside))
        {
            Block();
        }
    }

    private void Block()
    {
        switch (Xml.Name)
        {
            case "p":
                Paragraph();
                break;
            case "tbl":
                FinishCarried();
                var outer = Cell;
                _tables.Read(Xml, BlockAt, FinishCarried);
                Cell = outer;
                break;
            case "sectPr":
                Section();
                break;
            case "AlternateContent":
                Alternatives.Read(Xml, Blocks);
                break;
            case "del" or "moveFrom" or "sdtPr" or "altChunk":
                break;
            default:
                Blocks(Xml.Enter());
                break;
        }
    }

    private void BlockAt(CellPlace place)
    {
        Cell = place;
        Block();
    }
}
