using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Tests.Search;

/// <summary>Searches by looking at every row, in the plainest way: what the index must agree with.</summary>
public sealed class BruteForce(IReadOnlyList<IndexRow> rows)
{
    private readonly Dictionary<string, string[]> _stems = rows.Select(r => r.Text).Distinct().ToDictionary(t => t, Stems);

    private readonly Dictionary<long, string?[][]> _values = rows.ToDictionary(r => r.Id, r => Fields.Select(f => f.Values(r).ToArray()).ToArray());

    /// <summary>The names of the fields and a row's values in each.</summary>
    private static readonly (string Name, Func<IndexRow, IEnumerable<string?>> Values)[] Fields =
    [
        ("sur", r => [r.Sur]),
        ("rs", r => [r.Rs]),
        ("sur-group", r => [SearchHarness.Reference.GroupOf(r.Sur, Day(r))]),
        ("rs-group", r => [SearchHarness.Reference.GroupOf(r.Rs, Day(r))]),
        ("sur-org", r => SearchHarness.Reference.OrganisationsOf(r.Sur, Day(r))),
        ("rs-org", r => SearchHarness.Reference.OrganisationsOf(r.Rs, Day(r))),
        ("issue", r => r.Issues),
        ("response", r => [r.Position?.ToString().ToLowerInvariant()]),
        ("action", r => [r.Action?.ToString(System.Globalization.CultureInfo.InvariantCulture)]),
        ("session", r => [r.Session.ToString(System.Globalization.CultureInfo.InvariantCulture)]),
        ("cycle", r => [SearchHarness.Reference.CycleOf(r.Session)?.ToString(System.Globalization.CultureInfo.InvariantCulture)]),
        ("sdg", r => r.Sdgs.Select(g => $"{g}")),
        ("theme", r => r.Themes),
        ("person", r => r.Persons),
        ("instrument", r => Instruments(r.Text)),
        ("kind", r => [r.Kind == RecommendationKind.Pledge ? "pledge" : "recommendation"]),
    ];

    public List<IndexRow> Hits(SearchQuery query)
    {
        var chosen = Chosen(query.Filters);
        return [.. rows.Where(r => Matches(query.Expression, r) && Failing(query.Filters, chosen, r).Count == 0)];
    }

    /// <summary>Each facet's counts above 0, as if its own filter were off (but all-issues: within the result).</summary>
    public Dictionary<string, Dictionary<string, int>> Facets(SearchQuery query)
    {
        var chosen = Chosen(query.Filters);
        var facets = Fields.ToDictionary(f => f.Name, _ => new Dictionary<string, int>());
        foreach (var row in rows.Where(r => Matches(query.Expression, r)))
        {
            var failing = Failing(query.Filters, chosen, row);
            for (var i = 0; i < Fields.Length; i++)
            {
                var ownFilterOff = failing is [var only] && only == i && !(Fields[i].Name == "issue" && query.Filters.AllIssues);
                foreach (var value in failing.Count == 0 || ownFilterOff ? _values[row.Id][i] : [])
                {
                    if (value is not null)
                    {
                        facets[Fields[i].Name][value] = facets[Fields[i].Name].GetValueOrDefault(value) + 1;
                    }
                }
            }
        }

        return facets;
    }

    public bool Matches(QueryNode? node, IndexRow row) => node switch
    {
        null => true,
        WordNode word => Holds(row, Stems(word.Word)),
        PhraseNode phrase => Holds(row, [.. phrase.Words.SelectMany(Stems)]),
        PrefixNode prefix => _stems[row.Text].Any(s => s.StartsWith(Stems(prefix.Prefix)[^1], StringComparison.Ordinal)),
        FieldNode field => Failing(field.Filters, Chosen(field.Filters), row).Count == 0,
        AndNode and => and.Parts.All(p => Matches(p, row)),
        OrNode or => or.Parts.Any(p => Matches(p, row)),
        NotNode not => !Matches(not.Part, row),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>The numbers of the fields whose filter a row does not pass.</summary>
    private List<int> Failing(SearchFilters filters, IReadOnlyList<string>[] chosen, IndexRow row)
    {
        var failing = new List<int>();
        for (var i = 0; i < Fields.Length; i++)
        {
            var values = _values[row.Id][i];
            if (chosen[i].Count > 0 && !(Fields[i].Name == "issue" && filters.AllIssues ? chosen[i].All(values.Contains) : values.Any(v => v is not null && chosen[i].Contains(v))))
            {
                failing.Add(i);
            }
        }

        return failing;
    }

    private static IReadOnlyList<string>[] Chosen(SearchFilters filters) => [.. Fields.Select(f => Chosen(filters, f.Name))];

    private static IReadOnlyList<string> Chosen(SearchFilters f, string field) => field switch
    {
        "sur" => f.Sur,
        "rs" => f.Rs,
        "sur-group" => f.SurGroups,
        "rs-group" => f.RsGroups,
        "sur-org" => f.SurOrganisations,
        "rs-org" => f.RsOrganisations,
        "issue" => f.Issues,
        "response" => [.. f.Positions.Select(p => p.ToString().ToLowerInvariant())],
        "action" => [.. f.Actions.Select(n => $"{n}")],
        "session" => [.. f.Sessions.Select(n => $"{n}")],
        "cycle" => [.. f.Cycles.Select(n => $"{n}")],
        "sdg" => [.. f.Sdgs.Select(n => $"{n}")],
        "theme" => f.Themes,
        "person" => f.Persons,
        "instrument" => f.Instruments,
        _ => f.Kind switch { KindFilter.All => [], KindFilter.Pledge => ["pledge"], _ => ["recommendation"] },
    };

    /// <summary>Slugs of what a text names.</summary>
    public static IReadOnlyList<string> Instruments(string text)
    {
        var (words, found) = (new TextWords(), new List<EntityMention>());
        words.Read(text);
        new EntityFinder().Find(words, found);
        return [.. found.Select(m => EntityList.Current.All[m.Entity].Slug).Distinct()];
    }

    private bool Holds(IndexRow row, string[] phrase) => _stems[row.Text].AsSpan().IndexOf(phrase) >= 0;

    private static DateOnly? Day(IndexRow row) => SearchHarness.Reference.FindSession(row.Session)?.Start;

    private static string[] Stems(string text) => [.. Tokenizer.Words(text).Select(w => Porter.Stem(w))];
}
