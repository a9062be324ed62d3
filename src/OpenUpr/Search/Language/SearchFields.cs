namespace OpenUpr.Search.Language;

/// <summary>The names of the query language's fields.</summary>
internal static class SearchFields
{
    public const string Text = "q";
    public const string Sur = "sur";
    public const string Rs = "rs";
    public const string SurGroup = "sur-group";
    public const string RsGroup = "rs-group";
    public const string SurOrg = "sur-org";
    public const string RsOrg = "rs-org";
    public const string Issue = "issue";
    public const string Issues = "issues";
    public const string Response = "response";
    public const string Action = "action";
    public const string Session = "session";
    public const string Cycle = "cycle";
    public const string Kind = "kind";
    public const string Synonyms = "synonyms";
    public const string Sdg = "sdg";
    public const string Theme = "theme";
    public const string Person = "person";
    public const string Instrument = "instrument";
    public const string Labels = "labels";

    public static IReadOnlyList<string> All { get; } = [Sur, Rs, SurGroup, RsGroup, SurOrg, RsOrg, Issue, Issues, Response, Action, Session, Cycle, Kind, Synonyms, Sdg, Theme, Person, Instrument, Labels];

    /// <summary>Fields that say how the whole search works and so cannot stand inside OR, brackets or an exclusion.</summary>
    public static bool IsSetting(string name) => name is Issues or Synonyms or Labels;
}
