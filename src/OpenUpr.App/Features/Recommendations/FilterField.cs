using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>One filter that has a list of values: how to read it from a search and how to make the same search with other values.</summary>
public sealed record FilterField(string Name, Func<SearchFilters, IReadOnlyList<string>> Get, Func<SearchFilters, IReadOnlyList<string>, SearchFilters> With)
{
    /// <summary>In the order in which the page shows them.</summary>
    public static IReadOnlyList<FilterField> All { get; } =
    [
        new("response", f => [.. f.Positions.Select(p => p.ToString().ToLowerInvariant())], (f, v) => f with { Positions = [.. v.Select(p => Enum.Parse<Position>(p, ignoreCase: true))] }),
        new("action", f => Texts(f.Actions), (f, v) => f with { Actions = Integers(v) }),
        new("issue", f => f.Issues, (f, v) => f with { Issues = v }),
        new("sdg", f => Texts(f.Sdgs), (f, v) => f with { Sdgs = Integers(v) }),
        new("theme", f => f.Themes, (f, v) => f with { Themes = v }),
        new("person", f => f.Persons, (f, v) => f with { Persons = v }),
        new("instrument", f => f.Instruments, (f, v) => f with { Instruments = v }),
        new("sur", f => f.Sur, (f, v) => f with { Sur = v }),
        new("rs", f => f.Rs, (f, v) => f with { Rs = v }),
        new("cycle", f => Texts(f.Cycles), (f, v) => f with { Cycles = Integers(v) }),
        new("session", f => Texts(f.Sessions), (f, v) => f with { Sessions = Integers(v) }),
        new("sur-group", f => f.SurGroups, (f, v) => f with { SurGroups = v }),
        new("rs-group", f => f.RsGroups, (f, v) => f with { RsGroups = v }),
        new("sur-org", f => f.SurOrganisations, (f, v) => f with { SurOrganisations = v }),
        new("rs-org", f => f.RsOrganisations, (f, v) => f with { RsOrganisations = v }),
    ];

    /// <summary>The same filters without some values of this one.</summary>
    public SearchFilters Without(SearchFilters filters, IReadOnlyCollection<string> values) => With(filters, [.. Get(filters).Where(v => !values.Contains(v))]);

    private static IReadOnlyList<string> Texts(IReadOnlyList<int> numbers) => [.. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private static IReadOnlyList<int> Integers(IReadOnlyList<string> texts) => [.. texts.Select(t => int.Parse(t, CultureInfo.InvariantCulture))];
}
