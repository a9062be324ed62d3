using OpenUpr.Export.Docx;
using OpenUpr.Export.Xlsx;

namespace OpenUpr.Export;

/// <summary>A table that is handed on, with the words around it.</summary>
/// <param name="Notes">Where it comes from, how it was made: above the table.</param>
/// <param name="Widths">Shares of the page's width, one for each column.</param>
public sealed record OutcomeTable(string Title, IReadOnlyList<string> Notes, IReadOnlyList<string> Head, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Pages of the Word file lie on their long side: for tables of many columns.</summary>
    public bool IsLandscape { get; init; }
}

/// <summary>A recommendation on a sheet of results.</summary>
/// <param name="Parts">Headings with their texts.</param>
public sealed record OutcomeSheetRow(string Heading, string Text, string Line, IReadOnlyList<(string Label, string Text)> Parts);

/// <summary>Lobby list, publishable list and sheet of results as files. Callers give the words; nothing of who wrote what gets in.</summary>
public static class OutcomeExport
{
    public static byte[] Docx(OutcomeTable table, string language)
    {
        using var docx = new DocxWriter(language);
        docx.Title(table.Title);
        foreach (var note in table.Notes)
        {
            docx.Small(note);
        }

        if (table.IsLandscape)
        {
            docx.ListPages(isLandscape: true, null, null);
            docx.List(table.Rows.Select(r => Row(r)).Prepend(Row(table.Head) with { IsHead = true }), table.Widths, table.Title);
        }
        else
        {
            docx.Table(table.Head, table.Rows.Select(r => (IReadOnlyList<DocxRun>)[.. r.Select(c => new DocxRun(c))]), table.Widths);
        }

        return docx.Finish();

        static DocxListRow Row(IReadOnlyList<string> cells) => new(null, [.. cells.Select(c => new[] { new DocxRun[] { c } })]);
    }

    public static async Task XlsxAsync(Stream output, OutcomeTable table, DateTimeOffset at, CancellationToken cancel)
    {
        using var book = await XlsxWriter.CreateAsync(output, at, cancel);
        using (var sheet = book.BeginSheet(table.Title.Length > 31 ? table.Title[..31] : table.Title, new XlsxLayout([.. table.Widths.Select(w => new XlsxColumn(Math.Clamp(w, 8, 80), true))], true)))
        {
            await sheet.WriteRowAsync([.. table.Head], cancel);
            foreach (var row in table.Rows)
            {
                await sheet.WriteRowAsync([.. row], cancel);
            }

            await sheet.EndAsync(cancel);
        }

        await book.FinishAsync(cancel);
    }

    public static byte[] Sheet(string title, IReadOnlyList<string> notes, IReadOnlyList<OutcomeSheetRow> rows, string language)
    {
        using var docx = new DocxWriter(language);
        docx.Title(title);
        foreach (var note in notes)
        {
            docx.Small(note);
        }

        foreach (var row in rows)
        {
            docx.Heading(1, row.Heading);
            docx.Quote(row.Text);
            docx.Small(row.Line);
            foreach (var (label, text) in row.Parts)
            {
                docx.Heading(2, label);
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    docx.Paragraph(line);
                }
            }
        }

        return docx.Finish();
    }
}
