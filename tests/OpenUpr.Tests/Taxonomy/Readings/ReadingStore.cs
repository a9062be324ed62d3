using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Tests.Search;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Taxonomy.Readings;

/// <summary>Three texts: one that coders labelled otherwise than the machine, one that they labelled alike, and one of two States that nobody labelled.</summary>
internal static class ReadingStore
{
    public const long Differing = 1;
    public const long Alike = 2;
    public const long Untagged = 3;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestStore> CreateAsync(Provider provider)
    {
        var test = await TestStores.CreateAsync(provider);
        await StoreFiller.FillAsync(test.Store, [
            Row(11, Differing, "FRA", "Ratify the protocol against torture", 4, ["justice"]),
            Row(12, Alike, "FRA", "Consider a law", 3, ["justice"]),
            Row(13, Untagged, "FRA", "Abolish torture", null, []),
            Row(14, Untagged, "KEN", "Abolish torture", null, [])], sequence: 1, Cancel);
        return test;
    }

    public static IndexRow Row(long id, long text, string rs, string words, int? action, IReadOnlyList<string> issues) =>
        new(id, text, null, RecommendationKind.Recommendation, "CUB", rs, 16, Position.Supported, action, issues, words);

    public static async Task<int> CountAsync(Store store, string typed)
    {
        using var index = await LiveIndex.OpenAsync(store, Cancel);
        return index.Current.Run(QueryParser.Parse(typed, new Dictionary<string, IReadOnlyList<string>>(), store.Reference).Query!, new SearchPage()).Pairs;
    }
}
