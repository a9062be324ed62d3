using System.Globalization;
using System.Text;
using OpenUpr.Recommendations;

namespace OpenUpr.Export;

/// <summary>
/// Comma-separated values by RFC 4180, in UTF-8, for spreadsheets. Texts come from outside, and a spreadsheet runs a cell that begins
/// like a formula: such a cell gets an apostrophe in front. Who wants the texts untouched takes the .jsonl form.
/// </summary>
public static class RecommendationCsv
{
    private const int FlushAt = 64 * 1024;

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<RecommendationRow> rows, RecommendationColumns columns, bool bom, CancellationToken cancel = default)
    {
        var text = new StringBuilder();
        await using var writer = new StreamWriter(output, new UTF8Encoding(bom), FlushAt, leaveOpen: true);
        text.AppendJoin(',', columns.All.Select(c => c.Name)).Append("\r\n");
        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var i = 0; i < columns.All.Count; i++)
            {
                if (i > 0)
                {
                    text.Append(',');
                }

                AppendCell(text, columns.All[i].Cell(row));
            }

            text.Append("\r\n");
            if (text.Length >= FlushAt)
            {
                await writer.WriteAsync(text, cancel);
                text.Clear();
            }
        }

        await writer.WriteAsync(text, cancel);
        await writer.FlushAsync(cancel);
    }

    /// <summary>Appends one cell, quoted where it must be and never a formula.</summary>
    public static void AppendCell(StringBuilder line, object? value)
    {
        if (value is not string cell)
        {
            line.Append(CultureInfo.InvariantCulture, $"{value}");
            return;
        }

        var quoted = cell.AsSpan().IndexOfAny(",\"\r\n") >= 0;
        if (quoted)
        {
            line.Append('"');
        }

        if (BeginsLikeFormula(cell))
        {
            line.Append('\'');
        }

        line.Append(quoted ? cell.Replace("\"", "\"\"", StringComparison.Ordinal) : cell);
        if (quoted)
        {
            line.Append('"');
        }
    }

    /// <summary>Also the full-width forms, which spreadsheets of East Asian locales take for the plain ones.</summary>
    private static bool BeginsLikeFormula(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
