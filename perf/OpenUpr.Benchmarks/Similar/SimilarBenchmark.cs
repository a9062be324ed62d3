using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Similar;
using OpenUpr.Search.Text;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.Similar;

/// <summary>
/// Measures how surely a text that was worded anew is found again, and how quickly alike texts are found, beside SQLite FTS5 in the same run:
/// <c>similar --corpus DIR [--rows 100000] [--asked 3000] [--peer-sample 200] [--out FILE]</c>.
/// </summary>
internal static class SimilarBenchmark
{
    private const int Seed = 7;
    private static readonly SearchFilters s_all = new() { Kind = KindFilter.All };

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var reference = ReferenceData.Load(World.UnitedNations);
        var export = ExportCorpus.Read(Path.Combine(arguments.Need("corpus"), "upr-info"));
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- similar {arguments}`  \n{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version}\n"),
        };
        await TwinsAsync(export, reference, arguments, lines);
        await TimesAsync(export, reference, arguments, lines);
        var text = string.Join('\n', lines) + "\n";
        Console.Write(text);
        if (arguments.Find("out") is { } path)
        {
            await File.WriteAllTextAsync(path, "# Alike texts\n\n" + text);
        }

        return 0;
    }

    private static async Task TwinsAsync(IReadOnlyList<IndexRow> export, ReferenceData reference, Arguments arguments, List<string> lines)
    {
        var texts = export.DistinctBy(r => r.TextId).Where(r => r.Text.Length > 0).ToList();
        var shared = export.GroupBy(r => r.TextId).Where(g => g.Skip(1).Any()).Select(g => g.First()).ToList();
        var similar = SimilarTexts.Of(await SearchIndex.BuildAsync(export.ToAsyncEnumerable(), reference));
        using var peer = new Fts5Alike(texts);
        lines.Add("## The twin first\nA text of UPR Info's export is worded anew in 1 to 3 places (another word of the corpus, one left out, one added, two neighbours swapped); “twin first” is where the first answer, which holds every text that says the same in the same or nearly the same words, holds it; “in its own words” where the text that stands for that answer is of exactly the same words. “As near” are misses where the first answer differs from the question in no more words than the twin does, so that nothing could tell which was meant.\n");
        lines.Add("| texts | asked | twin first | in its own words | as near | twin first of the others | FTS5 |\n|---|---|---|---|---|---|---|");
        lines.Add(Twins("any", texts, texts, similar, peer, arguments));
        lines.Add(Twins("put by several States", shared, texts, similar, peer, arguments));
        lines.Add(Twins("put by several States, 20 words and more", [.. shared.Where(r => Tokenizer.Words(r.Text).Count >= 20)], texts, similar, peer, arguments));
    }

    private static string Twins(string name, List<IndexRow> from, List<IndexRow> all, SimilarTexts similar, Fts5Alike peer, Arguments arguments)
    {
        var textOf = all.ToDictionary(r => r.TextId, r => r.Text);
        var (random, rewording) = (new Random(Seed), new Rewording(all, Seed));
        var asked = arguments.Number("asked", 3_000);
        var step = Math.Max(1, asked / arguments.Number("peer-sample", 200));
        var (first, itself, near, peerFirst, peerAsked) = (0, 0, 0, 0, 0);
        for (var i = 0; i < asked; i++)
        {
            var row = from[random.Next(from.Count)];
            var (anew, twin) = (rewording.Of(row.Text), Rewording.Plain(row.Text));
            var found = similar.Find(new SimilarQuery(anew) { Filters = s_all });
            if (found.Count > 0 && found[0].Same.Prepend(found[0]).Any(f => Rewording.Plain(textOf[f.TextId]) == twin))
            {
                first++;
                itself += Rewording.Plain(textOf[found[0].TextId]) == twin ? 1 : 0;
            }
            else if (found.Count > 0 && Rewording.Distance(anew, textOf[found[0].TextId]) <= Rewording.Distance(anew, row.Text))
            {
                near++;
            }

            if (i % step == 0)
            {
                peerAsked++;
                peerFirst += peer.Find(anew) is [var best, ..] && Rewording.Plain(textOf[best]) == twin ? 1 : 0;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {asked} | {Share(first, asked)} | {Share(itself, asked)} | {Share(near, asked)} | {Share(first, asked - near)} | {Share(peerFirst, peerAsked)} |");
    }

    private static async Task TimesAsync(IReadOnlyList<IndexRow> export, ReferenceData reference, Arguments arguments, List<string> lines)
    {
        var count = arguments.Number("rows", 100_000);
        var rows = new CorpusCopies(export).Rows(count).ToList();
        var index = await SearchIndex.BuildAsync(rows.ToAsyncEnumerable(), reference);
        SimilarTexts similar = null!;
        var prepared = Timings.Once(() => similar = SimilarTexts.Of(index));
        var rewording = new Rewording(export, Seed);
        var texts = export.DistinctBy(r => r.TextId).Where(r => Tokenizer.Words(r.Text).Count is >= 20 and <= 40).ToList();
        var questions = texts.Where((_, i) => i % Math.Max(1, texts.Count / 1_000) == 0).Select(r => rewording.Of(r.Text)).ToList();
        foreach (var text in questions.Take(300))
        {
            similar.Find(new SimilarQuery(text));
        }

        var (clock, processor, filtered, before) = (new Timings(), new Timings(), new Timings(), GC.GetTotalAllocatedBytes());
        questions.ForEach(q => clock.Measure(() => similar.Find(new SimilarQuery(q))));
        var garbage = (GC.GetTotalAllocatedBytes() - before) / questions.Count / 1024;
        questions.ForEach(q => processor.MeasureProcessor(() => similar.Find(new SimilarQuery(q))));
        questions.ForEach(q => filtered.Measure(() => similar.Find(new SimilarQuery(q) { Filters = new SearchFilters { RsGroups = ["WEOG"], Positions = [Position.Supported] } })));
        using var peer = new Fts5Alike(rows.DistinctBy(r => r.TextId));
        var theirs = new Timings();
        foreach (var text in questions.Where((_, i) => i % Math.Max(1, questions.Count / arguments.Number("peer-sample", 200)) == 0))
        {
            theirs.Measure(() => peer.Find(text));
        }

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"\n## Ten answers at {count:N0} rows ({rows.DistinctBy(r => r.TextId).Count():N0} texts), questions of 20 to 40 words\n\n| | questions | median ms | p90 | p99 | max |\n|---|---|---|---|---|---|"));
        lines.Add($"| OpenUPR | {clock.Count} | {clock} |\n| OpenUPR, processor time | {processor.Count} | {processor} |\n| OpenUPR, with filters | {filtered.Count} | {filtered} |\n| SQLite FTS5, any word, by bm25 | {theirs.Count} | {theirs} |");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"\nPrepared in {prepared:0} ms when first asked; {garbage} kB of garbage a question. FTS5 takes {theirs.Median / clock.Median:0} times as long (medians)."));
    }

    private static string Share(int part, int of) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, of):0.0} %");
}
