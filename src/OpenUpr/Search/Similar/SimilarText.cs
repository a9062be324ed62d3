namespace OpenUpr.Search.Similar;

/// <summary>A text that is like another, with the pairs that carry it.</summary>
/// <param name="TextId">The text; its pairs are all States that put it.</param>
/// <param name="RecommendationId">The pair that stands for it: the lowest id.</param>
/// <param name="Score">0 to 1; 1 is the same words in the same order.</param>
public readonly record struct SimilarText(long TextId, long RecommendationId, double Score);
