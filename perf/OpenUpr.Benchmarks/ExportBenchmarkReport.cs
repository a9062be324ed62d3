using System.Globalization;
using System.Text;

namespace OpenUpr.Benchmarks;

internal static class ExportBenchmarkReport
{
    public static string Write(IReadOnlyList<Measurement> results, int runs)
    {
        var report = new StringBuilder()
            .AppendLine("# All recommendations as .xlsx")
            .AppendLine()
            .AppendLine("`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- export CORPUS-FOLDER perf/results/export.md`")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, .NET {Environment.Version}; each run a process of its own, start of the program and of the store apart; medians of {runs} runs at 33,082 rows, one run at 1,000,000.")
            .AppendLine("Goals: all rows of the store under 5 s; peak memory at 1,000,000 rows within 1.3 times that at 33,082.")
            .AppendLine()
            .AppendLine("| | rows | seconds | processor seconds | peak memory, MB | file, MB |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var r in results)
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"| {r.Name} | {r.Rows:N0} | {r.Seconds:0.00} | {r.ProcessorSeconds:0.00} | {r.Megabytes:0} | {r.FileMegabytes:0.0} |");
        }

        report.AppendLine();
        foreach (var (name, how) in new[] { ("OpenUPR, from the store", "store"), ("OpenUPR, generated rows", "ours"), ("OpenXmlWriter", "peer") })
        {
            var sizes = results.Where(r => r.How == how).ToList();
            report.AppendLine(CultureInfo.InvariantCulture, $"- Peak memory at {sizes[1].Rows:N0} rows against {sizes[0].Rows:N0}, {name}: {sizes[1].Megabytes / sizes[0].Megabytes:0.00} times");
        }

        var (ours, peer) = (results.Last(r => r.How == "ours"), results.Last(r => r.How == "peer"));
        return report
            .AppendLine(CultureInfo.InvariantCulture, $"- At {ours.Rows:N0} rows OpenXmlWriter takes {peer.ProcessorSeconds / ours.ProcessorSeconds:0.0} times the processor time and {peer.Megabytes / ours.Megabytes:0.0} times the memory")
            .ToString();
    }
}
