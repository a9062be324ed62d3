using System.Globalization;

namespace OpenUpr.Search.Counting;

/// <summary>
/// Which filters a pair fails, as one bit for each field, found by a table look-up for each dimension. A pair without a bit is a hit; a pair
/// with exactly one bit counts in that field's facet only: there the count is what it would be with this field's filter off.
/// </summary>
internal sealed class FilterMasks
{
    private const int IssueField = 6;

    /// <summary>The fields of the second record, from this one on.</summary>
    private const int FirstNamedField = 13;

    private readonly Records _records;
    private readonly ushort[][] _masks;

    public FilterMasks(Records records, SearchFilters filters)
    {
        _records = records;
        _masks = [.. records.Unfiltered];
        Chosen = ChosenValues(filters);
        AllIssues = filters.AllIssues && filters.Issues.Count > 0;
        for (var field = 0; field < Chosen.Length; field++)
        {
            if (Chosen[field].Count > 0)
            {
                Active |= (ushort)(1 << field);
                var dimension = (int)records.Fields[field].Dimension;
                if (_masks[dimension] == records.Unfiltered[dimension])
                {
                    _masks[dimension] = new ushort[records.Sizes[dimension]];
                }

                records.Fields[field].MarkFailing(Chosen[field], AllIssues && field == IssueField, _masks[dimension], (ushort)(1 << field));
            }
        }
    }

    /// <summary>By field: the values that the reader chose.</summary>
    public IReadOnlyList<string>[] Chosen { get; }

    /// <summary>The fields that filter, as bits.</summary>
    public ushort Active { get; }

    /// <summary>Whether themes, persons or instruments filter, so that the second record must be read too.</summary>
    public bool FiltersNamed => Active >> FirstNamedField != 0;

    /// <summary>With all of several issues wanted, the issue facet counts within the result: its numbers say what remains if one is added.</summary>
    public bool AllIssues { get; }

    /// <summary>The fields, as bits, whose facet also counts the pairs that fail this filter alone.</summary>
    public int Counted => AllIssues ? Active & ~(1 << IssueField) : Active;

    /// <summary>Bits by entry of a dimension.</summary>
    public ushort[] Of(Dimension dimension) => _masks[(int)dimension];

    /// <summary>The filters that a pair fails, as bits.</summary>
    public int Fails(int doc)
    {
        var record = _records.Packed[doc];
        return Of(Dimension.Review)[Records.Review(record)]
            | Of(Dimension.RecommendingState)[Records.RecommendingState(record)]
            | Of(Dimension.Traits)[Records.TraitsOf(record)]
            | Of(Dimension.IssueSet)[Records.IssueSet(record)]
            | Of(Dimension.SdgSet)[Records.SdgSet(record)]
            | (FiltersNamed ? FailsNamed(_records.Named[doc]) : 0);
    }

    /// <summary>The same, of the fields of the second record.</summary>
    public int FailsNamed(ulong named) =>
        Of(Dimension.ThemeSet)[Records.ThemeSet(named)] | Of(Dimension.PersonSet)[Records.PersonSet(named)] | Of(Dimension.InstrumentSet)[Records.InstrumentSet(named)];

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
        Numbers(filters.Sdgs),
        filters.Themes,
        filters.Persons,
        filters.Instruments,
    ];

    private static IReadOnlyList<string> Numbers(IReadOnlyList<int> values) => [.. values.Select(v => v.ToString(CultureInfo.InvariantCulture))];
}
