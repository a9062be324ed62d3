using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenUpr.Export;
using OpenUpr.Reviews;

namespace OpenUpr.App.Cli.Reviews;

/// <summary>Events of the calendar as rows: a table for the eye, CSV or one JSON object a line for programs.</summary>
internal static class CalendarRows
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Months only known are written as such: 2026-11.</summary>
    private sealed record Row(string Id, int Session, int Cycle, string? State, string Kind, string What, string From, string? To, string? Time, string? Zone, string Certainty, bool Estimated, IReadOnlyList<string> Sources)
    {
        public static Row Of(CalendarEvent e) => new(
            e.Id, e.Session.Number, e.Session.Cycle, e.Iso3, e.Step.Key, e.Step.What, Day(e.Date.Earliest, e.Date.Precision),
            e.Date.Latest is { } last ? Day(last, e.Date.Precision) : null, e.Date.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), e.Date.Zone,
            e.Date.Certainty.ToString().ToLowerInvariant(), e.Date.Estimated, e.Date.Sources);

        private static string Day(DateOnly day, Precision precision) => day.ToString(precision == Precision.Month ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static async Task WriteAsync(Stream output, IReadOnlyList<CalendarEvent> events, ExportFormat? format, int width)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = format == ExportFormat.Csv ? "\r\n" : "\n" };
        var rows = events.Select(Row.Of);
        switch (format)
        {
            case ExportFormat.Csv:
                await writer.WriteLineAsync("id,session,cycle,state,kind,what,from,to,time,zone,certainty,estimated,sources");
                foreach (var row in rows)
                {
                    await writer.WriteLineAsync(Csv(row));
                }

                break;
            case ExportFormat.Jsonl:
                foreach (var row in rows)
                {
                    await writer.WriteLineAsync(JsonSerializer.Serialize(row, s_json));
                }

                break;
            default:
                WriteTable(writer, rows, width);
                break;
        }
    }

    private static StringBuilder Csv(Row r)
    {
        var line = new StringBuilder();
        object?[] cells = [r.Id, r.Session, r.Cycle, r.State, r.Kind, r.What, r.From, r.To, r.Time, r.Zone, r.Certainty, r.Estimated ? "yes" : "no", string.Join(' ', r.Sources)];
        foreach (var (i, cell) in cells.Index())
        {
            RecommendationCsv.AppendCell(i > 0 ? line.Append(',') : line, cell);
        }

        return line;
    }

    private static void WriteTable(TextWriter writer, IEnumerable<Row> rows, int width)
    {
        var table = new TextTable([new("from"), new("to"), new("time"), new("session", Right: true), new("state"), new("certainty"), new("what", Rest: true)], width);
        foreach (var row in rows)
        {
            table.Add(row.From, row.To, row.Time, $"{row.Session}", row.State, row.Certainty, row.What);
        }

        table.WriteTo(writer);
    }
}
