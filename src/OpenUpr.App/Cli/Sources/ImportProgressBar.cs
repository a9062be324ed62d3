using OpenUpr.Import;
using Spectre.Console;

namespace OpenUpr.App.Cli.Sources;

/// <summary>Imports file after file and shows how far it is: bars on a terminal, a line a file where nobody watches.</summary>
internal static class ImportProgressBar
{
    public static Task<IReadOnlyList<ImportReport>> RunAsync(
        Terminal terminal, IReadOnlyList<string> files, Func<string, IProgress<ImportProgress>?, Task<ImportReport>> import) =>
        terminal.TalkIsTerminal ? WithBarsAsync(terminal, files, import) : WithLinesAsync(terminal, files, import);

    private static async Task<IReadOnlyList<ImportReport>> WithLinesAsync(
        Terminal terminal, IReadOnlyList<string> files, Func<string, IProgress<ImportProgress>?, Task<ImportReport>> import)
    {
        var reports = new List<ImportReport>();
        foreach (var file in files)
        {
            var report = await import(file, null);
            terminal.Talk.WriteLine($"[{reports.Count + 1}/{files.Count}] {report.File}: {report.Refusal ?? $"{report.RowsRead} rows read"}");
            reports.Add(report);
        }

        return reports;
    }

    private static async Task<IReadOnlyList<ImportReport>> WithBarsAsync(
        Terminal terminal, IReadOnlyList<string> files, Func<string, IProgress<ImportProgress>?, Task<ImportReport>> import)
    {
        var reports = new List<ImportReport>();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Talk) });
        await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var all = progress.AddTask("All files", maxValue: Math.Max(files.Count, 1));
            foreach (var file in files)
            {
                var bar = progress.AddTask(Markup.Escape(Path.GetFileName(file)));
                reports.Add(await import(file, new Reporter(bar)));
                bar.Value = bar.MaxValue;
                bar.StopTask();
                all.Increment(1);
            }
        });
        return reports;
    }

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
