using OpenUpr.Export.Docx;

namespace OpenUpr.Drafting.Studio;

/// <summary>
/// How many pages the Word file of a document will have: an estimate, because only the program that opens it breaks its lines and pages. It breaks lines by the widths of the
/// font's letters and pages by the heights of our styles, so that it is mostly right (perf/results/check.md says how often, beside LibreOffice).
/// </summary>
/// <param name="Pages">All pages with cover, contents, notes and annexes.</param>
/// <param name="LastPage">How much of the last page is filled, 0 to 1.</param>
/// <param name="Headings">The page of each heading, in their order.</param>
public sealed record PageEstimate(int Pages, double LastPage, IReadOnlyList<int> Headings)
{
    public static PageEstimate Of(ComposedDocument document)
    {
        var (page, headings) = (new EstimatedPage(), new List<int>());
        Front(page, document);
        if (document.HasContents)
        {
            Contents(page, document);
        }

        if (document.HasCoverPage)
        {
            page.Break();
        }

        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            Put(page, document.Blocks, i);
            if (block.Kind == BlockKind.Heading)
            {
                headings.Add(page.Number);
            }
        }

        if (document.Notes.Count > 0)
        {
            page.Add(new LineLook(11), 1, default);
            foreach (var note in document.Notes)
            {
                page.Add(LineLook.Note, LineLook.Note.Lines(note, DocxPage.TextWidth / 20.0), default);
            }
        }

        return new PageEstimate(page.Number, page.Filled, headings);
    }

    private static void Front(EstimatedPage page, ComposedDocument document)
    {
        if (StudioDocx.Logo(document) is not null)
        {
            page.Add(new LineLook(11) { Multiple = 1, LinePoints = 85 }, 1, default);
        }

        foreach (var (style, text) in StudioDocx.FrontLines(document))
        {
            var look = LineLook.Front(style);
            page.Add(look, look.Lines([new ComposedRun(text)], EstimatedPage.Width), default);
        }
    }

    private static void Contents(EstimatedPage page, ComposedDocument document)
    {
        page.Break();
        page.Add(LineLook.Heading(1), 1, default);
        foreach (var heading in document.Blocks.Where(b => b.Kind == BlockKind.Heading && b.Level <= DocxContents.Levels))
        {
            page.Add(new LineLook(11) { Multiple = 250 / 240.0, After = 1.5 }, new LineLook(11).Lines(heading.Runs, EstimatedPage.Width - 43), default);
        }
    }

    private static void Put(EstimatedPage page, IReadOnlyList<ComposedBlock> blocks, int index)
    {
        var block = blocks[index];
        if (block.Kind == BlockKind.PageBreak)
        {
            page.Break();
        }
        else if (block.Kind == BlockKind.Table)
        {
            Table(page, block);
        }
        else if (block.Kind == BlockKind.Chart)
        {
            page.Add(new LineLook(11) { LinePoints = DocxChart.Height(block.Chart!) / DocxChart.UnitsOfPoint }, 1, default);
        }
        else
        {
            var look = LineLook.Of(block);
            page.Add(look, Lines(block), look.KeepsNext ? Following(blocks, index + 1) : default);
        }
    }

    private static int Lines(ComposedBlock block)
    {
        var look = LineLook.Of(block);
        return look.Lines(block.Runs, EstimatedPage.Width - look.Indent);
    }

    /// <summary>What must stand on the page of a heading: the headings right below it, and the first two lines of the text.</summary>
    private static double Following(IReadOnlyList<ComposedBlock> blocks, int index)
    {
        var height = 0.0;
        for (; index < blocks.Count && blocks[index].Kind != BlockKind.PageBreak; index++)
        {
            if (blocks[index].Kind == BlockKind.Table)
            {
                return height + 20;
            }

            var (look, lines) = (LineLook.Of(blocks[index]), Lines(blocks[index]));
            height += look.Before + (look.Height * (look.KeepsNext || look.KeepsTogether || lines <= 3 ? lines : 2));
            if (!look.KeepsNext)
            {
                break;
            }

            height += look.After;
        }

        return height;
    }

    private static void Table(EstimatedPage page, ComposedBlock table)
    {
        const double Margins = 10;
        var shares = StudioDocx.Widths(table);
        var unit = EstimatedPage.Width / shares.Sum();
        foreach (var (i, row) in table.Rows.Index())
        {
            var look = LineLook.Cell(isHead: i == 0);
            var lines = Math.Max(1, row.Select((cell, c) => look.Lines(cell, (shares[c] * unit) - Margins)).Max());
            page.Add(look with { LinePoints = (lines * look.Height) + 4.5 }, 1, default);
        }

        page.Add(new LineLook(11) { LinePoints = 8, After = 0 }, 1, default);
    }
}
