using OpenUpr.Search.Counting;

namespace OpenUpr.Search.Language;

/// <summary>Writes filters as field names and values.</summary>
internal static class SearchFilterText
{
    /// <param name="inExpression">True for a part of an expression, where "all kinds" is what needs no words.</param>
    public static IEnumerable<KeyValuePair<string, string>> Fields(SearchFilters filters, bool inExpression)
    {
        (string Name, string Value)[] lists =
        [
            (SearchFields.Sur, string.Join(',', filters.Sur)),
            (SearchFields.Rs, string.Join(',', filters.Rs)),
            (SearchFields.SurGroup, string.Join(',', filters.SurGroups)),
            (SearchFields.RsGroup, string.Join(',', filters.RsGroups)),
            (SearchFields.SurOrg, string.Join(',', filters.SurOrganisations)),
            (SearchFields.RsOrg, string.Join(',', filters.RsOrganisations)),
            (SearchFields.Issue, string.Join(',', filters.Issues)),
            (SearchFields.Issues, filters.AllIssues ? "all" : ""),
            (SearchFields.Response, string.Join(',', filters.Positions.Select(FacetFields.Code))),
            (SearchFields.Action, Numbers(filters.Actions)),
            (SearchFields.Session, Numbers(filters.Sessions)),
            (SearchFields.Cycle, Numbers(filters.Cycles)),
            (SearchFields.Sdg, Numbers(filters.Sdgs)),
            (SearchFields.Theme, string.Join(',', filters.Themes)),
            (SearchFields.Person, string.Join(',', filters.Persons)),
            (SearchFields.Instrument, string.Join(',', filters.Instruments)),
        ];
        var any = false;
        foreach (var (name, value) in lists.Where(l => l.Value.Length > 0))
        {
            any = true;
            yield return KeyValuePair.Create(name, value);
        }

        if (inExpression ? !any || filters.Kind != KindFilter.All : filters.Kind != KindFilter.Recommendation)
        {
            yield return KeyValuePair.Create(SearchFields.Kind, Kind(filters.Kind));
        }
    }

    public static string Kind(KindFilter kind) => kind switch
    {
        KindFilter.Recommendation => "recommendation",
        KindFilter.Pledge => "pledge",
        _ => "all",
    };

    /// <summary>Numbers as a list, with a..b for three and more that follow one another.</summary>
    private static string Numbers(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var i = 0; i < numbers.Count;)
        {
            var end = i;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            if (end - i < 2)
            {
                parts.Add(FacetFields.Code(numbers[i++]));
                continue;
            }

            parts.Add($"{FacetFields.Code(numbers[i])}..{FacetFields.Code(numbers[end])}");
            i = end + 1;
        }

        return string.Join(',', parts);
    }
}
