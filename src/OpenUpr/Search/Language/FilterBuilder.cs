using OpenUpr.Recommendations;

namespace OpenUpr.Search.Language;

/// <summary>Gathers the values of filters. Built filters hold each value once and in order, so that the same search has one address.</summary>
internal sealed class FilterBuilder
{
    private readonly HashSet<RecommendationKind> _kinds = [];

    public SortedSet<string> Sur { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Rs { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> SurGroups { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> RsGroups { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> SurOrganisations { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> RsOrganisations { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Issues { get; } = new(StringComparer.Ordinal);

    public SortedSet<Position> Positions { get; } = [];

    public SortedSet<int> Actions { get; } = [];

    public SortedSet<int> Sessions { get; } = [];

    public SortedSet<int> Cycles { get; } = [];

    public SortedSet<int> Sdgs { get; } = [];

    public SortedSet<string> Themes { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Persons { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Instruments { get; } = new(StringComparer.Ordinal);

    public bool? AllIssues { get; set; }

    public bool? Synonyms { get; set; }

    public LabelScope? Labels { get; set; }

    /// <summary>The filters last built for a part of an expression.</summary>
    public SearchFilters? Node { get; private set; }

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => AllIssues is null && Synonyms is null && Labels is null
        && Sur.Count + Rs.Count + SurGroups.Count + RsGroups.Count + SurOrganisations.Count + RsOrganisations.Count
        + Issues.Count + Positions.Count + Actions.Count + Sessions.Count + Cycles.Count + Sdgs.Count + Themes.Count + Persons.Count + Instruments.Count + _kinds.Count == 0;

    public void AddKind(KindFilter kind)
    {
        if (kind != KindFilter.Pledge)
        {
            _kinds.Add(RecommendationKind.Recommendation);
        }

        if (kind != KindFilter.Recommendation)
        {
            _kinds.Add(RecommendationKind.Pledge);
        }
    }

    /// <param name="kindElsewhere">True when the expression itself speaks of kinds, so that the usual one must not hold for all.</param>
    public SearchFilters Build(bool kindElsewhere) => new()
    {
        Sur = [.. Sur],
        Rs = [.. Rs],
        SurGroups = [.. SurGroups],
        RsGroups = [.. RsGroups],
        SurOrganisations = [.. SurOrganisations],
        RsOrganisations = [.. RsOrganisations],
        Issues = [.. Issues],
        AllIssues = AllIssues ?? false,
        Positions = [.. Positions],
        Actions = [.. Actions],
        Sessions = [.. Sessions],
        Cycles = [.. Cycles],
        Sdgs = [.. Sdgs],
        Themes = [.. Themes],
        Persons = [.. Persons],
        Instruments = [.. Instruments],
        Kind = _kinds.Count switch
        {
            0 => kindElsewhere ? KindFilter.All : KindFilter.Recommendation,
            1 => _kinds.Contains(RecommendationKind.Pledge) ? KindFilter.Pledge : KindFilter.Recommendation,
            _ => KindFilter.All,
        },
    };

    /// <summary>The filters for a part of an expression, where a kind holds only if it was named.</summary>
    public SearchFilters BuildNode() => Node = Build(true);
}

/// <summary>Whether an expression speaks of kinds.</summary>
internal static class KindFields
{
    public static bool Any(QueryNode? node) => node switch
    {
        FieldNode field => SearchFilterText.Fields(field.Filters, inExpression: true).All(f => f.Key == SearchFields.Kind),
        AndNode and => and.Parts.Any(Any),
        OrNode or => or.Parts.Any(Any),
        NotNode not => Any(not.Part),
        _ => false,
    };
}
