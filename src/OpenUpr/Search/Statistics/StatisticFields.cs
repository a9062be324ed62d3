using OpenUpr.Recommendations;

namespace OpenUpr.Search.Statistics;

/// <summary>The fields by which recommendations are counted (UPR Info, Database: Statistics). The names are those of the query language.</summary>
public static class StatisticFields
{
    public const string Response = "response";
    public const string Action = "action";
    public const string Issue = "issue";
    public const string Sdg = "sdg";
    public const string Theme = "theme";
    public const string Person = "person";
    public const string Instrument = "instrument";

    /// <summary>In the order in which pages and help list them.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["sur", "rs", Issue, Sdg, Theme, Person, Instrument, Action, Response, "session", "cycle", "sur-group", "rs-group", "sur-org", "rs-org"];

    /// <summary>The field in English, as exports and the command line write it.</summary>
    public static string NameOf(string field) => field switch
    {
        "sur" => "State under review",
        "rs" => "recommending State",
        Issue => "issue",
        Sdg => "Sustainable Development Goal",
        Theme => "theme",
        Person => "affected persons",
        Instrument => "instrument or body named",
        Action => "action category",
        Response => "response",
        "session" => "session",
        "cycle" => "cycle",
        "sur-group" => "regional group of the State under review",
        "rs-group" => "regional group of the recommending State",
        "sur-org" => "organisation of the State under review",
        "rs-org" => "organisation of the recommending State",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of statistics."),
    };

    /// <summary>True where a pair can carry several values, so that the rows of a table add up to more than its total.</summary>
    public static bool HasSeveral(string field) => field is Issue or Sdg or Theme or Person or Instrument or "sur-org" or "rs-org";

    /// <summary>As above, for any unit: a text that several States made counts under each of them.</summary>
    public static bool HasSeveral(string field, CountUnit unit) => HasSeveral(field) || (unit, field) switch
    {
        (CountUnit.Pairs, _) or (_, "sur" or "sur-group" or "session" or "cycle") or (CountUnit.Texts, Response) => false,
        _ => true,
    };

    /// <summary>The labels on which a count by these fields depends, those of the search's own filters too.</summary>
    internal static MachineLabels LabelsOf(SearchQuery query, params ReadOnlySpan<string> fields)
    {
        var labels = (query.Filters.Actions.Count > 0 ? MachineLabels.Action : 0)
            | (query.Filters.Issues.Count > 0 ? MachineLabels.Issues : 0)
            | (query.Filters.Sdgs.Count > 0 ? MachineLabels.Sdgs : 0)
            | (query.Filters.Themes.Count > 0 ? MachineLabels.Themes : 0)
            | (query.Filters.Persons.Count > 0 ? MachineLabels.Persons : 0);
        foreach (var field in fields)
        {
            labels |= field switch { Action => MachineLabels.Action, Issue => MachineLabels.Issues, Sdg => MachineLabels.Sdgs, Theme => MachineLabels.Themes, Person => MachineLabels.Persons, _ => MachineLabels.None };
        }

        return labels;
    }

    /// <summary>True where the values have an order in time, so that a table of them is a trend.</summary>
    public static bool IsTime(string field) => field is "session" or "cycle";
}
