using System.Globalization;
using OpenUpr.Drafting.Lists;
using OpenUpr.Export.Xlsx;

namespace OpenUpr.Export;

/// <summary>A list of recommendations as a workbook: its own columns, then value, comment, challenges and help needed, each in a column; last the version of the row, by which a sheet that comes back filled in is compared.</summary>
public static class MatrixExport
{
    private static readonly string[] s_own = ["col-value", "col-comment", "col-challenges", "col-assistance", "col-version"];

    public static async Task WriteAsync(Stream output, MatrixView view, DateTimeOffset at, CancellationToken cancel)
    {
        var language = view.Sheet.Language;
        using var book = await XlsxWriter.CreateAsync(output, at, cancel);
        int[] printed = [.. Enumerable.Range(0, view.Head.Count).Where(i => i != view.Assessment)];
        XlsxColumn[] columns = [new(30, true), new(10, false), .. printed.Select(i => new XlsxColumn(i == 0 ? 60 : 30, true)), new(22, true), new(60, true), new(40, true), new(40, true), new(10, false)];
        using (var sheet = book.BeginSheet(MatrixWording.Of("head-text", language), new XlsxLayout(columns, true)))
        {
            await sheet.WriteRowAsync([MatrixWording.Of("col-theme", language), MatrixWording.Of("col-number", language), .. printed.Select(i => view.Head[i]), .. s_own.Select(c => MatrixWording.Of(c, language))], cancel);
            foreach (var row in view.Rows)
            {
                await sheet.WriteRowAsync(
                    [row.Row.Theme, row.Row.Number, .. printed.Select(i => row.Cells[i]), view.Wording.Word(row.Filled.Value, language), row.Filled.Comment, row.Filled.Challenges, row.Filled.Assistance, (row.Entry?.Number ?? 0).ToString(CultureInfo.InvariantCulture)], cancel);
            }

            await sheet.EndAsync(cancel);
        }

        await book.FinishAsync(cancel);
    }
}
