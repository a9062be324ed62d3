using OpenUpr.Search;
using OpenUpr.Search.Index;
using OpenUpr.Search.Similar;

namespace OpenUpr.Recommendations;

/// <summary>One of the States that put a text.</summary>
/// <param name="Id">Of the pair.</param>
public sealed record AlikePair(long Id, string Rs);

/// <summary>A text that is like another, with what became of it. Its wording is that of the recommendation <see cref="SimilarText.RecommendationId"/>.</summary>
/// <param name="Position">What the State under review said; it holds for all pairs of the text. Null for a pledge, and where no answer is known.</param>
/// <param name="Issues">Slugs.</param>
/// <param name="Pairs">All States that put the text, by id; filters choose texts, not pairs.</param>
public sealed record AlikeText(
    SimilarText Found, string Sur, int Session, RecommendationKind Kind, Position? Position, int? Action, IReadOnlyList<string> Issues, IReadOnlyList<AlikePair> Pairs)
{
    /// <summary>Further texts that say the same in the same or nearly the same words, each with its own States and what became of it (<see cref="SimilarText.Same"/>).</summary>
    public IReadOnlyList<AlikeText> Same { get; init; } = [];

    /// <summary>The text and those that say the same.</summary>
    public IEnumerable<AlikeText> All => Same.Prepend(this);
}

/// <summary>How alike texts were answered, by one State. Texts without an answer count in <paramref name="Texts"/> alone.</summary>
/// <param name="State">Null for all together.</param>
public sealed record AlikeAnswers(string? State, int Texts, int Supported, int Noted)
{
    /// <summary>0 to 1 of those that were supported or noted; null where none was.</summary>
    public double? SupportedShare => Supported + Noted == 0 ? null : (double)Supported / (Supported + Noted);
}

/// <summary>
/// What was accepted, from whom and in which words: the texts most like a text, and how they were answered by State under review and by
/// recommending State. The same words with the same answer in one review count once, however many paragraphs hold them.
/// </summary>
/// <param name="Texts">Best first, each once with what says the same; the answers count them all.</param>
/// <param name="BySur">Most texts first, then by code; so <paramref name="ByRs"/>, where a text counts once for each State that put it. Pledges are in neither.</param>
public sealed record AlikeRecommendations(IReadOnlyList<AlikeText> Texts, AlikeAnswers All, IReadOnlyList<AlikeAnswers> BySur, IReadOnlyList<AlikeAnswers> ByRs)
{
    /// <summary>The texts most like any text.</summary>
    /// <exception cref="ArgumentException">As <see cref="SimilarTexts.Find(SimilarQuery)"/>.</exception>
    public static AlikeRecommendations Read(SearchIndex index, SimilarQuery query) => Of(index, SimilarTexts.Of(index).Find(query));

    /// <summary>The texts most like that of a recommendation, without its own; none where the index does not hold it.</summary>
    public static AlikeRecommendations Read(SearchIndex index, long recommendationId, SearchFilters filters, int limit = 10) =>
        Of(index, SimilarTexts.Of(index).LikeRecommendation(recommendationId, filters, limit));

    private static AlikeRecommendations Of(SearchIndex index, IReadOnlyList<SimilarText> found)
    {
        List<AlikeText> texts = [.. found.Select(f => Text(index, f))];

        var asked = texts.SelectMany(t => t.All).Where(t => t.Kind == RecommendationKind.Recommendation).Select(t => (Text: t, Key: (t.Sur, t.Session, t.Position, Words(index, t)))).ToList();
        List<AlikeText> counted = [.. asked.DistinctBy(t => t.Key).Select(t => t.Text)];
        var byRs = asked.SelectMany(t => t.Text.Pairs, (t, pair) => (t.Text, t.Key, pair.Rs)).DistinctBy(t => (t.Key, t.Rs)).GroupBy(t => t.Rs, t => t.Text);
        return new AlikeRecommendations(
            texts, Answers(null, counted), InOrder(counted.GroupBy(t => t.Sur).Select(g => Answers(g.Key, [.. g]))), InOrder(byRs.Select(g => Answers(g.Key, [.. g]))));
    }

    private static string Words(SearchIndex index, AlikeText text) =>
        string.Join(' ', index.Table.TokensOfText(Array.BinarySearch(index.Table.TextIds, text.Found.TextId)).ToArray());

    private static AlikeText Text(SearchIndex index, SimilarText found)
    {
        var table = index.Table;
        var text = Array.BinarySearch(table.TextIds, found.TextId);
        var (first, end) = (index.Postings.PairsOfText[text], index.Postings.PairsOfText[text + 1]);
        var traits = table.TraitsOf[first];
        return new AlikeText(
            found, table.ReviewSur[table.ReviewOf[first]], table.ReviewSession[table.ReviewOf[first]], Traits.Kind(traits), Traits.Position(traits), Traits.Action(traits),
            table.IssueSets[table.IssueSetOf[first]].Split(',', StringSplitOptions.RemoveEmptyEntries),
            [.. Enumerable.Range(first, end - first).Select(doc => new AlikePair(table.Ids[doc], table.RsCodes[table.RsOf[doc]]))])
        {
            Same = [.. found.Same.Select(s => Text(index, s))],
        };
    }

    private static AlikeAnswers Answers(string? state, List<AlikeText> texts) =>
        new(state, texts.Count, texts.Count(t => t.Position == Position.Supported), texts.Count(t => t.Position == Position.Noted));

    private static List<AlikeAnswers> InOrder(IEnumerable<AlikeAnswers> answers) => [.. answers.OrderByDescending(a => a.Texts).ThenBy(a => a.State, StringComparer.Ordinal)];
}
