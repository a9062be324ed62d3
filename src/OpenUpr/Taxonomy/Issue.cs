namespace OpenUpr.Taxonomy;

/// <summary>One of UPR Info's issues. The slug is its permanent address; the name is the field's own word and is matched on import.</summary>
/// <param name="French">Our own translation, for documents; UPR Info's export has English names alone.</param>
/// <param name="Spanish">The same.</param>
public sealed record Issue(string Slug, string Name, string French, string Spanish)
{
    /// <summary>Its name in the language of a document; in English where there is none in it.</summary>
    /// <param name="language">en, fr or es.</param>
    public string In(string language) => language switch { "fr" => French, "es" => Spanish, _ => Name };
}

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
