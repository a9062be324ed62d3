using System.Text;
using OpenUpr.Export;
using OpenUpr.Export.Xlsx;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A table of the day's report; its words are the reader's.</summary>
/// <param name="Name">Of the sheet, at most 31 characters.</param>
public sealed record DayTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Writes the report of a day for colleagues and partners (requirement J2): as a workbook, as values for a spreadsheet, as plain text.</summary>
public static class DayFile
{
    /// <summary>Characters of a column of a sheet.</summary>
    private const int Width = 24;

    private const int WideWidth = 70;

    /// <summary>Texts longer than this make their column wide.</summary>
    private const int Long = 40;

    /// <summary>One sheet for each table.</summary>
    public static async Task WriteWorkbookAsync(Stream output, IReadOnlyList<DayTable> tables, DateTimeOffset at, CancellationToken cancel)
    {
        using var workbook = await XlsxWriter.CreateAsync(output, at, cancel);
        foreach (var table in tables)
        {
            var widths = table.Columns.Select((_, i) => table.Rows.Any(r => r[i] is string { Length: > Long }));
            using var sheet = workbook.BeginSheet(table.Name, new XlsxLayout([.. widths.Select(wide => new XlsxColumn(wide ? WideWidth : Width, Wrap: true))], HasHeader: true));
            await sheet.WriteRowAsync([.. table.Columns], cancel);
            foreach (var row in table.Rows)
            {
                await sheet.WriteRowAsync(row, cancel);
            }

            await sheet.EndAsync(cancel);
        }

        await workbook.FinishAsync(cancel);
    }

    /// <summary>One table with its head, by RFC 4180; a cell that a spreadsheet would run as a formula is made a text.</summary>
    public static byte[] Csv(DayTable table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows.Prepend([.. table.Columns]))
        {
            for (var i = 0; i < row.Count; i++)
            {
                text.Append(i > 0 ? "," : "");
                RecommendationCsv.AppendCell(text, row[i]);
            }

            text.Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Plain text to send or to read out: a heading, then each row as a line of "column: value".</summary>
    public static byte[] Text(string heading, IReadOnlyList<string> intro, IReadOnlyList<DayTable> tables)
    {
        var text = new StringBuilder(heading).Append("\r\n").Append('=', heading.Length).Append("\r\n");
        intro.ToList().ForEach(line => text.Append("\r\n").Append(line).Append("\r\n"));
        foreach (var table in tables)
        {
            text.Append("\r\n").Append(table.Name).Append("\r\n").Append('-', table.Name.Length).Append("\r\n");
            foreach (var row in table.Rows)
            {
                var cells = table.Columns.Zip(row).Where(c => c.Second is not null and not "").Select(c => $"{c.First}: {c.Second}");
                text.Append("\r\n* ").AppendJoin("\r\n  ", cells).Append("\r\n");
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
