namespace OpenUpr.Search;

/// <summary>Walks through an expression's words.</summary>
internal static class QueryWords
{
    /// <summary>The words and words of phrases that a hit may hold: not prefixes, nothing that is excluded.</summary>
    public static IEnumerable<string> Wanted(QueryNode? node) => Leaves(node).SelectMany(leaf => leaf switch
    {
        WordNode word => [word.Word],
        PhraseNode phrase => phrase.Words,
        _ => (IEnumerable<string>)[],
    });

    /// <summary>Words, prefixes and phrases outside exclusions.</summary>
    public static IEnumerable<QueryNode> Leaves(QueryNode? node) => node switch
    {
        AndNode and => and.Parts.SelectMany(Leaves),
        OrNode or => or.Parts.SelectMany(Leaves),
        WordNode or PrefixNode or PhraseNode => [node],
        _ => [],
    };
}
