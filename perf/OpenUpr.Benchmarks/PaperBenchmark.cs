using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OpenUpr.Import;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks;

/// <summary>Reports read and stored in a fresh SQLite store: seconds and peak memory, each run in a process of its own. Beside it pdftotext on the same files, which lays out the text and understands nothing of it.</summary>
public static class PaperBenchmark
{
    private const int Runs = 3;

    /// <summary>Arguments: the folder of the reports, and the markdown file to write (default: standard output).</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync("Usage: papers FOLDER [RESULT.md]");
            return 2;
        }

        var files = Directory.GetFiles(args[0], "*.pdf").Order(StringComparer.Ordinal).ToList();
        if (args is [_, "--child"])
        {
            await ImportAsync(files);
            return 0;
        }

        var import = Enumerable.Range(0, Runs).Select(_ => Measure(args[0])).ToList();
        var peer = Enumerable.Range(0, Runs).Select(_ => LayOut(files)).ToList();
        var result = Describe(files.Count, import, peer);
        await (args.Length > 1 ? File.WriteAllTextAsync(args[1], result) : Console.Out.WriteAsync(result));
        return 0;
    }

    private static async Task ImportAsync(IReadOnlyList<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("openupr_bench_").FullName;
        try
        {
            var store = await Store.OpenAsync(StoreLocation.Parse(folder, null));
            var (pairs, refused, watch) = (0, 0, Stopwatch.StartNew());
            await foreach (var report in new Importer(store, TimeProvider.System).ImportManyAsync(files, new ImportOptions()))
            {
                pairs += report.Recommendations;
                refused += report.Refusal is null ? 0 : 1;
            }

            using var self = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant($"{pairs} {refused} {watch.Elapsed.TotalSeconds} {self.PeakWorkingSet64} {self.TotalProcessorTime.TotalSeconds}"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Measurement Measure(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["papers", folder, "--child"]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var numbers = child.StandardOutput.ReadToEnd().Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        child.WaitForExit();
        return new Measurement((int)numbers[0], (int)numbers[1], numbers[2], numbers[3] / 1e6, numbers[4]);
    }

    /// <summary>As many at a time as there are processors; null where pdftotext is not installed.</summary>
    private static double? LayOut(IEnumerable<string> files)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
            {
                using var child = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
                child.StandardOutput.ReadToEnd();
                child.WaitForExit();
            });
            return watch.Elapsed.TotalSeconds;
        }
        catch (AggregateException e) when (e.InnerException is System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Describe(int files, List<Measurement> import, List<double?> peer) => new StringBuilder()
        .AppendLine("# Reports read and stored in SQLite")
        .AppendLine()
        .AppendLine("`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- papers FOLDER perf/results/papers.md`")
        .AppendLine()
        .AppendLine(CultureInfo.InvariantCulture, $"{files} reports of the Working Group; {Environment.ProcessorCount} processors, .NET {Environment.Version}; each of {Runs} runs a process of its own, start of the program apart. Goal: under 20 s and under 400 MB.")
        .AppendLine()
        .AppendLine("| | pairs | refused | seconds, median | slowest | processor seconds of the process, median | peak memory, MB |")
        .AppendLine("|---|---|---|---|---|---|---|")
        .AppendLine(CultureInfo.InvariantCulture, $"| OpenUPR: read, understood, originals kept, stored | {import[0].Pairs} | {import[0].Refused} | {Median(import.Select(r => r.Seconds)):0.00} | {import.Max(r => r.Seconds):0.00} | {Median(import.Select(r => r.Processor)):0.00} | {import.Max(r => r.Megabytes):0} |")
        .AppendLine(CultureInfo.InvariantCulture, $"| pdftotext -layout: text only, nothing kept | | | {(peer[0] is null ? "not installed" : $"{Median(peer.Select(p => p!.Value)):0.00}")} | {peer.Max():0.00} | | |")
        .ToString();

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    /// <param name="Processor">Seconds of processor time of the whole process, its start among them: what a busy machine does not change.</param>
    private sealed record Measurement(int Pairs, int Refused, double Seconds, double Megabytes, double Processor);
}
