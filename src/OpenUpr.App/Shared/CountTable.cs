using OpenUpr.App.Features.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Shared;

/// <summary>A counted row as a page draws it: what it is of, and the searches behind its numbers.</summary>
/// <param name="Href">The page about what is counted; null where there is none.</param>
/// <param name="Row">Null where nothing was counted; <see cref="Empty"/> then says why.</param>
/// <param name="Filters">The search that finds these recommendations.</param>
public sealed record CountLine(string Label, string? Href, StatisticRow? Row, IReadOnlyList<(string Field, string Value)> Filters)
{
    /// <summary>Said under the label in small print.</summary>
    public string? Note { get; init; }

    public string? Empty { get; init; }

    public bool IsTentative { get; init; }

    /// <summary>True for the row that stands for all others.</summary>
    public bool IsTotal { get; init; }

    /// <summary>The address of the rows behind a number.</summary>
    public string Link(string? field = null, string? value = null) => SearchLink.To([.. Filters, .. field is null || value is null ? [] : new[] { (field, value) }]);
}

/// <summary>A table of counted rows.</summary>
/// <param name="Name">For readers who hear the page.</param>
/// <param name="KeyHead">Head of the first column.</param>
/// <param name="CountHead">Head of the column of all, such as "Received".</param>
public sealed record CountTable(string Name, string KeyHead, string CountHead, IReadOnlyList<CountLine> Lines);

/// <summary>Makes the lines of counted tables.</summary>
public static class CountLines
{
    /// <summary>The rows of a table, each with its name, its page and its search.</summary>
    /// <param name="filters">The search that the table counts.</param>
    public static IReadOnlyList<CountLine> Of(StatisticTable table, Labels labels, params (string Field, string Value)[] filters) => Of(table.By, table.Rows, labels, filters);

    /// <summary>As the other, for some rows of a table or in another order.</summary>
    public static IReadOnlyList<CountLine> Of(string by, IEnumerable<StatisticRow> rows, Labels labels, params (string Field, string Value)[] filters) =>
        [.. rows.Select(r => new CountLine(labels.Value(by, r.Key), PageOf(by, r.Key), r, [.. filters, (by, r.Key)]))];

    /// <summary>Most first; equal ones by their names in the reader's language.</summary>
    public static IEnumerable<StatisticRow> Ranked(this StatisticTable table, Labels labels) =>
        table.Rows.OrderByDescending(r => r.Count).ThenBy(r => StateNames.Key(labels.Value(table.By, r.Key)), StringComparer.Ordinal);

    /// <summary>The site's own page about a value, or null.</summary>
    public static string? PageOf(string field, string value) => field switch
    {
        "sur" or "rs" => value == State.Unknown ? null : $"/states/{value}",
        "issue" => $"/issues/{value}",
        "session" => $"/sessions/{value}",
        "cycle" => $"/cycles/{value}",
        "sur-group" or "rs-group" => $"/groups/{value}",
        "sur-org" or "rs-org" => $"/organisations/{value}",
        _ => null,
    };
}

/// <summary>What a reader of a page may want to do next.</summary>
public sealed record NextStep(string Label, string Href);
