using OpenUpr.Search;
using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;

namespace OpenUpr.Recommendations;

/// <summary>An answered text, or a question: what decides an expectation, each as a number of the index's own lists; -1 where it is not known.</summary>
/// <param name="Issues">Each weighs the same.</param>
/// <param name="RsGroups">Regional groups of the States that put it, each weighs the same.</param>
internal sealed record ResponseCase(int Sur, int SurGroup, int Session, int[] Issues, int Action, int[] RsGroups, bool Supported);

/// <summary>Reads the answered recommendations of an index, each text once.</summary>
internal static class ResponseCases
{
    public static List<ResponseCase> Read(SearchIndex index)
    {
        var (table, records, pairs) = (index.Table, index.Records, index.Postings.PairsOfText);
        var fields = records.Fields.ToDictionary(f => f.Name);
        var cases = new List<ResponseCase>(table.TextCount);
        for (var text = 0; text < table.TextCount; text++)
        {
            var record = records.Packed[pairs[text]];
            var traits = Records.TraitsOf(record);
            if (Traits.Kind(traits) != RecommendationKind.Recommendation || Traits.Position(traits) is not (Position.Supported or Position.Noted))
            {
                continue;
            }

            var groups = new SortedSet<int>();
            for (var doc = pairs[text]; doc < pairs[text + 1]; doc++)
            {
                groups.UnionWith(fields["rs-group"].ValuesOf(Records.RecommendingState(records.Packed[doc])).ToArray());
            }

            cases.Add(new ResponseCase(
                First(fields["sur"].ValuesOf(Records.Review(record))), First(fields["sur-group"].ValuesOf(Records.Review(record))), table.ReviewSession[Records.Review(record)],
                fields["issue"].ValuesOf(Records.IssueSet(record)).ToArray(), Traits.Action(traits) ?? -1, [.. groups], Traits.Position(traits) == Position.Supported));
        }

        return cases;
    }

    private static int First(ReadOnlySpan<int> values) => values.Length > 0 ? values[0] : -1;
}
