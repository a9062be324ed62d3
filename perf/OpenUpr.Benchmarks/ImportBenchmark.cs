using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OpenUpr.Import;
using OpenUpr.Sources.Csv;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks;

/// <summary>
/// The whole export into a fresh SQLite store: seconds and peak memory, each run in a process of its own. Beside it the floor: the same
/// rows parsed and inserted into one flat table in one transaction, with nothing checked, kept or found again.
/// </summary>
public static class ImportBenchmark
{
    private const int Runs = 5;

    private static readonly string[] Files = ["1-5.csv", "6-9.csv", "10-13.csv", "14-17.csv", "voluntary.csv"];

    /// <summary>Arguments: the folder with upr-info/, and the markdown file to write (default: standard output).</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync("Usage: import CORPUS-FOLDER [RESULT.md]");
            return 2;
        }

        var files = Files.Select(f => Path.Combine(args[0], "upr-info", f)).ToArray();
        if (args is [_, "--child", var what])
        {
            await (what == "floor" ? Task.Run(() => Floor(files)) : ImportAsync(files));
            return 0;
        }

        var import = Enumerable.Range(0, Runs).Select(_ => Measure(args[0], "import")).ToList();
        var floor = Enumerable.Range(0, Runs).Select(_ => Measure(args[0], "floor")).ToList();
        var result = Describe(import, floor);
        await (args.Length > 1 ? File.WriteAllTextAsync(args[1], result) : Console.Out.WriteAsync(result));
        return 0;
    }

    private static async Task ImportAsync(string[] files)
    {
        await InFolderAsync(async folder =>
        {
            var store = await Store.OpenAsync(StoreLocation.Parse(folder, null));
            var importer = new Importer(store, TimeProvider.System);
            var (rows, watch) = (0, Stopwatch.StartNew());
            foreach (var file in files)
            {
                var report = await importer.ImportAsync(file, new ImportOptions());
                rows += report.Recommendations + report.Pledges;
            }

            Report(rows, watch);
        });
    }

    private static Task Floor(string[] files) => InFolderAsync(folder =>
    {
        var (rows, watch) = (0, Stopwatch.StartNew());
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "flat.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE flat (a,b,c,d,e,f,g,h,i,j,k)";
        command.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO flat VALUES (@0,@1,@2,@3,@4,@5,@6,@7,@8,@9,@10)";
        var parameters = Enumerable.Range(0, 11).Select(i => command.Parameters.Add($"@{i}", SqliteType.Text)).ToArray();
        foreach (var file in files)
        {
            using var reader = new StreamReader(file, TextEncodings.MacRoman);
            foreach (var record in new CsvParser(reader).ReadAll().Skip(1))
            {
                for (var i = 0; i < parameters.Length; i++)
                {
                    parameters[i].Value = record.Fields[i];
                }

                command.ExecuteNonQuery();
                rows++;
            }
        }

        transaction.Commit();
        Report(rows, watch);
        return Task.CompletedTask;
    });

    private static async Task InFolderAsync(Func<string, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("openupr_bench_").FullName;
        try
        {
            await work(folder);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(int rows, Stopwatch watch)
    {
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{rows} {watch.Elapsed.TotalSeconds} {self.PeakWorkingSet64} {self.TotalProcessorTime.TotalSeconds}"));
    }

    private static Measurement Measure(string corpus, string what)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "import", corpus, "--child", what })
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var numbers = child.StandardOutput.ReadToEnd().Split(' ');
        child.WaitForExit();
        return new Measurement(int.Parse(numbers[0], CultureInfo.InvariantCulture), Number(numbers[1]), Number(numbers[2]) / 1e6, Number(numbers[3]));

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string Describe(List<Measurement> import, List<Measurement> floor)
    {
        var (mine, least) = (Median(import.Select(r => r.Seconds)), Median(floor.Select(r => r.Seconds)));
        return new StringBuilder()
            .AppendLine("# Import of the whole export into SQLite")
            .AppendLine()
            .AppendLine("`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- import CORPUS-FOLDER perf/results/import.md`")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"The five .csv files of UPR Info's export of sessions 1 to 17; {Environment.ProcessorCount} processors, .NET {Environment.Version}; each of {Runs} runs a process of its own, start of the program apart. Goal: under 10 s and under 300 MB.")
            .AppendLine()
            .AppendLine("| | rows | seconds, median | slowest | processor seconds of the process, median | peak memory, MB |")
            .AppendLine("|---|---|---|---|---|---|")
            .AppendLine(CultureInfo.InvariantCulture, $"| OpenUPR: checked, originals kept, normalised, searchable by identity | {import[0].Rows} | {mine:0.00} | {import.Max(r => r.Seconds):0.00} | {Median(import.Select(r => r.Processor)):0.00} | {import.Max(r => r.Megabytes):0} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| Floor: the same rows into one flat table, nothing checked | {floor[0].Rows} | {least:0.00} | {floor.Max(r => r.Seconds):0.00} | {Median(floor.Select(r => r.Processor)):0.00} | {floor.Max(r => r.Megabytes):0} |")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Ratio of the medians: {mine / least:0.0}")
            .ToString();
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    /// <param name="Seconds">By the clock, from the first file on.</param>
    /// <param name="Processor">Seconds of processor time of the whole process, its start among them: what a busy machine does not change.</param>
    private sealed record Measurement(int Rows, double Seconds, double Megabytes, double Processor);
}
