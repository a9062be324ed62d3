namespace OpenUpr.Search.Similar;

/// <summary>The arrays that one question at a time works in.</summary>
internal sealed class Workplace(UnitIndex index)
{
    public WordOrder Meant { get; } = new(index.Names.Count);

    public WordOrder Written { get; } = new(index.Names.Count);

    public Candidates Candidates { get; } = new(index);
}
