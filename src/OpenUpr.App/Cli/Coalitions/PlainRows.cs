using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenUpr.Export;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>Rows of named cells: a table for the eye, CSV or one JSON object a line for programs. The last column of a table takes the width that is left.</summary>
internal static class PlainRows
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Stream output, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, ExportFormat? format, int width)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = format == ExportFormat.Csv ? "\r\n" : "\n" };
        switch (format)
        {
            case ExportFormat.Csv:
                await writer.WriteLineAsync(string.Join(',', columns));
                foreach (var row in rows)
                {
                    await writer.WriteLineAsync(Csv(row));
                }

                break;
            case ExportFormat.Jsonl:
                foreach (var row in rows)
                {
                    await writer.WriteLineAsync(JsonSerializer.Serialize(columns.Zip(row).ToDictionary(p => p.First, p => p.Second), s_json));
                }

                break;
            default:
                var table = new TextTable([.. columns.Select((c, i) => new TextColumn(c, Rest: i == columns.Count - 1))], width);
                rows.ToList().ForEach(r => table.Add([.. r.Select(c => c?.ToString())]));
                table.WriteTo(writer);
                break;
        }
    }

    private static StringBuilder Csv(IReadOnlyList<object?> row)
    {
        var line = new StringBuilder();
        foreach (var (i, cell) in row.Index())
        {
            RecommendationCsv.AppendCell(i > 0 ? line.Append(',') : line, cell);
        }

        return line;
    }
}
