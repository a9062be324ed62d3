using OpenUpr.Export.Xlsx;

namespace OpenUpr.Export;

/// <summary>A statistic as a workbook: the rows, for two fields the grid before them, and a sheet "About".</summary>
internal static class StatisticWorkbook
{
    public static async Task WriteAsync(Stream output, StatisticList list, IReadOnlyList<string> sources, ExportContext context, CancellationToken cancel)
    {
        using var workbook = await XlsxWriter.CreateAsync(output, context.At, cancel);
        if (list.Grid is { } grid)
        {
            await WriteRowsAsync(workbook, "Grid", grid, cancel);
        }

        await WriteRowsAsync(workbook, list.Grid is null ? "Statistics" : "List", list, cancel);
        var about = AboutSheet.Lines($"Recommendations of the Universal Periodic Review, {list.What}, by OpenUPR", list.World, context, list.Facts, sources);
        await AboutSheet.WriteAsync(workbook, about, cancel);
        await workbook.FinishAsync(cancel);
    }

    private static async Task WriteRowsAsync(XlsxWriter workbook, string name, StatisticList list, CancellationToken cancel)
    {
        using var sheet = workbook.BeginSheet(name, new XlsxLayout([.. list.Columns.Select(c => new XlsxColumn(c.Width, Wrap: false))], HasHeader: true));
        await sheet.WriteRowAsync([.. list.Columns.Select(c => c.Name)], cancel);
        foreach (var row in list.Rows)
        {
            await sheet.WriteRowAsync([.. row.Select(cell => cell is true ? "true" : cell)], cancel);
        }

        await sheet.EndAsync(cancel);
    }
}
