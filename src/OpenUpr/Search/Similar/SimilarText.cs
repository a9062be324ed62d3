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

/// <summary>A text beside one that was asked for.</summary>
/// <param name="RecommendationId">The pair that stands for it.</param>
/// <param name="Score">As <see cref="SimilarText.Score"/>.</param>
/// <param name="OfAsked">How much of what tells most in the text that was asked for it holds, 0 to 1.</param>
/// <param name="OfKnown">The same of those words of it that any text of the index has.</param>
/// <param name="OfFound">How much of what tells most in it the text that was asked for holds, 0 to 1.</param>
public readonly record struct SharedText(long RecommendationId, double Score, double OfAsked, double OfKnown, double OfFound);
