using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenUpr.Export;
using OpenUpr.Import;

namespace OpenUpr.App.Cli.Sources;

/// <summary>Import reports for the eye and for scripts.</summary>
internal static class ImportReportWriter
{
    /// <summary>Findings of a file that the table names; the jsonl form names all.</summary>
    private const int FindingsShown = 20;

    public static async Task WriteTableAsync(Stream output, IReadOnlyList<ImportReport> reports, int width)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var table = new TextTable(
            [new("file", Rest: true), new("rows", Right: true), new("added", Right: true), new("pledges", Right: true), new("known", Right: true), new("refused", Right: true), new("doubtful", Right: true)],
            width);
        foreach (var r in reports)
        {
            table.Add(
                r.Refusal is null ? r.File : $"{r.File} (refused)", $"{r.RowsRead}", $"{r.Recommendations}", $"{r.Pledges}", $"{r.Known}",
                $"{r.Refused}", $"{r.Doubtful + (r.Paper?.Doubts ?? 0)}");
        }

        table.WriteTo(writer);
        foreach (var report in reports.Where(r => r.Refusal is not null || r.Findings.Count > 0))
        {
            WriteFindings(writer, report);
        }
    }

    /// <summary>One object a file.</summary>
    public static async Task WriteLinesAsync(Stream output, IReadOnlyList<ImportReport> reports)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var report in reports)
        {
            await using (var json = new Utf8JsonWriter(buffer, RecommendationJson.Options))
            {
                Write(json, report);
            }

            buffer.Write("\n"u8);
        }

        await output.WriteAsync(buffer.WrittenMemory);
    }

    public static string Summary(IReadOnlyList<ImportReport> reports, bool dryRun)
    {
        var refused = reports.Count(r => r.Refusal is not null);
        var files = reports.Count == 0 ? "No files found" : $"{reports.Count - refused} of {reports.Count} files {(dryRun ? "can be imported" : "imported")}";
        var added = $"{reports.Sum(r => r.Recommendations)} recommendations and {reports.Sum(r => r.Pledges)} pledges {(dryRun ? "would be " : string.Empty)}added";
        return $"{files}: {added}, {reports.Sum(r => r.Known)} known already (pairs of a recommendation and a State)"
            + (dryRun && reports.Count(r => r.Paper is not null) > 1 ? ". Papers are counted against the store as it is, not against the papers before them" : string.Empty);
    }

    private static void WriteFindings(TextWriter writer, ImportReport report)
    {
        writer.WriteLine();
        writer.WriteLine(report.Refusal is { } reason ? $"{report.File}: refused. {reason}" : $"{report.File}:");
        foreach (var finding in report.Findings.Take(FindingsShown))
        {
            writer.WriteLine($"  line {finding.Line}{(finding.Column is { } column ? $", {column}" : string.Empty)}: {Word(finding.Severity)}: {finding.Message}");
        }

        if (report.Findings.Count > FindingsShown)
        {
            writer.WriteLine($"  and {report.Findings.Count - FindingsShown} more; --format jsonl names all");
        }
    }

    private static void Write(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartObject();
        json.WriteString("file", report.File);
        json.WriteString("kind", report.Kind);
        json.WriteString("refused", report.Refusal);
        json.WriteNumber("rowsRead", report.RowsRead);
        json.WriteNumber("recommendations", report.Recommendations);
        json.WriteNumber("pledges", report.Pledges);
        json.WriteNumber("known", report.Known);
        json.WriteNumber("refusedRows", report.Refused);
        json.WriteNumber("doubtfulRows", report.Doubtful);
        if (report.Paper is { } paper)
        {
            Write(json, paper);
        }

        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", Word(finding.Severity));
            json.WriteNumber("line", finding.Line);
            json.WriteString("column", finding.Column);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PaperCounts paper)
    {
        json.WriteStartObject("paper");
        json.WriteString("symbol", paper.Symbol);
        json.WriteString("language", paper.Language);
        json.WriteString("stateUnderReview", paper.Sur);
        if (paper.Session is { } session)
        {
            json.WriteNumber("session", session);
        }
        else
        {
            json.WriteNull("session");
        }

        json.WriteBoolean("known", paper.IsKnown);
        json.WriteNumber("paragraphs", paper.Paragraphs);
        json.WriteNumber("texts", paper.Texts);
        json.WriteNumber("pairs", paper.Pairs);
        json.WriteNumber("positions", paper.Positions);
        json.WriteNumber("passages", paper.Passages);
        json.WriteNumber("doubts", paper.Doubts);
        json.WriteEndObject();
    }

    private static string Word(Severity severity) => severity == Severity.Refused ? "refused" : "doubtful";
}
