namespace OpenUpr.Taxonomy.Entities;

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    /// <summary>A treaty, protocol, convention, declaration or set of principles.</summary>
    Instrument,

    /// <summary>A committee that watches over a treaty.</summary>
    TreatyBody,

    /// <summary>A rapporteur, expert or working group of the Human Rights Council.</summary>
    SpecialProcedure,

    /// <summary>Any other body or office: OHCHR, the Council, a court, a regional commission.</summary>
    Body,
}

/// <summary>An instrument or body that texts name, from entities.csv.</summary>
/// <param name="Slug">Its permanent address.</param>
/// <param name="Abbreviation">The usual one, such as "OP-CAT"; null where there is none.</param>
/// <param name="Names">Every usual name, spelling and abbreviation, the official name first.</param>
/// <param name="Issues">Slugs of the issues that the codebook gives to a text that names it (UPR Info, "Issue categorisation", 1.3 and the table of common quotes).</param>
/// <param name="Parent">Slug of the instrument that it belongs to (a protocol's covenant, a committee's treaty); null where none.</param>
/// <param name="Binding">True for a treaty that a State signs and ratifies or accedes to: only such a one can be "ratified".</param>
/// <param name="Source">Where its meaning comes from.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record Entity(
    string Slug,
    EntityKind Kind,
    string Name,
    string? Abbreviation,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Issues,
    string? Parent,
    bool Binding,
    string Source,
    string? Address)
{
    /// <summary>True for a class that a text names instead of its members ("core human rights instruments", "treaty bodies"): such a mention names nothing in particular.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>Its number among the protocols of its <see cref="Parent"/>, or an ILO convention's number; null where there is none.</summary>
    public int? Number { get; init; }

    /// <summary>Words that tell it from the other protocols of its parent, where a text only says "the Optional Protocol".</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];
}

/// <summary>Words of a text that name an entity.</summary>
/// <param name="Entity">Place in the list of entities.</param>
/// <param name="FirstWord">Number of the first word in the <see cref="Classification.TextWords"/>, from 0.</param>
public readonly record struct EntityMention(int Entity, int FirstWord, int Words);
