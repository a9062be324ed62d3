using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using OpenUpr.App.Security;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Operator;

/// <summary>Writes the counts in Prometheus' text format, version 0.0.4.</summary>
internal sealed class MetricsText
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    public static string Write(Metrics metrics, SearchIndex index, RateLimits limits)
    {
        var page = new MetricsText();
        page.Requests(metrics);
        page.Index(metrics, index);
        page.One("openupr_rate_limited_total", "counter", "Requests to the API refused because an address asked too often.", limits.Refused);
        page.Process();
        return page._text.ToString();
    }

    private void Requests(Metrics metrics)
    {
        Head("openupr_http_requests_total", "counter", "Answers by route and status.");
        foreach (var ((route, status), count) in metrics.Answers)
        {
            Line("openupr_http_requests_total", $"route=\"{Escape(route)}\",status=\"{status}\"", count);
        }

        const string name = "openupr_http_request_duration_seconds";
        Head(name, "histogram", "Time from the request to the end of the answer, by route.");
        foreach (var (route, durations) in metrics.DurationsByRoute)
        {
            var (counts, sum) = durations.Read();
            var total = 0L;
            for (var i = 0; i < counts.Length; i++)
            {
                total += counts[i];
                Line($"{name}_bucket", $"route=\"{Escape(route)}\",le=\"{(i < Metrics.Bounds.Length ? Number(Metrics.Bounds[i]) : "+Inf")}\"", total);
            }

            Line($"{name}_sum", $"route=\"{Escape(route)}\"", sum);
            Line($"{name}_count", $"route=\"{Escape(route)}\"", total);
        }
    }

    private void Index(Metrics metrics, SearchIndex index)
    {
        One("openupr_index_rows", "gauge", "Pairs of a recommendation and a State in the search index, pledges too.", index.Count);
        One("openupr_index_generation", "gauge", "The store's newest change that the index holds; equal on all nodes that are up to date.", index.Generation);
        One("openupr_index_replaced_timestamp_seconds", "gauge", "When the index was last replaced.", Unix(metrics.IndexReplaced));
        One("openupr_index_checked_timestamp_seconds", "gauge", "When the store was last asked for changes; it stands still while the database is away.", Unix(metrics.IndexChecked));
    }

    private void Process()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        One("process_resident_memory_bytes", "gauge", "Resident memory.", process.WorkingSet64);
        One("process_cpu_seconds_total", "counter", "Processor time used.", process.TotalProcessorTime.TotalSeconds);
        One("process_start_time_seconds", "gauge", "When the process began.", Unix(process.StartTime.ToUniversalTime()));
        One("dotnet_gc_heap_bytes", "gauge", "Managed memory in use.", GC.GetTotalMemory(forceFullCollection: false));
        One("dotnet_gc_pause_seconds_total", "counter", "Time for which the garbage collector stopped the program.", GC.GetTotalPauseDuration().TotalSeconds);
        Head("dotnet_gc_collections_total", "counter", "Garbage collections by generation.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            Line("dotnet_gc_collections_total", $"generation=\"{generation}\"", GC.CollectionCount(generation));
        }

        Head("openupr_build_info", "gauge", "The program and what it runs on.");
        Line("openupr_build_info", $"version=\"{Escape(typeof(MetricsText).Assembly.GetName().Version!.ToString(3))}\",runtime=\"{Escape(RuntimeInformation.FrameworkDescription)}\"", 1);
    }

    private void One(string name, string type, string help, double value)
    {
        Head(name, type, help);
        Line(name, null, value);
    }

    private void Head(string name, string type, string help) => _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private void Line(string name, string? labels, double value) => _text.Append(name).Append(labels is null ? "" : $"{{{labels}}}").Append(' ').Append(Number(value)).Append('\n');

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Unix(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1_000.0;

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
