namespace OpenUpr.Reviews;

/// <summary>Members of the United Nations are reviewed and recommend; observers (the Holy See, the State of Palestine) only recommend.</summary>
public enum StateStatus
{
    Member,
    Observer,
}

/// <summary>A State by its ISO 3166-1 alpha-3 code, with the United Nations' short names (UNTERM); a name that was not found is null.</summary>
public sealed record State(string Iso3, string? Iso2, StateStatus Status, string NameEn, string? NameFr, string? NameEs)
{
    /// <summary>The code that stands for a recommending State that the source does not name; UPR Info writes "(Unknown)".</summary>
    public const string Unknown = "unknown";

    /// <summary>The name in a language (two letters), falling back to English.</summary>
    public string Name(string language) => language switch
    {
        "fr" => NameFr ?? NameEn,
        "es" => NameEs ?? NameEn,
        _ => NameEn,
    };
}

/// <summary>The cell of a State on the map of the world in equal squares: columns from the west, rows from the north, both from 0.</summary>
public sealed record TilePlace(string Iso3, int Column, int Row);

/// <summary>One of the five regional groups of the United Nations, or UPR Info's extra group of observers.</summary>
public sealed record RegionalGroup(string Code, string NameEn);

/// <summary>One of the overlapping intergovernmental organisations by which UPR Info's database filters.</summary>
public sealed record Organisation(string Code, string NameEn);

/// <summary>A State's term on the Human Rights Council, three years from a first of January (General Assembly resolution 60/251, paragraph 7, 2006).</summary>
/// <param name="To">The last day.</param>
public sealed record CouncilTerm(string Iso3, DateOnly From, DateOnly To);

/// <summary>That a State belonged to a group or organisation. Unknown ends are null: the row then holds for all time that we know of.</summary>
public sealed record Membership(string Iso3, string Of, DateOnly? From, DateOnly? To)
{
    public bool HoldsOn(DateOnly? day) => day is not { } d || ((From is null || From <= d) && (To is null || d <= To));
}
