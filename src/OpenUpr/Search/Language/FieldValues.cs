using OpenUpr.Reviews;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Search.Language;

/// <summary>Understands the values of filters. What is no value of a field is a problem that says which values are near.</summary>
internal sealed class FieldValues(ReferenceData reference, List<QueryProblem> problems)
{
    private const int MaxValues = 500;
    private const int MaxProblems = 20;

    private int _values;

    /// <summary>Adds a value, or a list of values with commas, to the filters.</summary>
    public void Add(string name, string typed, FilterBuilder filters)
    {
        if (!SearchFields.All.Contains(name))
        {
            var near = EditDistance.Nearest(name, SearchFields.All.Select(f => (f, f)));
            Report(name, typed, $"There is no filter “{name}:”. If it is text, put it in quotation marks.", near);
            return;
        }

        // A name may hold a comma itself: the whole is tried first.
        var whole = Unquoted(typed);
        var list = Accepts(name, whole) ? [whole] : Split(typed);
        if (list is [{ } only] && only.Contains(',') && Split(only) is var parts && parts.TrueForAll(p => Accepts(name, p)))
        {
            list = parts;
        }

        if (list.Count == 0)
        {
            Report(name, typed, $"“{name}:” needs a value directly behind the colon, such as {Example(name)}.", []);
        }

        foreach (var value in list)
        {
            if (++_values > MaxValues)
            {
                Report(name, value, $"More than {MaxValues} filter values; shorten the search.", []);
                return;
            }

            if (!TryAdd(name, value, filters) && problems.Count < MaxProblems)
            {
                problems.Add(Explain(name, value));
            }
        }
    }

    private bool Accepts(string name, string value) => TryAdd(name, value, new FilterBuilder());

    private bool TryAdd(string name, string value, FilterBuilder filters) => name switch
    {
        SearchFields.Sur => AddState(value, filters.Sur, orUnknown: false),
        SearchFields.Rs => AddState(value, filters.Rs, orUnknown: true),
        SearchFields.SurGroup => AddCode(value, Groups(), filters.SurGroups),
        SearchFields.RsGroup => AddCode(value, Groups(), filters.RsGroups),
        SearchFields.SurOrg => AddCode(value, Organisations(), filters.SurOrganisations),
        SearchFields.RsOrg => AddCode(value, Organisations(), filters.RsOrganisations),
        SearchFields.Issue => IssueList.Current.Find(value.Trim()) is { } issue && (filters.Issues.Add(issue.Slug) || true),
        SearchFields.Theme => TopicNames.Add(TopicList.Themes, value, filters.Themes),
        SearchFields.Person => TopicNames.Add(TopicList.Persons, value, filters.Persons),
        SearchFields.Instrument => TopicNames.AddInstrument(value, filters.Instruments),
        SearchFields.Issues => SettingValues.TryIssues(value, filters),
        SearchFields.Response => SettingValues.TryResponse(value, filters),
        SearchFields.Kind => SettingValues.TryKind(value, filters),
        SearchFields.Synonyms => SettingValues.TrySynonyms(value, filters),
        SearchFields.Labels => SettingValues.TryLabels(value, filters),
        _ => NumberValues.TryAdd(value, Allowed(name), Numbers(name, filters)),
    };

    private bool AddState(string value, SortedSet<string> states, bool orUnknown)
    {
        var code = orUnknown && value.Trim().Trim('(', ')').Equals(State.Unknown, StringComparison.OrdinalIgnoreCase) ? State.Unknown : reference.Names.Find(value)?.Iso3;
        return code is not null && (states.Add(code) || true);
    }

    private static bool AddCode(string value, IEnumerable<(string Code, string Name)> known, SortedSet<string> codes)
    {
        var key = StateNames.Key(value);
        var code = key.Length == 0 ? null : known.Where(k => StateNames.Key(k.Code) == key || StateNames.Key(k.Name) == key).Select(k => k.Code).FirstOrDefault();
        return code is not null && (codes.Add(code) || true);
    }

    private QueryProblem Explain(string name, string value)
    {
        IReadOnlyList<string> Near(IEnumerable<(string Key, string Shown)> known) => Suggestions.For(value, known);
        return name switch
        {
            SearchFields.Sur or SearchFields.Rs => Problem("is not a State that we know; give its name or its ISO code of three letters", Near(States())),
            SearchFields.SurGroup or SearchFields.RsGroup => Problem("is not a regional group; there are " + Listed(Groups()), Near(Both(Groups()))),
            SearchFields.SurOrg or SearchFields.RsOrg => Problem("is not an organisation that we know; there are " + Listed(Organisations()), Near(Both(Organisations()))),
            SearchFields.Issue => Problem("is not an issue of the list", Near(IssueList.Current.All.SelectMany(i => new[] { (StateNames.Key(i.Name), i.Name), (i.Slug, i.Name) }))),
            SearchFields.Theme => Problem("is not a theme of OHCHR's lists", Near(TopicNames.Of(TopicList.Themes))),
            SearchFields.Person => Problem("is not a group of persons of OHCHR's lists; there are " + Listed(TopicList.Persons.All.Select(p => (p.Slug, p.Name))), Near(TopicNames.Of(TopicList.Persons))),
            SearchFields.Instrument => Problem("is no instrument or body that we know; give its name, its usual abbreviation or its address under /instruments", Near(TopicNames.OfInstruments())),
            SearchFields.Response when value.Trim().Equals("rejected", StringComparison.OrdinalIgnoreCase) => Problem(
                "is no answer to a recommendation: the United Nations know supported and noted (resolution 5/1), and pending until the State has answered. What others call rejected is noted", ["noted"]),
            SearchFields.Session or SearchFields.Cycle or SearchFields.Action or SearchFields.Sdg => Problem($"is not {NumberValues.Describe(Allowed(name))}", []),
            _ => Problem($"is none of {string.Join(", ", SettingValues.Of(name))}", Near(SettingValues.Of(name).Select(v => (v, v)))),
        };

        QueryProblem Problem(string what, IReadOnlyList<string> near) => new(name, value, $"{name}: “{value}” {what}.", near);
    }

    private IEnumerable<(string Key, string Shown)> States() => reference.Names.Keys.Select(k => (k, reference.Names.Find(k)!.NameEn)).Append((State.Unknown, State.Unknown));

    private IEnumerable<(string Code, string Name)> Groups() => reference.RegionalGroups.Select(g => (g.Code, g.NameEn));

    private IEnumerable<(string Code, string Name)> Organisations() => reference.Organisations.Select(o => (o.Code, o.NameEn));

    private static IEnumerable<(string Key, string Shown)> Both(IEnumerable<(string Code, string Name)> known) =>
        known.SelectMany(k => new[] { (StateNames.Key(k.Code), k.Code), (StateNames.Key(k.Name), k.Code) });

    private static string Listed(IEnumerable<(string Code, string Name)> known) => string.Join(", ", known.Select(k => k.Code));

    private IReadOnlyList<int> Allowed(string name) => name switch
    {
        SearchFields.Session => [.. reference.Sessions.Select(s => s.Number).Order()],
        SearchFields.Cycle => [.. reference.Cycles.Select(c => c.Number).Distinct().Order()],
        SearchFields.Sdg => Goals.All,
        _ => [.. ActionCategory.All.Select(a => a.Number)],
    };

    private static SortedSet<int> Numbers(string name, FilterBuilder filters) => name switch
    {
        SearchFields.Session => filters.Sessions,
        SearchFields.Cycle => filters.Cycles,
        SearchFields.Sdg => filters.Sdgs,
        _ => filters.Actions,
    };

    private static string Example(string name) => name switch
    {
        SearchFields.Sur or SearchFields.Rs => $"{name}:FRA or {name}:\"South Africa\"",
        SearchFields.Issue => "issue:\"Women's rights\"",
        SearchFields.Session => "session:13..17",
        SearchFields.Cycle or SearchFields.Action or SearchFields.Sdg => $"{name}:2",
        SearchFields.Theme => "theme:ratification",
        SearchFields.Person => "person:children",
        SearchFields.Instrument => "instrument:CEDAW",
        SearchFields.SurGroup or SearchFields.RsGroup => $"{name}:GRULAC",
        SearchFields.SurOrg or SearchFields.RsOrg => $"{name}:AU",
        _ => $"{name}:{SettingValues.Of(name)[0]}",
    };

    private static string Unquoted(string typed) => typed.Trim().Trim('"', '“', '”', '„', '«', '»');

    /// <summary>Splits at commas outside quotation marks.</summary>
    private static List<string> Split(string typed)
    {
        var (values, start, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i <= typed.Length; i++)
        {
            if (i < typed.Length && typed[i] is '"' or '“' or '”' or '„' or '«' or '»')
            {
                quoted = !quoted;
            }
            else if (i == typed.Length || (typed[i] == ',' && !quoted))
            {
                values.Add(Unquoted(typed[start..i]));
                start = i + 1;
            }
        }

        values.RemoveAll(v => v.Length == 0);
        return values;
    }

    private void Report(string name, string value, string message, IReadOnlyList<string> suggestions) => problems.Add(new QueryProblem(name, value, message, suggestions));
}
