using System.Globalization;

namespace OpenUpr.Search.Counting;

/// <summary>
/// Which filters a pair fails, as one bit for each field, found by four table look-ups. A pair without a bit is a hit; a pair
/// with exactly one bit counts in that field's facet only: there the count is what it would be with this field's filter off.
/// </summary>
internal sealed class FilterMasks
{
    private const int IssueField = 6;

    private readonly ushort[]?[] _masks = new ushort[]?[Records.DimensionCount];

    public FilterMasks(Records records, SearchFilters filters)
    {
        Chosen = ChosenValues(filters);
        AllIssues = filters.AllIssues && filters.Issues.Count > 0;
        for (var field = 0; field < Chosen.Length; field++)
        {
            if (Chosen[field].Count > 0)
            {
                Active |= (ushort)(1 << field);
                var dimension = (int)records.Fields[field].Dimension;
                var masks = _masks[dimension] ??= new ushort[records.Sizes[dimension]];
                records.Fields[field].MarkFailing(Chosen[field], AllIssues && field == IssueField, masks, (ushort)(1 << field));
            }
        }
    }

    /// <summary>By field: the values that the reader chose.</summary>
    public IReadOnlyList<string>[] Chosen { get; }

    /// <summary>The fields that filter, as bits.</summary>
    public ushort Active { get; }

    /// <summary>With all of several issues wanted, the issue facet counts within the result: its numbers say what remains if one is added.</summary>
    public bool AllIssues { get; }

    /// <summary>The field whose facet also counts pairs that fail this single bit, or -1.</summary>
    public int FacetOf(int mask) => (mask & (mask - 1)) == 0 && !(AllIssues && mask == 1 << IssueField) ? System.Numerics.BitOperations.TrailingZeroCount(mask) : -1;

    /// <summary>Bits by entry of a dimension; empty when no filter looks at it.</summary>
    public ReadOnlySpan<ushort> Of(Dimension dimension) => _masks[(int)dimension];

    public int Fails(ulong record)
    {
        var mask = 0;
        mask |= Look(Dimension.Review, Records.Review(record));
        mask |= Look(Dimension.RecommendingState, Records.RecommendingState(record));
        mask |= Look(Dimension.Traits, Records.TraitsOf(record));
        return mask | Look(Dimension.IssueSet, Records.IssueSet(record));
    }

    private int Look(Dimension dimension, int entry) => _masks[(int)dimension] is { } mask ? mask[entry] : 0;

    /// <summary>The chosen values in the order of <see cref="FacetFields"/>.</summary>
    private static IReadOnlyList<string>[] ChosenValues(SearchFilters filters) =>
    [
        filters.Sur,
        filters.Rs,
        filters.SurGroups,
        filters.RsGroups,
        filters.SurOrganisations,
        filters.RsOrganisations,
        filters.Issues,
        [.. filters.Positions.Select(FacetFields.Code)],
        Numbers(filters.Actions),
        Numbers(filters.Sessions),
        Numbers(filters.Cycles),
        filters.Kind switch { KindFilter.Recommendation => ["recommendation"], KindFilter.Pledge => ["pledge"], _ => [] },
    ];

    private static IReadOnlyList<string> Numbers(IReadOnlyList<int> values) => [.. values.Select(v => v.ToString(CultureInfo.InvariantCulture))];
}
