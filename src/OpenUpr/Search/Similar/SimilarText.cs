namespace OpenUpr.Search.Similar;

/// <summary>A text that is like another, with the pairs that carry it.</summary>
/// <param name="TextId">The text; its pairs are all States that put it.</param>
/// <param name="RecommendationId">The pair that stands for it: the lowest id that passes the filters.</param>
/// <param name="Score">0 to 1; 1 is the same words in the same order.</param>
public sealed record SimilarText(long TextId, long RecommendationId, double Score)
{
    /// <summary>Further texts that say the same in the same or nearly the same words, the most alike first: other paragraphs, reviews and States. They are no answers of their own.</summary>
    public IReadOnlyList<SimilarText> Same { get; init; } = [];
}
