using OpenUpr.Reviews;
using OpenUpr.Search;
using Xunit;

namespace OpenUpr.Tests.Search;

/// <summary>Short ways to build an index and to search it as a reader does.</summary>
public static class SearchHarness
{
    private static readonly Lazy<SearchIndex?> RealIndex = new(() => ExportCorpus.Rows is { } rows ? Build(rows) : null);

    public static ReferenceData Reference { get; } = ReferenceData.Load(World.UnitedNations);

    /// <summary>The index of the real export; skips the test when the export is not there.</summary>
    public static SearchIndex Real
    {
        get
        {
            if (RealIndex.Value is null)
            {
                Assert.Skip(ExportCorpus.Missing);
            }

            return RealIndex.Value;
        }
    }

    public static SearchIndex Build(IEnumerable<IndexRow> rows) => SearchIndex.BuildAsync(rows.ToAsyncEnumerable(), Reference).GetAwaiter().GetResult();

    public static ParsedSearch Parse(string? text, params (string Name, string Value)[] fields) =>
        QueryParser.Parse(text, fields.ToLookup(f => f.Name, f => f.Value).ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f]), Reference);

    /// <summary>The query of a text that must be understood.</summary>
    public static SearchQuery Query(string? text, params (string Name, string Value)[] fields)
    {
        var parsed = Parse(text, fields);
        Assert.True(parsed.Problems.Count == 0, string.Join(Environment.NewLine, parsed.Problems.Select(p => p.Message)));
        return parsed.Query!;
    }

    public static int Count(this SearchIndex index, string text) => index.Run(Query(text), new SearchPage(Limit: 0, Facets: false)).Pairs;
}
