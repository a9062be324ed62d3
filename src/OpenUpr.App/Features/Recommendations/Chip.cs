using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>A part of a search that can be taken out: what it says and the search without it.</summary>
public sealed record Chip(string Label, SearchQuery Without)
{
    /// <summary>The chosen filters, in the page's order; a run of sessions is one chip.</summary>
    public static IReadOnlyList<Chip> Filters(SearchQuery query, Labels labels)
    {
        var filters = query.Filters;
        var chips = new List<Chip>();
        if (filters.Kind != KindFilter.Recommendation)
        {
            chips.Add(new(filters.Kind == KindFilter.Pledge ? Words.Chip_Pledges : Words.Chip_AllKinds, query with { Filters = filters with { Kind = KindFilter.Recommendation } }));
        }

        foreach (var field in FilterField.All)
        {
            foreach (var run in field.Name == "session" ? Runs(filters.Sessions) : field.Get(filters).Select(v => (IReadOnlyList<string>)[v]))
            {
                chips.Add(new(LabelOf(field.Name, run, labels), query with { Filters = field.Without(filters, run) }));
            }
        }

        if (filters.AllIssues && filters.Issues.Count > 1)
        {
            chips.Add(new(Words.Chip_AllIssues, query with { Filters = filters with { AllIssues = false } }));
        }

        if (!query.UseSynonyms)
        {
            chips.Add(new(Words.Chip_Exactly, query with { UseSynonyms = true }));
        }

        if (query.Labels == LabelScope.People)
        {
            chips.Add(new(Words.Chip_People, query with { Labels = LabelScope.All }));
        }

        return chips;
    }

    /// <summary>The words and other parts of the expression, each of which could be left out.</summary>
    public static IReadOnlyList<Chip> Parts(SearchQuery query)
    {
        if (query.Expression is null)
        {
            return [];
        }

        var parts = query.Expression is AndNode and ? and.Parts : [query.Expression];
        return [.. parts.Select((part, i) => new Chip(Typed(part), query with { Expression = Join([.. parts.Where((_, j) => j != i)]) }))];
    }

    private static QueryNode? Join(IReadOnlyList<QueryNode> parts) => parts.Count switch { 0 => null, 1 => parts[0], _ => new AndNode(parts) };

    private static string Typed(QueryNode part) => SearchAddress.Fields(new SearchQuery(part, SearchFilters.None)).FirstOrDefault(f => f.Key == "q").Value ?? "";

    private static string LabelOf(string field, IReadOnlyList<string> run, Labels labels) => run.Count > 1
        ? Numbers.Fill(Words.Chip_Sessions, run[0], run[^1])
        : field switch
        {
            "response" or "action" or "sdg" => labels.Value(field, run[0]),
            "session" => Labels.Session(int.Parse(run[0], CultureInfo.InvariantCulture)),
            "cycle" => Labels.Cycle(int.Parse(run[0], CultureInfo.InvariantCulture)),
            _ => Numbers.Fill(Words.Chip_Filter, Labels.Field(field), labels.Value(field, run[0])),
        };

    private static IEnumerable<IReadOnlyList<string>> Runs(IReadOnlyList<int> sessions)
    {
        var sorted = sessions.Distinct().Order().ToList();
        for (var i = 0; i < sorted.Count;)
        {
            var end = i + 1;
            while (end < sorted.Count && sorted[end] == sorted[end - 1] + 1)
            {
                end++;
            }

            yield return [.. sorted[i..end].Select(n => n.ToString(CultureInfo.InvariantCulture))];
            i = end;
        }
    }
}
