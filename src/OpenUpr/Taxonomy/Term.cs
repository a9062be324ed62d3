using OpenUpr.Reviews;

namespace OpenUpr.Taxonomy;

/// <summary>A word of the field, as the glossary explains it.</summary>
/// <param name="Slug">Its anchor in the glossary, which does not change.</param>
/// <param name="Abbreviation">The usual abbreviation; null where there is none.</param>
/// <param name="French">The term in French; null where no certain equivalent is known.</param>
/// <param name="See">Slugs of terms to read with it.</param>
/// <param name="Source">Where the meaning comes from.</param>
/// <param name="Address">Where the source can be read; null where it has no address.</param>
public sealed record Term(string Slug, string Name, string? Abbreviation, string Meaning, string? French, string? Spanish, IReadOnlyList<string> See, string Source, string? Address)
{
    /// <summary>All terms of glossary.csv in alphabetical order.</summary>
    public static IReadOnlyList<Term> All { get; } =
        [.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.glossary.csv")
            .Select(r => new Term(
                r["slug"], r["term_en"], r.Optional("short"), r["meaning_en"], r.Optional("term_fr"), r.Optional("term_es"),
                r["see"].Split(';', StringSplitOptions.RemoveEmptyEntries), r["source"], r.Optional("url")))
            .OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The letter under which it stands.</summary>
    public char Letter => char.ToUpperInvariant(Name[0]);
}
