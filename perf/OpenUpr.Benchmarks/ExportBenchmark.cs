using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Export;
using OpenUpr.Import;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks;

/// <summary>
/// All recommendations as .xlsx: seconds and peak memory, each run in a process of its own. From the store as users have it, and from generated
/// rows at two sizes, beside the Open XML SDK's OpenXmlWriter on the same rows.
/// </summary>
public static class ExportBenchmark
{
    /// <summary>Of the small size; the large one, which takes minutes, is run once.</summary>
    private const int Runs = 3;
    private const int RealRows = 33_082;
    private const int ManyRows = 1_000_000;

    private static readonly string[] s_files = ["1-5.csv", "6-9.csv", "10-13.csv", "14-17.csv"];

    /// <summary>Arguments: the folder with upr-info/, and the markdown file to write (default: standard output).</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync("Usage: export CORPUS-FOLDER [RESULT.md]");
            return 2;
        }

        if (args is ["--child", var how, var folder, var rows])
        {
            await WriteAsync(how, folder, int.Parse(rows, CultureInfo.InvariantCulture));
            return 0;
        }

        var work = Directory.CreateTempSubdirectory("openupr_bench_").FullName;
        try
        {
            await ImportAsync(args[0], work);
            List<Measurement> results =
            [
                Measure("From the store: OpenUPR", "store", work, RealRows),
                Measure("From a store of a million rows: OpenUPR", "store", await MultiplyAsync(work), ManyRows),
                Measure("Generated rows: OpenUPR", "ours", work, RealRows),
                Measure("Generated rows: OpenUPR", "ours", work, ManyRows),
                Measure("Generated rows: OpenXmlWriter (peer)", "peer", work, RealRows),
                Measure("Generated rows: OpenXmlWriter (peer)", "peer", work, ManyRows),
            ];
            var report = ExportBenchmarkReport.Write(results, Runs);
            await (args.Length > 1 ? File.WriteAllTextAsync(args[1], report) : Console.Out.WriteAsync(report));
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task ImportAsync(string corpus, string folder)
    {
        var importer = new Importer(await Store.OpenAsync(StoreLocation.Parse(folder, null)), TimeProvider.System);
        foreach (var file in s_files)
        {
            await importer.ImportAsync(Path.Combine(corpus, "upr-info", file), new ImportOptions());
        }
    }

    /// <summary>A second store in which every recommendation stands as often as a million needs.</summary>
    private static async Task<string> MultiplyAsync(string folder)
    {
        SqliteConnection.ClearAllPools();
        var target = Directory.CreateDirectory(Path.Combine(folder, "many")).FullName;
        File.Copy(Path.Combine(folder, "openupr.db"), Path.Combine(target, "openupr.db"));
        await using var db = (await Store.OpenAsync(StoreLocation.Parse(target, null))).Open();
        var times = (ManyRows / RealRows) + 1;
        var copies = $"WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < {times - 1})";
        string[] statements =
        [
            copies + " INSERT INTO recommendations (id, text_id, rs, document_id, line, identity, merged_into_id)"
                + " SELECT id + n * 1000000, text_id, rs, document_id, line, randomblob(16), NULL FROM recommendations, copy",
            copies + " INSERT INTO tags (id, recommendation_id, scheme, value, set_by, set_by_name, confidence, set_at, withdrawn_at)"
                + " SELECT id + n * 10000000, recommendation_id + n * 1000000, scheme, value, set_by, set_by_name, confidence, set_at, withdrawn_at FROM tags, copy",
        ];
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }

        return target;
    }

    private static async Task WriteAsync(string how, string folder, int rows)
    {
        var store = await Store.OpenAsync(StoreLocation.Parse(folder, null));
        var context = new ExportContext(string.Empty, ExportContext.Pairs, null, TimeProvider.System.GetUtcNow());
        var columns = new RecommendationColumns(store.Reference);
        var path = Path.Combine(folder, $"{Environment.ProcessId}.xlsx");
        List<long> ids;
        await using (var db = store.Open())
        {
            ids = how == "store" ? await db.Recommendations.OrderBy(r => r.Id).Select(r => r.Id).Take(rows).ToListAsync() : [];
        }

        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        if (how == "peer")
        {
            await ExportBenchmarkPeer.WriteAsync(path, Generate(rows), columns);
        }
        else
        {
            await using var file = File.Create(path);
            await (how == "store"
                ? RecommendationExport.WriteAsync(file, store, ids, ExportFormat.Xlsx, context)
                : RecommendationExport.WriteAsync(file, Generate(rows), columns, [], ExportFormat.Xlsx, context));
        }

        var busy = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds} {busy} {self.PeakWorkingSet64} {new FileInfo(path).Length}"));
        File.Delete(path);
    }

    /// <summary>Rows like the real ones in length and variety, always the same.</summary>
    private static async IAsyncEnumerable<RecommendationRow> Generate(int rows)
    {
        string[] words = ["ratify", "the", "optional", "protocol", "to", "convention", "against", "torture", "and", "take", "measures", "strengthen", "rights", "of", "women", "children"];
        string[] states = [.. ReferenceData.Load(World.UnitedNations).States.Select(s => s.Iso3)];
        var random = new Random(42);
        for (var i = 1; i <= rows; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 15 + random.Next(20)).Select(_ => words[random.Next(words.Length)]));
            yield return new RecommendationRow(
                i, RecommendationKind.Recommendation, states[random.Next(states.Length)], states[random.Next(states.Length)], 1 + (i % 40), 1 + (i % 3), null, null, null,
                text, Position.Supported, false, "Accepted", 1 + (i % 5), ["International instruments", "Women's rights"], [5, 16], $"14-17.csv line {i}");
        }

        await Task.CompletedTask;
    }

    private static Measurement Measure(string name, string how, string folder, int rows)
    {
        var runs = Enumerable.Range(0, rows == RealRows ? Runs : 1).Select(_ =>
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            foreach (var argument in new[] { "export", "--child", how, folder, rows.ToString(CultureInfo.InvariantCulture) })
            {
                start.ArgumentList.Add(argument);
            }

            using var child = Process.Start(start)!;
            var numbers = child.StandardOutput.ReadToEnd().Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            child.WaitForExit();
            return numbers;
        }).ToList();
        return new Measurement(name, how, rows, Median(runs, 0), Median(runs, 1), Median(runs, 2) / 1e6, Median(runs, 3) / 1e6);
    }

    private static double Median(List<double[]> runs, int column) => runs.Select(r => r[column]).Order().ElementAt(runs.Count / 2);
}

/// <summary>What was measured of one way to write.</summary>
internal sealed record Measurement(string Name, string How, int Rows, double Seconds, double ProcessorSeconds, double Megabytes, double FileMegabytes);
