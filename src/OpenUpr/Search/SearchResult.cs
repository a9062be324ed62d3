namespace OpenUpr.Search;

/// <summary>The order of results. Every order ends with the id, so that pages never overlap.</summary>
public enum SortBy
{
    /// <summary>Best match first; without words, newest session first.</summary>
    Relevance,
    NewestSession,
    OldestSession,
    StateUnderReview,
    RecommendingState,
    Position,
    Action,
    Issue,
    Id,
}

/// <summary>Which part of the results is wanted.</summary>
/// <param name="Offset">Rows to pass over.</param>
/// <param name="Limit">Rows wanted; 0 for none (counts only).</param>
/// <param name="MissingWords">Whether words that nothing holds are looked for, which compares them with every word there is.</param>
/// <param name="After">The end of the page before, in place of an offset: however far the page, it costs what the first one costs.</param>
public sealed record SearchPage(SortBy Sort = SortBy.Relevance, int Offset = 0, int Limit = 20, bool Facets = true, bool MissingWords = true, SearchCursor? After = null);

/// <summary>One value of a facet and how many pairs of the result carry it. Chosen values stay in the list, also with 0.</summary>
public sealed record FacetValue(string Value, string Label, int Count, bool Chosen);

/// <summary>The counts of one field, as they would be if this field's own filter were off.</summary>
/// <param name="Field">The field's name in the query language, such as "sur" or "rs-group".</param>
public sealed record Facet(string Field, IReadOnlyList<FacetValue> Values);

/// <summary>A word that nothing contains, with the nearest words that something does (none when the query has many such words).</summary>
public sealed record MissingWord(string Word, IReadOnlyList<string> Nearest);

/// <summary>What a search found. Counts are of the whole result, ids of the page asked for.</summary>
/// <param name="Paragraphs">Distinct known paragraphs.</param>
/// <param name="PairsWithoutParagraph">Pairs whose paragraph is not known and so cannot be counted as OHCHR does.</param>
public sealed record SearchResult(
    int Pairs,
    int Texts,
    int Paragraphs,
    int PairsWithoutParagraph,
    IReadOnlyList<long> Ids,
    IReadOnlyList<Facet> Facets,
    IReadOnlyList<MissingWord> MissingWords,
    IReadOnlyList<string> Synonyms)
{
    /// <summary>Where the next page begins; null when this is the last.</summary>
    public SearchCursor? Next { get; init; }
}
