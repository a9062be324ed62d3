using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;

namespace OpenUpr.Planning.Targets;

/// <summary>An issue that will probably be raised, with the history that says so.</summary>
/// <param name="Issue">Slug.</param>
/// <param name="Weight">0 to 1, beside the issue with the most.</param>
/// <param name="ToSame">Recommendations on it to the State in its earlier reviews, in pairs.</param>
/// <param name="ToRegion">Those to other States of its regional group in the last <see cref="TargetList.RecentSessions"/> sessions.</param>
/// <param name="Recent">Those to any other State in these sessions.</param>
/// <param name="All">All on the issue.</param>
public sealed record ExpectedTopic(string Issue, double Weight, int ToSame, int ToRegion, int Recent, int All);

/// <summary>Which issues a State under review will probably hear, from all States or from one, by the same weights as <see cref="TargetRanking"/>.</summary>
public static class ExpectedTopics
{
    /// <param name="rs">ISO code of the recommending State; null for all of them.</param>
    /// <param name="before">Only sessions before this one count; null for all.</param>
    public static IReadOnlyList<ExpectedTopic> Of(SearchIndex index, string sur, string? rs = null, int? before = null)
    {
        var (table, records, likeness) = (index.Table, index.Records, new ReviewLikeness(index, sur, before));
        var field = records.Fields.First(f => f.Name == "issue");
        var state = rs is null ? -1 : Array.IndexOf(table.RsCodes, rs);
        if (rs is not null && state < 0)
        {
            return [];
        }

        var said = new int[likeness.Counts.Length * field.Values.Length];
        for (var doc = 0; doc < table.Count; doc++)
        {
            var record = records.Packed[doc];
            if (!likeness.Counts[table.ReviewOf[doc]] || (state >= 0 && table.RsOf[doc] != state) || Traits.Kind(Records.TraitsOf(record)) != RecommendationKind.Recommendation)
            {
                continue;
            }

            foreach (var issue in field.ValuesOf(Records.IssueSet(record)))
            {
                said[(table.ReviewOf[doc] * field.Values.Length) + issue]++;
            }
        }

        var topics = Enumerable.Range(0, field.Values.Length).Select(i => Count(index, likeness, said, field, i)).Where(t => t.Weight > 0).ToList();
        var most = topics.Select(t => t.Weight).DefaultIfEmpty(1).Max();
        return [.. topics.Select(t => t with { Weight = t.Weight / most }).OrderByDescending(t => t.Weight).ThenBy(t => t.Issue, StringComparer.Ordinal)];
    }

    private static ExpectedTopic Count(SearchIndex index, ReviewLikeness likeness, int[] said, FacetField field, int issue)
    {
        var (weight, same, region, recent, all) = (0.0, 0, 0, 0, 0);
        Span<double> parts = stackalloc double[Enum.GetValues<TargetPartKind>().Length];
        for (var review = 0; review < likeness.Counts.Length; review++)
        {
            var count = said[(review * field.Values.Length) + issue];
            if (count == 0)
            {
                continue;
            }

            likeness.Weigh(review, TargetModel.Shipped, TargetWeights.Usual, parts);
            weight += (parts[0] + parts[1] + parts[2] + parts[3]) * Math.Pow(count, TargetModel.Shipped.Power);
            all += count;
            same += likeness.IsSame[review] ? count : 0;
            if (!likeness.IsSame[review] && index.Table.ReviewSession[review] >= likeness.Next - TargetList.RecentSessions)
            {
                recent += count;
                region += likeness.IsRegion[review] ? count : 0;
            }
        }

        return new ExpectedTopic(field.Values[issue], weight, same, region, recent, all);
    }
}
