using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.DayNotes;

/// <summary>
/// What the bounds of <see cref="Likenesses"/> mean for a note of the review day: recommendations of whole reviews are noted with words left out, as a hand
/// that is too slow does, and looked for in their review again: <c>likeness --corpus DIR [--out FILE]</c>.
/// </summary>
internal static class LikenessBenchmark
{
    private const int FirstSession = 13;
    private const int Seed = 20260101;

    // More than any State put to another in one review.
    private const int Most = 100;

    private static readonly double[] s_lost = [0, 0.15, 0.3, 0.45, 0.6];

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var reference = ReferenceData.Load(World.UnitedNations);
        var reviews = ExportCorpus.Read(Path.Combine(arguments.Need("corpus"), "upr-info")).Where(r => r.Session >= FirstSession && r.Kind == RecommendationKind.Recommendation)
            .GroupBy(r => (r.Sur, r.Session)).OrderBy(g => g.Key.Session).ThenBy(g => g.Key.Sur, StringComparer.Ordinal).ToList();
        var tallies = s_lost.Select(l => new LikenessTally(l)).ToList();
        foreach (var review in reviews)
        {
            var rows = review.ToList();
            var shelf = await TextShelf.BuildAsync(reference, review.Key.Sur, review.Key.Session, rows.Select((r, i) => new ShelfText(i, r.Rs, r.Text)), [], CancellationToken.None);
            foreach (var tally in tallies)
            {
                var random = new Random(Seed + review.Key.Session);
                for (var i = 0; i < rows.Count; i++)
                {
                    tally.Add(rows, i, shelf.Find(Note(rows[i].Text, tally.Lost, random), rows[i].Rs, Most));
                }
            }
        }

        var text = Report(arguments, reviews.Count, tallies);
        Console.Write(text);
        if (arguments.Find("out") is { } path)
        {
            await File.WriteAllTextAsync(path, text);
        }

        return 0;
    }

    private static string Note(string text, double lost, Random random) =>
        string.Join(' ', text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(_ => random.NextDouble() >= lost));

    private static string Report(Arguments arguments, int reviews, IReadOnlyList<LikenessTally> tallies) => string.Create(CultureInfo.InvariantCulture, $"""
        # What the words for likeness mean

        `dotnet run -c Release --project perf/OpenUpr.Benchmarks -- likeness {arguments}`

        {reviews} reviews of sessions {FirstSession} to 17 of UPR Info's export. Each recommendation is noted in small letters with a share of its words left out at random, and looked for among those of the same State in
        the same review, as "After the day" does. *Sure, likely, doubtful, not shown*: the word that its own text got. *Another*: the word that the likest of that State's other texts got, which is what would be offered
        had the recommendation not come into the report. Notes were made by a program; what people mishear is not in it.

        | words left out | notes | its own first | sure | likely | doubtful | not shown | another of that State: sure | likely | doubtful | none |
        |---|---|---|---|---|---|---|---|---|---|---|
        {string.Join('\n', tallies)}

        Of notes whose own text is in the report and whose likest text is called sure, its own was the likest: {string.Join(", ", tallies.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.SureRight:P1} with {t.Lost:P0} left out")))}.

        """);
}
