using OpenUpr.Import;
using Spectre.Console;

namespace OpenUpr.App.Cli.Sources;

/// <summary>Imports file after file and shows how far it is: bars on a terminal, a line a file where nobody watches.</summary>
internal static class ImportProgressBar
{
    public static Task<IReadOnlyList<ImportReport>> RunAsync(
        Terminal terminal, IReadOnlyList<string> files, Func<Func<string, IProgress<ImportProgress>?>, IAsyncEnumerable<ImportReport>> import) =>
        terminal.TalkIsTerminal ? WithBarsAsync(terminal, files, import) : WithLinesAsync(terminal, files, import);

    private static async Task<IReadOnlyList<ImportReport>> WithLinesAsync(
        Terminal terminal, IReadOnlyList<string> files, Func<Func<string, IProgress<ImportProgress>?>, IAsyncEnumerable<ImportReport>> import)
    {
        var reports = new List<ImportReport>();
        await foreach (var report in import(_ => null))
        {
            reports.Add(report);
            terminal.Talk.WriteLine($"[{reports.Count}/{files.Count}] {report.File}: {report.Refusal ?? Describe(report)}");
        }

        return reports;
    }

    private static async Task<IReadOnlyList<ImportReport>> WithBarsAsync(
        Terminal terminal, IReadOnlyList<string> files, Func<Func<string, IProgress<ImportProgress>?>, IAsyncEnumerable<ImportReport>> import)
    {
        var reports = new List<ImportReport>();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Talk) });
        await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var all = progress.AddTask("All files", maxValue: Math.Max(files.Count, 1));
            var bar = (ProgressTask?)null;
            await foreach (var report in import(file => new Reporter(bar = progress.AddTask(Markup.Escape(Path.GetFileName(file))))))
            {
                reports.Add(report);
                bar!.Value = bar.MaxValue;
                bar.StopTask();
                all.Increment(1);
            }
        });
        return reports;
    }

    private static string Describe(ImportReport report) => report.Paper is not { } paper
        ? $"{report.RowsRead} rows read"
        : $"{report.Kind} {paper.Symbol} {paper.Sur} {paper.Session}{(paper.IsKnown ? ", known" : $": {paper.Texts} texts, {paper.Positions} positions, {paper.Passages} paragraphs, {paper.Doubts} doubts")}";

    private sealed class Reporter(ProgressTask bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            bar.Description = Markup.Escape($"{value.File}: {value.Step}");
            bar.MaxValue = Math.Max(value.Total, 1);
            bar.Value = Math.Min(value.Done, value.Total);
        }
    }
}
