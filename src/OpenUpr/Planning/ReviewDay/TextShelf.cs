using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Similar;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A text that others are compared with.</summary>
/// <param name="Rs">The State that put it; <see cref="State.Unknown"/> where that does not matter.</param>
internal readonly record struct ShelfText(long Id, string Rs, string Text);

/// <summary>Something alike on the shelf, 0 to 1.</summary>
internal readonly record struct Alike(long Id, double Score);

/// <summary>A few hundred texts ready to be compared by <see cref="SimilarTexts"/>, the likeness that pages and the API have too.</summary>
internal sealed class TextShelf
{
    private readonly SearchIndex _index;
    private readonly ShelfText[] _texts;

    private TextShelf(SearchIndex index, ShelfText[] texts) => (_index, _texts) = (index, texts);

    /// <param name="background">Further texts, by which the comparison learns which words are frequent and tell little; never found themselves.</param>
    public static async Task<TextShelf> BuildAsync(ReferenceData reference, string sur, int session, IEnumerable<ShelfText> texts, IEnumerable<string> background, CancellationToken cancel)
    {
        ShelfText[] all = [.. texts];
        var rows = all.Select((t, i) => Row(i + 1, RecommendationKind.Recommendation, t.Rs, t.Text))
            .Concat(background.Select((t, i) => Row(all.Length + i + 1, RecommendationKind.Pledge, sur, t)));
        return new TextShelf(await SearchIndex.BuildAsync(rows.ToAsyncEnumerable(), reference, cancel), all);

        IndexRow Row(int number, RecommendationKind kind, string rs, string text) => new(number, number, null, kind, sur, rs, session, null, null, [], text);
    }

    /// <summary>The most alike texts, best first.</summary>
    /// <param name="rs">Only those that this State put; null for all.</param>
    public IReadOnlyList<Alike> Find(string text, string? rs, int limit = 3)
    {
        if (_texts.Length == 0)
        {
            return [];
        }

        var filters = rs is null ? SearchFilters.None : new SearchFilters { Rs = [rs] };
        var found = SimilarTexts.Of(_index).Find(new SimilarQuery(text) { Filters = filters, Limit = limit });
        return [.. found.SelectMany(f => f.Same.Prepend(f)).Select(f => new Alike(_texts[(int)f.RecommendationId - 1].Id, f.Score)).OrderByDescending(a => a.Score).Take(limit)];
    }

    /// <summary>All texts of the shelf beside one, in their order.</summary>
    public IEnumerable<(long Id, SharedText Shared)> Compare(string text) =>
        _texts.Length == 0 ? [] : SimilarTexts.Of(_index).Compare(new SimilarQuery(text)).Select(s => (_texts[(int)s.RecommendationId - 1].Id, s));
}
