using System.Globalization;
using Npgsql;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.Statistics;

/// <summary>
/// Measures what a page of statistics asks (global figures, a table by issue, the matrix of regional groups) at one size, and the same on PostgreSQL in the same run:
/// <c>statistics --rows 33082|1000000 --corpus DIR [--postgres postgres://...] [--queries FILE] [--peer-sample 20] [--out FILE]</c>.
/// </summary>
internal static class StatisticsBenchmark
{
    private const int Repeats = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var reference = ReferenceData.Load(World.UnitedNations);
        var export = ExportCorpus.Read(Path.Combine(arguments.Need("corpus"), "upr-info"));
        var wanted = arguments.Number("rows", 33_082);
        // The export itself holds 947 pledges beside its 33,082 recommendations.
        var count = Math.Max(wanted, export.Count);
        var copies = new CorpusCopies(export);
        var index = await SearchIndex.BuildAsync(copies.Rows(count).ToAsyncEnumerable(), reference);
        var filtered = QuerySet.Read(arguments.Find("queries") ?? "perf/queries.txt", reference).Where(q => q.Expression is null).ToList();
        var everything = Enumerable.Repeat(SearchQuery.Everything, Repeats).ToList();

        var lines = new List<string> { Head(arguments, wanted), "| | asked | median ms | p90 | p99 | max |", "|---|---|---|---|---|---|" };
        filtered.Take(Repeats).Concat(everything).ToList().ForEach(q => Ask(index, q, CountUnit.Pairs));
        var (own, ownFiltered) = (Measure(everything, q => Ask(index, q, CountUnit.Pairs)), Measure(filtered, q => Ask(index, q, CountUnit.Pairs)));
        lines.Add(Row("OpenUPR, everything", own));
        lines.Add(Row("OpenUPR, filters", ownFiltered));
        lines.Add(Row("OpenUPR, everything, texts", Measure(everything, q => Ask(index, q, CountUnit.Texts))));
        if (arguments.Find("postgres") is { } address)
        {
            await using var peer = PostgresPeer.Build(address, PeerRow.Of(copies.Rows(count), reference));
            await using var db = new NpgsqlConnection(StoreLocation.Parse(null, address).PostgresConnection);
            await db.OpenAsync();
            var sample = arguments.Number("peer-sample", Repeats);
            var step = Math.Max(1, filtered.Count / sample);
            var asked = filtered.Where((_, i) => i % step == 0).ToList();
            Ask(db, SearchQuery.Everything);
            var (theirs, theirsFiltered) = (Measure([.. everything.Take(Math.Max(3, sample / 4))], q => Ask(db, q)), Measure(asked, q => Ask(db, q)));
            lines.Add(Row("PostgreSQL 15, everything", theirs));
            lines.Add(Row("PostgreSQL 15, filters", theirsFiltered));
            var same = asked.Count(q => Ask(db, q) == Ask(index, q, CountUnit.Pairs));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"\nPostgreSQL takes {theirs.Median / own.Median:0.0} times as long for everything and {theirsFiltered.Median / ownFiltered.Median:0.0} times with filters (medians). {same} of {asked.Count} totals are the same."));
        }

        var text = string.Join('\n', lines) + "\n\n";
        Console.Write(text);
        if (arguments.Find("out") is { } path)
        {
            await File.AppendAllTextAsync(path, text);
        }

        return 0;
    }

    /// <summary>All that a page shows; returns the number of pairs found.</summary>
    private static int Ask(SearchIndex index, SearchQuery query, CountUnit unit)
    {
        var global = GlobalStatistics.Read(index, query, unit);
        StatisticTable.Read(index, query, "issue", unit);
        StatisticMatrix.Read(index, query, "rs-group", "sur-group", unit);
        return global.Total.Count;
    }

    private static int Ask(NpgsqlConnection db, SearchQuery query)
    {
        var total = -1L;
        foreach (var sql in StatisticsSql.For(query))
        {
            using var command = new NpgsqlCommand(sql, db) { CommandTimeout = 120 };
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                total = total < 0 ? reader.GetInt64(0) : total;
            }
        }

        return (int)total;
    }

    private static Timings Measure(IReadOnlyList<SearchQuery> queries, Func<SearchQuery, int> ask)
    {
        var timings = new Timings();
        foreach (var query in queries)
        {
            timings.Measure(() => ask(query));
        }

        return timings;
    }

    private static string Row(string name, Timings timings)
    {
        Console.Error.WriteLine($"{name}: {timings}");
        return $"| {name} | {timings.Count} | {timings} |";
    }

    private static string Head(Arguments arguments, int rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"## {rows:N0} rows\n\n`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- statistics {arguments}`  \n{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version}\n");
}
