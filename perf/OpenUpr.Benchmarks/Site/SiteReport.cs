using System.Globalization;
using System.Text;

namespace OpenUpr.Benchmarks.Site;

/// <summary>What was measured of one server.</summary>
/// <param name="StartSeconds">From the start of the process to its first page.</param>
/// <param name="PageMilliseconds">Of a search page, as the client sees it, one request at a time.</param>
internal sealed record SiteMeasure(string Name, Quantiles StartSeconds, Quantiles PageMilliseconds, double ResidentMegabytes);

/// <summary>The bytes of one page: the HTML, all that it loads, and all of it as it is sent (Brotli).</summary>
internal sealed record PageWeight(string Page, int Html, int All, int Sent);

/// <summary>The results as markdown.</summary>
internal sealed class SiteReport(int pairs)
{
    private readonly List<SiteMeasure> _measures = [];
    private readonly List<LoadResult> _loads = [];
    private readonly List<PageWeight> _weights = [];

    public void Add(SiteMeasure measure) => _measures.Add(measure);

    public void Add(LoadResult load) => _loads.Add(load);

    public void Add(PageWeight weight) => _weights.Add(weight);

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Line("# The site on the real export");
        Line("");
        Line("`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- site CORPUS-FOLDER perf/results/site.md perf/queries.txt PUBLISHED/openupr.dll`");
        Line("");
        Line(string.Create(CultureInfo.InvariantCulture, $"{pairs:N0} pairs in SQLite, snapshot of the index present; {Environment.ProcessorCount} processors, .NET {Environment.Version}, {DateTime()}."));
        Line("Cold start: 5 starts, from the start of the process to the last byte of the first search page. Page: 400 search pages of the kept queries, facets and");
        Line("20 results, one at a time, as the client sees them (so more than server time), after 50 to warm up. The peer is a bare Kestrel that");
        Line("sends a fixed page of the same weight. Goals: page under 50 ms, start under 2 s, memory under 300 MB, every page under 100 kB in all.");
        Line("");
        Line("| | start s, median | start s, worst | page ms, median | page ms, p99 | page ms, worst | resident MB |");
        Line("|---|---|---|---|---|---|---|");
        foreach (var m in _measures)
        {
            Line(string.Create(CultureInfo.InvariantCulture,
                $"| {m.Name} | {m.StartSeconds.Median:F2} | {m.StartSeconds.Max:F2} | {m.PageMilliseconds.Median:F2} | {m.PageMilliseconds.P99:F2} | {m.PageMilliseconds.Max:F2} | {m.ResidentMegabytes:F0} |"));
        }

        var (own, peer) = (_measures[0], _measures[1]);
        Line("");
        Line(string.Create(CultureInfo.InvariantCulture,
            $"Against the bare server: start {own.StartSeconds.Median / peer.StartSeconds.Median:F1} times, page {own.PageMilliseconds.Median / peer.PageMilliseconds.Median:F1} times, memory {own.ResidentMegabytes / peer.ResidentMegabytes:F1} times."));
        Line("");
        Line($"Under load: wrk on the same machine, {LoadTest.Connections} connections for {LoadTest.Seconds} s, search pages with facets, sent compressed; all kept queries in turn, and one query alone.");
        Line("Goal: no error, p99 under 100 ms.");
        Line("");
        Line("| | requests | a second | ms, median | ms, p99 | errors | resident MB after |");
        Line("|---|---|---|---|---|---|---|");
        foreach (var l in _loads)
        {
            Line(string.Create(CultureInfo.InvariantCulture,
                $"| {l.Name} | {l.Requests:N0} | {l.PerSecond:N0} | {l.MedianMilliseconds:F1} | {l.P99Milliseconds:F1} | {l.Errors} | {l.ResidentMegabytes:F0} |"));
        }

        Line("");
        Line("| page | HTML, kB | with style and script, kB | as sent (Brotli), kB |");
        Line("|---|---|---|---|");
        foreach (var w in _weights)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"| `{w.Page}` | {w.Html / 1000.0:F1} | {w.All / 1000.0:F1} | {w.Sent / 1000.0:F1} |"));
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string DateTime() => TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
