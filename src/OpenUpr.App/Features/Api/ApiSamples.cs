using OpenUpr.Search;

namespace OpenUpr.App.Features.Api;

/// <summary>Values for examples: of the world that is served, so that each example finds something.</summary>
internal sealed record ApiSamples(string Sur, string Rs, string Issue, string Session, string Id)
{
    /// <summary>For pages that are written without a store: codes and numbers of the first cycle.</summary>
    public static ApiSamples OfDocs { get; } = new("CUB", "FRA", "detention", "14", "1");

    /// <summary>For the table of routes, which puts the first State of its world in the place of {state}.</summary>
    public static ApiSamples OfRoutes { get; } = OfDocs with { Sur = "{state}", Rs = "{state}" };

    /// <summary>What most of the index is about; values without data where it is empty.</summary>
    public static ApiSamples Of(SearchIndex index)
    {
        var all = index.Run(SearchQuery.Everything, new SearchPage(SortBy.Id, Limit: 1));
        return new ApiSamples(Most("sur", OfDocs.Sur), Most("rs", OfDocs.Rs), Most("issue", OfDocs.Issue), Most("session", OfDocs.Session), all.Ids is [var id, ..] ? $"{id}" : OfDocs.Id);

        string Most(string field, string otherwise) => all.Facets.FirstOrDefault(f => f.Field == field)?.Values.Where(v => v.Count > 0).MaxBy(v => v.Count)?.Value ?? otherwise;
    }

    public string Fill(string template) => template
        .Replace("{sur}", Sur, StringComparison.Ordinal)
        .Replace("{rs}", Rs, StringComparison.Ordinal)
        .Replace("{issue}", Issue, StringComparison.Ordinal)
        .Replace("{session}", Session, StringComparison.Ordinal)
        .Replace("{id}", Id, StringComparison.Ordinal);
}
