using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Language;
using OpenUpr.Search.Text;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.Search;

/// <summary>
/// The kept queries: 2,000 with 1-3 content words drawn as often as texts use them, a tenth of them phrases, half with 1-2
/// filters; then 200 of filters alone. They are a file, so that every run asks the same.
/// </summary>
internal static class QuerySet
{
    private const int WithWords = 2_000;
    private const int FiltersOnly = 200;
    private const int Seed = 2_026;

    /// <summary>Words that carry no content: nobody searches for them alone.</summary>
    private static readonly HashSet<string> Functional =
    [
        "the", "of", "and", "to", "in", "for", "with", "on", "its", "by", "as", "that", "all", "a", "an", "at", "from", "their", "be", "is", "are", "or", "it", "this", "s",
        "which", "such", "into", "not", "has", "have", "any", "other", "those", "these", "they", "them", "up", "was", "more", "can", "no", "been", "also", "particular", "including",
    ];

    public static async Task<int> WriteAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var rows = ExportCorpus.Read(Path.Combine(arguments.Need("corpus"), "upr-info")).Where(r => r.Kind == RecommendationKind.Recommendation).ToList();
        var random = new Random(Seed);
        var lines = Enumerable.Range(0, WithWords).Select(i => WordQuery(i, rows, random))
            .Concat(Enumerable.Range(0, FiltersOnly).Select(_ => string.Join(' ', Filters(rows, random, random.Next(1, 4)))));
        await File.WriteAllLinesAsync(arguments.Need("out"), lines);
        return 0;
    }

    public static IReadOnlyList<SearchQuery> Read(string path, ReferenceData reference) =>
        [.. File.ReadLines(path).Select(line => QueryParser.Parse(line, new Dictionary<string, IReadOnlyList<string>>(), reference)
            is { Query: { } query } ? query : throw new InvalidDataException($"{path}: {line}"))];

    private static string WordQuery(int number, List<IndexRow> rows, Random random)
    {
        var query = number % 10 == 0 ? Phrase(rows, random) : string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Content(rows, random)));
        return number % 2 == 1 ? query : string.Join(' ', [query, .. Filters(rows, random, random.Next(1, 3))]);
    }

    /// <summary>Two or three words that follow one another in some text, neither end without content.</summary>
    private static string Phrase(List<IndexRow> rows, Random random)
    {
        while (true)
        {
            var words = Tokenizer.Words(rows[random.Next(rows.Count)].Text);
            var length = random.Next(2, 4);
            if (words.Count >= length && random.Next(words.Count - length + 1) is var at && !Functional.Contains(words[at]) && !Functional.Contains(words[at + length - 1]))
            {
                return $"\"{string.Join(' ', words.Skip(at).Take(length))}\"";
            }
        }
    }

    private static string Content(List<IndexRow> rows, Random random)
    {
        while (true)
        {
            var words = Tokenizer.Words(rows[random.Next(rows.Count)].Text);
            if (words.Count > 0 && words[random.Next(words.Count)] is var word && !Functional.Contains(word) && word.Length > 1)
            {
                return word;
            }
        }
    }

    /// <summary>Filters that some row passes, each of another field.</summary>
    private static IEnumerable<string> Filters(List<IndexRow> rows, Random random, int count)
    {
        string[] names = [SearchFields.Sur, SearchFields.Rs, SearchFields.Issue, SearchFields.Response, SearchFields.Action, SearchFields.Session, SearchFields.SurGroup, SearchFields.Cycle];
        random.Shuffle(names);
        var reference = ReferenceData.Load(World.UnitedNations);
        foreach (var name in names.Take(count))
        {
            var row = rows[random.Next(rows.Count)];
            yield return name + ":" + name switch
            {
                SearchFields.Sur => row.Sur,
                SearchFields.Rs => row.Rs,
                SearchFields.Issue => row.Issues.Count > 0 ? row.Issues[0] : "justice",
                SearchFields.Response => row.Position == Position.Noted ? "noted" : "supported",
                SearchFields.Action => $"{row.Action ?? 5}",
                SearchFields.Session => $"{Math.Max(1, row.Session - random.Next(4))}..{row.Session}",
                SearchFields.SurGroup => reference.GroupOf(row.Sur) ?? "Asia",
                _ => row.Session <= 12 ? "1" : "2",
            };
        }
    }
}
