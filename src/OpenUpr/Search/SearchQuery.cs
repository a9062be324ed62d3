using OpenUpr.Recommendations;

namespace OpenUpr.Search;

/// <summary>Which kind of row a search shows; recommendations only unless asked otherwise (UPR Info's own default).</summary>
public enum KindFilter
{
    Recommendation,
    Pledge,
    All,
}

/// <summary>Whose labels (action categories, issues, goals, themes, persons) a search looks at.</summary>
public enum LabelScope
{
    /// <summary>What holds: people's labels, and a machine's where no person gave any.</summary>
    All,

    /// <summary>People's alone: what only a machine labelled counts as having no label.</summary>
    People,
}

/// <summary>The filters of a search. Values of one filter are alternatives; different filters must all hold. An empty list filters nothing.</summary>
public sealed record SearchFilters
{
    public static SearchFilters None { get; } = new();

    /// <summary>ISO 3166-1 alpha-3 codes.</summary>
    public IReadOnlyList<string> Sur { get; init; } = [];

    /// <summary>ISO codes, or "unknown".</summary>
    public IReadOnlyList<string> Rs { get; init; } = [];

    public IReadOnlyList<string> SurGroups { get; init; } = [];

    public IReadOnlyList<string> RsGroups { get; init; } = [];

    public IReadOnlyList<string> SurOrganisations { get; init; } = [];

    public IReadOnlyList<string> RsOrganisations { get; init; } = [];

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>True when a recommendation must carry every one of <see cref="Issues"/>.</summary>
    public bool AllIssues { get; init; }

    public IReadOnlyList<Position> Positions { get; init; } = [];

    public IReadOnlyList<int> Actions { get; init; } = [];

    /// <summary>Numbers of goals.</summary>
    public IReadOnlyList<int> Sdgs { get; init; } = [];

    /// <summary>Slugs of OHCHR's themes (<see cref="Taxonomy.Topics.TopicList.Themes"/>).</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Slugs of groups of affected persons (<see cref="Taxonomy.Topics.TopicList.Persons"/>).</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>Slugs of instruments and bodies that the text names (<see cref="Taxonomy.Entities.EntityList"/>).</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    public IReadOnlyList<int> Sessions { get; init; } = [];

    public IReadOnlyList<int> Cycles { get; init; } = [];

    public KindFilter Kind { get; init; } = KindFilter.Recommendation;
}

/// <summary>A search that was understood: an expression over words and field values, and the filters that hold for all of it.</summary>
/// <param name="Expression">Null when only filters were given.</param>
/// <param name="UseSynonyms">True unless the reader asked for exactly the words typed.</param>
public sealed record SearchQuery(QueryNode? Expression, SearchFilters Filters, bool UseSynonyms = true, LabelScope Labels = LabelScope.All)
{
    public static SearchQuery Everything { get; } = new(null, SearchFilters.None);
}

/// <summary>Part of a query's expression.</summary>
public abstract record QueryNode;

/// <summary>A word as typed; it matches every word of the same stem.</summary>
public sealed record WordNode(string Word) : QueryNode;

/// <summary>The beginning of a word, typed with a star.</summary>
public sealed record PrefixNode(string Prefix) : QueryNode;

/// <summary>Words in quotation marks: their stems must follow one another.</summary>
public sealed record PhraseNode(IReadOnlyList<string> Words) : QueryNode;

/// <summary>A field filter inside an OR, a bracket or an exclusion, where it cannot be a filter of the whole search.</summary>
public sealed record FieldNode(SearchFilters Filters) : QueryNode;

/// <summary>All parts must match.</summary>
public sealed record AndNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>At least one part must match.</summary>
public sealed record OrNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>The part must not match.</summary>
public sealed record NotNode(QueryNode Part) : QueryNode;
