using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using OpenUpr.App.Cli.Stores;
using OpenUpr.Export;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Sources;

/// <summary>import --reread: first everything that would change, then the change.</summary>
internal sealed class RereadRun(Terminal terminal, OutputOptions output)
{
    private const int ShownChanges = 20;
    private const int ShownLetters = 70;

    public async Task<int> RunAsync(ParseResult parsed, Store store, IReadOnlyList<string> paths, bool dryRun, CancellationToken cancel)
    {
        var rereader = new Rereader(store, terminal.Time);
        var documents = await rereader.FindAsync(paths.Count == 0 ? [] : Importer.FindFiles(paths), cancel);
        var reports = new List<RereadReport>();
        await foreach (var report in rereader.CompareAsync(documents, cancel))
        {
            reports.Add(report);
            terminal.Talk.WriteLine($"[{reports.Count}/{documents.Count}] {report.File}: {report.Refusal ?? $"{report.Changes.Count} changes"}");
        }

        await output.WriteAsync(parsed, stream => output.Format(parsed) is null ? WriteTableAsync(stream, reports) : WriteLinesAsync(stream, reports), cancel);
        foreach (var report in dryRun ? [] : reports.Where(r => r.Refusal is null))
        {
            await rereader.ApplyAsync(report.DocumentId, cancel);
        }

        if (!dryRun)
        {
            await LabelRun.RunAsync(terminal, store, cancel);
        }

        var changed = reports.Count(r => r.Changes.Count > 0);
        terminal.Talk.WriteLine($"{changed} of {reports.Count} stored papers {(dryRun ? "would change" : "changed")}: {reports.Sum(r => r.Changes.Count)} changes");
        return reports.Any(r => r.Refusal is not null) ? Exit.Failed : Exit.Done;
    }

    private static async Task WriteTableAsync(Stream stream, IEnumerable<RereadReport> reports)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var report in reports.Where(r => r.Refusal is not null || r.Changes.Count > 0))
        {
            writer.WriteLine(report.Refusal is { } reason ? $"{report.File}: refused. {reason}" : $"{report.File} {report.Symbol}: {string.Join(", ", report.Changes.GroupBy(c => c.What).Select(g => $"{g.Key} {g.Count()}"))}");
            foreach (var change in report.Changes.Take(ShownChanges))
            {
                writer.WriteLine($"  {change.What} {change.Number}: {Short(change.Before)} -> {Short(change.After)}");
            }

            if (report.Changes.Count > ShownChanges)
            {
                writer.WriteLine($"  and {report.Changes.Count - ShownChanges} more; --format jsonl names all");
            }
        }
    }

    private static async Task WriteLinesAsync(Stream stream, IEnumerable<RereadReport> reports)
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

        await stream.WriteAsync(buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter json, RereadReport report)
    {
        json.WriteStartObject();
        json.WriteString("file", report.File);
        json.WriteString("kind", report.Kind);
        json.WriteString("document", report.Symbol);
        json.WriteString("readWith", report.ReadWith);
        json.WriteString("refused", report.Refusal);
        json.WriteStartArray("changes");
        foreach (var change in report.Changes)
        {
            json.WriteStartObject();
            json.WriteString("what", change.What);
            json.WriteString("number", change.Number);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Short(string? value) => value is null ? "nothing" : value.Length <= ShownLetters ? value : value[..ShownLetters] + "...";
}
