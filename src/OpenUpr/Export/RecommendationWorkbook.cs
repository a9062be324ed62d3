using OpenUpr.Export.Xlsx;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;

namespace OpenUpr.Export;

/// <summary>Recommendations as a workbook: the rows, on as many sheets as Excel needs, and a sheet "About" that says where they come from.</summary>
public static class RecommendationWorkbook
{
    /// <param name="sheetRows">Rows of a sheet, the header too; smaller only in tests.</param>
    public static async Task WriteAsync(
        Stream output, IAsyncEnumerable<RecommendationRow> rows, RecommendationColumns columns, IReadOnlyList<string> sources,
        ExportContext context, int sheetRows = XlsxSheet.RowLimit, CancellationToken cancel = default)
    {
        using var workbook = await XlsxWriter.CreateAsync(output, context.At, cancel);
        var written = await WriteRowsAsync(workbook, rows, columns, sheetRows, cancel);
        await WriteAboutAsync(workbook, columns.World, sources, context, written, cancel);
        await workbook.FinishAsync(cancel);
    }

    private static async Task<(long Rows, int Cut)> WriteRowsAsync(
        XlsxWriter workbook, IAsyncEnumerable<RecommendationRow> rows, RecommendationColumns columns, int sheetRows, CancellationToken cancel)
    {
        var layout = new XlsxLayout([.. columns.All.Select(c => new XlsxColumn(c.Width, c.Wrap))], HasHeader: true);
        var cells = new object?[columns.All.Count];
        var (total, cut, sheets) = (0L, 0, 0);
        await using var source = rows.GetAsyncEnumerator(cancel);
        var more = await source.MoveNextAsync();
        do
        {
            using var sheet = workbook.BeginSheet(++sheets == 1 ? "Recommendations" : $"Recommendations {sheets}", layout);
            await sheet.WriteRowAsync([.. columns.All.Select(c => c.Name)], cancel);
            for (; more && sheet.Rows < sheetRows; more = await source.MoveNextAsync())
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = columns.All[i].Cell(source.Current);
                }

                await sheet.WriteRowAsync(cells, cancel);
                total++;
            }

            await sheet.EndAsync(cancel);
            cut += sheet.CutTexts;
        }
        while (more);
        return (total, cut);
    }

    private static Task WriteAboutAsync(
        XlsxWriter workbook, World world, IReadOnlyList<string> sources, ExportContext context, (long Rows, int Cut) written, CancellationToken cancel)
    {
        List<(string?, object)> lines =
        [
            .. AboutSheet.Lines("Recommendations and voluntary pledges of the Universal Periodic Review, exported by OpenUPR", world, context, [("Rows", written.Rows)], sources),
        ];
        if (written.Cut > 0)
        {
            lines.Add(("Cut texts", $"{written.Cut} texts are longer than a cell can hold ({XlsxText.CellLimit:N0} characters) and end with an ellipsis here. The .csv and .jsonl forms hold them whole."));
        }

        return AboutSheet.WriteAsync(workbook, lines, cancel);
    }
}
