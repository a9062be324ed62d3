using System.CommandLine;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.Export;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Recommendations;

/// <summary>The query and its filters, the same for every command that picks recommendations. Their meaning is the query language's; here they only get their names.</summary>
internal sealed class SearchOptions
{
    private readonly Argument<string[]> _query = new("QUERY")
    {
        Description = "Words, \"phrases\", OR, -exclusion, prefix* and fields such as sur:CUB. Put -- in front of a query that begins with a minus.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly List<Option<string[]>> _filters =
    [
        Filter("--sur", "A,B", "States under review, by ISO 3166-1 alpha-3 code or name."),
        Filter("--rs", "A,B", "Recommending States; 'unknown' where the source names none."),
        Filter("--sur-group", "G,..", "Regional groups of the State under review."),
        Filter("--rs-group", "G,..", "Regional groups of the recommending State."),
        Filter("--sur-org", "O,..", "Organisations that the State under review belongs to."),
        Filter("--rs-org", "O,..", "Organisations that the recommending State belongs to."),
        Filter("--issue", "I,..", "Issues, by name or slug."),
        Filter("--issues", "any|all", "Whether any of the issues is enough or all must be there. Default: any."),
        Filter("--response", "R,..", "supported (or accepted), noted, pending."),
        Filter("--action", "1..5", "Action categories."),
        Filter("--session", "13..17", "Sessions of the UPR Working Group."),
        Filter("--cycle", "1,2", "Cycles of the review."),
        Filter("--synonyms", "on|off", "on or off: whether words that the field uses for the same thing are searched too. Default: on."),
        Filter("--sdg", "1..17", "Sustainable Development Goals, by number."),
        Filter("--theme", "T,..", "OHCHR's themes, by slug or name; openupr stats --by theme lists those that occur."),
        Filter("--person", "P,..", "Affected persons of OHCHR's lists, such as children, by slug or name; openupr stats --by person lists those that occur."),
        Filter("--instrument", "I,..", "Instruments and bodies that the text names, such as CEDAW, by slug, usual name or abbreviation; openupr stats --by instrument lists those that occur."),
        Filter("--labels", "all|people", "people: leave out action categories, issues, goals, themes and persons that a machine read for want of a person's. Default: all."),
        Filter("--kind", "K", "recommendation, pledge or all; openupr search also has document. Default: recommendation."),
    ];

    /// <summary>The fields of the query language, which the addresses of the site use too.</summary>
    public IReadOnlyList<Option> Filters => _filters;

    private readonly Option<string> _sort = new("--sort")
    {
        Description = "Order of the rows.",
        HelpName = string.Join('|', SortNames.All.Select(s => s.Name)),
        DefaultValueFactory = _ => SortNames.All[0].Name,
    };

    private readonly Option<bool> _noBom = new("--no-bom") { Description = "Leave out the byte order mark by which Excel knows that a .csv file is UTF-8." };

    public SearchOptions() => _sort.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && SortNames.Find(result.Tokens[0].Value) is null)
        {
            result.AddError($"There is no order '{result.Tokens[0].Value}'. Orders: {string.Join(", ", SortNames.All.Select(s => s.Name))}.");
        }
    });

    /// <summary>The filters alone, for a command that takes a text instead of a query.</summary>
    public void AddFiltersTo(Command command)
    {
        _filters.Where(f => f.Name != "--synonyms").ToList().ForEach(command.Add);
        command.Add(_noBom);
    }

    /// <param name="sorts">False for a command that has an order of its own.</param>
    public void AddTo(Command command, bool sorts = true)
    {
        command.Add(_query);
        _filters.ForEach(command.Add);
        if (sorts)
        {
            command.Add(_sort);
        }

        command.Add(_noBom);
    }

    public SortBy Sort(ParseResult parsed) => SortNames.Find(parsed.GetRequiredValue(_sort))!.Value;

    /// <summary>What an export says about itself.</summary>
    public ExportContext Context(ParseResult parsed, SearchQuery query, TimeProvider time) =>
        new(SearchAddress.Typed(query), ExportContext.Pairs, Address: null, time.GetUtcNow(), Bom: !parsed.GetValue(_noBom)) { Labels = query.Labels };

    /// <summary>Understands the query, or says on stderr why it cannot, with what might have been meant.</summary>
    public SearchQuery? Parse(ParseResult parsed, Store store, Terminal terminal)
    {
        var search = QueryParser.Parse(Text(parsed), Fields(parsed), store.Reference);
        foreach (var problem in search.Problems)
        {
            var suggestions = problem.Suggestions.Count > 0 ? $" Did you mean {string.Join(" or ", problem.Suggestions.Select(s => $"'{s}'"))}?" : string.Empty;
            terminal.Talk.WriteLine($"openupr: {problem.Message}{suggestions}");
        }

        return search.Problems.Count > 0 ? null : search.Query;
    }

    /// <summary>The query as typed.</summary>
    public string Text(ParseResult parsed) => string.Join(' ', parsed.GetValue(_query) ?? []);

    /// <summary>The filters that were given, by their names in the query language.</summary>
    public Dictionary<string, IReadOnlyList<string>> Fields(ParseResult parsed) => _filters
        .Select(f => (Name: f.Name[2..], Values: parsed.GetValue(f) ?? []))
        .Where(f => f.Values.Length > 0)
        .ToDictionary(f => f.Name, f => (IReadOnlyList<string>)f.Values);

    private static Option<string[]> Filter(string name, string value, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = value };
        option.Validators.Add(result =>
        {
            // A script whose variable is empty must not be given the whole store instead.
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            {
                result.AddError($"{name} names nothing. Leave it out to search everything.");
            }
        });
        return option;
    }
}
