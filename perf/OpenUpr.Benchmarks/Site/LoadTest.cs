using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Benchmarks.Site;

/// <summary>What wrk counted of one server under load.</summary>
/// <param name="Errors">Answers other than 2xx and 3xx, broken connections and time-outs together.</param>
internal sealed record LoadResult(string Name, int Requests, double PerSecond, double MedianMilliseconds, double P99Milliseconds, int Errors, double ResidentMegabytes);

/// <summary>Many readers at once: wrk (which must be installed) with 50 connections for a minute.</summary>
internal static partial class LoadTest
{
    public const int Connections = 50;
    public const int Seconds = 60;

    /// <param name="script">perf/load.lua.</param>
    /// <param name="fixedPage">Ask for one page again and again, not for all of the queries.</param>
    public static async Task<LoadResult> RunAsync(string name, ServerProcess server, string script, string queries, bool fixedPage = false)
    {
        // As long as the measured minute's beginning: what a site that has been up for a while has compiled and read.
        await WrkAsync(server.Address, script, queries, 20, fixedPage);
        var said = await WrkAsync(server.Address, script, queries, Seconds, fixedPage);
        return new LoadResult(
            name,
            int.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture),
            Number(PerSecond().Match(said)),
            Milliseconds(Median().Match(said)),
            Milliseconds(P99().Match(said)),
            Failed().Matches(said).Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)),
            server.ResidentMegabytes);
    }

    private static async Task<string> WrkAsync(Uri address, string script, string queries, int seconds, bool fixedPage)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        start.Environment["OPENUPR_QUERIES"] = queries;
        string[] arguments = ["-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", "-s", script, address.ToString(), "--", fixedPage ? "fixed" : "all"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"wrk failed: {said}");
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private static double Milliseconds(Match match) => Number(match) * match.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        "s" => 1_000,
        var unit => throw new InvalidOperationException($"wrk gave a time in {unit}."),
    };

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Median();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();

    [GeneratedRegex(@"(?:Non-2xx or 3xx responses:|connect|read|write|timeout)\s+(\d+)")]
    private static partial Regex Failed();
}
