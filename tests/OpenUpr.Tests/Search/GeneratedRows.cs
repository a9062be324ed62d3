using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Taxonomy;

namespace OpenUpr.Tests.Search;

/// <summary>Rows by chance from a seed: few words and few values, so that everything meets everything.</summary>
public static class GeneratedRows
{
    public static readonly string[] Themes = ["ratification", "treaty-bodies", "scope-of-obligations"];
    public static readonly string[] Persons = ["children", "girls", "women-girls"];

    public static readonly string[] Words =
    [
        "the", "of", "rights", "right", "human", "women", "women's", "children", "child", "torture", "torturing", "prison", "prisons", "ratify", "ratification",
        "CEDAW", "OPCAT", "education", "educational", "État", "naïve", "co-operation", "law", "laws", "ill-treatment", "organise", "organize", "labour", "labor", "2010", "HIV/AIDS",
        "generalization", "relational", "hopping", "agreed", "skies", "controlling", "happy", "œuvre", "Ελλάδα", "привет", "x", "yy",
    ];

    public static List<IndexRow> Make(int seed, int texts)
    {
        var (random, labels) = (new Random(seed), new Random(seed + 1_000));
        var rows = new List<IndexRow>();
        for (var text = 1; text <= texts; text++)
        {
            var (sur, session, kind) = (Pick(random, "CUB", "FRA", "KEN", "JPN"), random.Next(1, 8) * 4, random.Next(6) == 0 ? RecommendationKind.Pledge : RecommendationKind.Recommendation);
            Position? position = kind == RecommendationKind.Pledge ? null : Pick<Position?>(random, Position.Supported, Position.Noted, Position.Pending, null);
            long? paragraph = random.Next(3) == 0 ? null : random.Next(1, (texts / 2) + 2);
            var content = Text(random, random.Next(0, 14));
            for (var pair = random.Next(1, 4); pair > 0; pair--)
            {
                var issues = Enumerable.Range(0, random.Next(4)).Select(_ => IssueList.Current.All[random.Next(6)].Slug).Distinct().ToList();
                rows.Add(new IndexRow(
                    (rows.Count * 7919L % 100_003) + 1, text, paragraph, kind, sur, kind == RecommendationKind.Pledge ? sur : Pick(random, "CUB", "FRA", "ESP", "DZA", State.Unknown),
                    session, position, random.Next(5) == 0 ? null : random.Next(1, 6), issues, content)
                {
                    Sdgs = Some(labels, 1, 5, 16),
                    Themes = Some(labels, Themes),
                    Persons = Some(labels, Persons),
                    ByMachine = (MachineLabels)labels.Next(32),
                });
            }
        }

        return rows;
    }

    public static T[] Some<T>(Random random, params T[] values) => [.. values.Where(_ => random.Next(3) == 0)];

    public static string Text(Random random, int words) => string.Join(Pick(random, " ", ", ", " - "), Enumerable.Range(0, words).Select(_ => Words[Skewed(random, Words.Length)]));

    public static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    /// <summary>Small numbers more often than large ones, as words are.</summary>
    public static int Skewed(Random random, int end) => (int)(end * random.NextDouble() * random.NextDouble());
}
