namespace OpenUpr.Taxonomy;

/// <summary>One of UPR Info's issues. The slug is its permanent address; the name is the field's own word and is matched on import.</summary>
public sealed record Issue(string Slug, string Name);

/// <summary>How much a recommendation asks: UPR Info's scale by Edward R. McMahon, 1 minimal to 5 specific (UPR Info, "Action category", 2014).</summary>
public sealed record ActionCategory(int Number, string Name)
{
    public static IReadOnlyList<ActionCategory> All { get; } =
    [
        new(1, "Minimal action"),
        new(2, "Continuing action"),
        new(3, "Considering action"),
        new(4, "General action"),
        new(5, "Specific action"),
    ];
}
