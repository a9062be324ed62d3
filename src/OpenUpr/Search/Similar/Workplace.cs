namespace OpenUpr.Search.Similar;

/// <summary>The arrays that one question at a time works in.</summary>
internal sealed class Workplace(SearchIndex search, UnitIndex index)
{
    public WordOrder Meant { get; } = new(index.Names.Count);

    public WordOrder Written { get; } = new(index.Names.Count);

    public SameTexts Same { get; } = new(search.Table, search.Postings.PairsOfText, index);

    public Candidates Candidates { get; } = new(index);
}
