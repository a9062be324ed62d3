using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenUpr.Export.Xlsx;

namespace OpenUpr.Export;

/// <summary>A task as a file has it.</summary>
/// <param name="Step">Code of the step; null for the coalition's own.</param>
/// <param name="From">First day of its window; null while nothing is known.</param>
/// <param name="Basis">actual, range, estimated or own.</param>
/// <param name="Fit">shortened, moved-from-quiet, in-quiet, too-late or left-out; null for none.</param>
/// <param name="Checklist">Points, those that are done with a mark before them.</param>
public sealed record PlanFileRow(
    string Id, string State, int? Session, string Phase, string? Step, string Title, DateOnly? From, DateOnly? To, string Basis, string? Fit, string Status, string? Owner, string? Cluster,
    IReadOnlyList<string> Requirements, IReadOnlyList<string> Sources, string? Why, string? How, IReadOnlyList<string> Checklist, string? Note);

/// <summary>Writes a plan as CSV, JSON lines or a workbook, one row a task.</summary>
public static class PlanExport
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Characters from which a column holds sentences.</summary>
    private const int LongText = 30;

    private static readonly (string Name, int Width, Func<PlanFileRow, object?> Cell)[] s_columns =
    [
        ("id", 10, r => r.Id), ("state", 8, r => r.State), ("session", 9, r => r.Session), ("phase", 14, r => r.Phase), ("title", 46, r => r.Title), ("from", 12, r => Day(r.From)), ("to", 12, r => Day(r.To)), ("basis", 11, r => r.Basis),
        ("fit", 16, r => r.Fit), ("status", 10, r => r.Status), ("owner", 20, r => r.Owner), ("cluster", 20, r => r.Cluster), ("checklist", 40, r => string.Join("; ", r.Checklist)), ("note", 30, r => r.Note), ("why", 40, r => r.Why), ("how", 60, r => r.How),
        ("step", 20, r => r.Step), ("requirements", 14, r => string.Join(' ', r.Requirements)), ("sources", 40, r => string.Join("; ", r.Sources)),
    ];

    public static Task WriteAsync(Stream output, IReadOnlyList<PlanFileRow> rows, ExportFormat format, DateTimeOffset at, CancellationToken cancel) => format switch
    {
        ExportFormat.Xlsx => WorkbookAsync(output, rows, at, cancel),
        _ => TextAsync(output, rows, format, cancel),
    };

    private static async Task TextAsync(Stream output, IReadOnlyList<PlanFileRow> rows, ExportFormat format, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        if (format == ExportFormat.Jsonl)
        {
            foreach (var row in rows)
            {
                await writer.WriteAsync((JsonSerializer.Serialize(row, s_json) + "\n").AsMemory(), cancel);
            }

            return;
        }

        var line = new StringBuilder().AppendJoin(',', s_columns.Select(c => c.Name)).Append("\r\n");
        foreach (var row in rows)
        {
            foreach (var (i, column) in s_columns.Index())
            {
                RecommendationCsv.AppendCell(i > 0 ? line.Append(',') : line, column.Cell(row));
            }

            line.Append("\r\n");
        }

        await writer.WriteAsync(line, cancel);
    }

    private static async Task WorkbookAsync(Stream output, IReadOnlyList<PlanFileRow> rows, DateTimeOffset at, CancellationToken cancel)
    {
        using var workbook = await XlsxWriter.CreateAsync(output, at, cancel);
        using (var sheet = workbook.BeginSheet("Plan", new XlsxLayout([.. s_columns.Select(c => new XlsxColumn(c.Width, Wrap: c.Width >= LongText))], HasHeader: true)))
        {
            await sheet.WriteRowAsync([.. s_columns.Select(c => c.Name)], cancel);
            foreach (var row in rows)
            {
                await sheet.WriteRowAsync([.. s_columns.Select(c => c.Cell(row))], cancel);
            }

            await sheet.EndAsync(cancel);
        }

        await workbook.FinishAsync(cancel);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
