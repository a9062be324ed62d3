using System.Globalization;
using System.Text;

namespace OpenUpr.Benchmarks.Search;

/// <summary>Gathers the figures of one run and writes them as a section of markdown.</summary>
internal sealed class SearchReport
{
    private readonly StringBuilder _facts = new();
    private readonly StringBuilder _words = new();
    private readonly StringBuilder _filters = new();
    private readonly string _head;
    private Timings _ownWords = new();
    private Timings _ownFilters = new();

    public SearchReport(string command, int rows)
    {
        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        _head = string.Create(CultureInfo.InvariantCulture, $"## {rows:N0} rows\n\n`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- search {command}`  \n{day} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription.Trim()}\n");
    }

    public void Fact(string name, string value)
    {
        Console.Error.WriteLine($"{name}: {value}");
        _facts.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {value} |");
    }

    public void Own(Timings words, Timings filters, double meanHits)
    {
        (_ownWords, _ownFilters) = (words, filters);
        Fact("Mean pairs of a query with words", meanHits.ToString("N0", CultureInfo.InvariantCulture));
        Row("OpenUPR's index", words, filters);
    }

    public void Peer(Peer peer, Timings words, Timings filters, string agreement)
    {
        Row(peer.Name, words, filters);
        Fact($"{peer.Name}: load and index", string.Create(CultureInfo.InvariantCulture, $"{peer.BuildSeconds:0.0} s"));
        Fact($"{peer.Name} beside the index", agreement);
        Fact($"{peer.Name}: times the index's median", string.Create(CultureInfo.InvariantCulture, $"words {words.Median / _ownWords.Median:0.0}, filters alone {filters.Median / _ownFilters.Median:0.0}"));
    }

    public async Task WriteAsync(string? path)
    {
        var text = $"{_head}\n| words (and filters) | queries | median ms | p90 | p99 | max |\n|---|---|---|---|---|---|\n{_words}"
            + $"\n| filters alone | queries | median ms | p90 | p99 | max |\n|---|---|---|---|---|---|\n{_filters}\n| | |\n|---|---|\n{_facts}";
        Console.WriteLine(text);
        if (path is not null)
        {
            await File.AppendAllTextAsync(path, text + "\n");
        }
    }

    private void Row(string name, Timings words, Timings filters)
    {
        _words.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {words.Count} | {words} |");
        _filters.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {filters.Count} | {filters} |");
        Console.Error.WriteLine($"{name}: words {words}; filters {filters}");
    }
}
