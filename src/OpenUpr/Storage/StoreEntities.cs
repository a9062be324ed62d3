namespace OpenUpr.Storage;

/// <summary>A range of recommendations that were added or changed in one transaction. Every node follows the sequence to bring its search index up to date.</summary>
public sealed class Change
{
    /// <summary>Ascends in the order of commits: writers take turns (<see cref="OpenUprDb.BeginWriteAsync"/>), and each takes the next number inside its turn.</summary>
    public long Sequence { get; set; }

    public long FirstRecommendationId { get; set; }

    public long LastRecommendationId { get; set; }
}

/// <summary>The last number given out under a name. Numbers are never given twice, not even after rows are deleted.</summary>
public sealed class Counter
{
    public required string Name { get; set; }

    public long Last { get; set; }
}

/// <summary>A fact about the store itself, such as which world it is about.</summary>
public sealed class Setting
{
    public required string Key { get; set; }

    public required string Value { get; set; }
}
