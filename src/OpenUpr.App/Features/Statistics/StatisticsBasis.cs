using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Statistics;

/// <summary>Says under a chart what it counts: how many of what, which sessions, which filter, as of when.</summary>
public static class StatisticsBasis
{
    /// <param name="sessions">What was found, by session.</param>
    /// <param name="asOf">When the newest document was received; null for an empty store.</param>
    public static string Of(SearchQuery query, StatisticTable sessions, Labels labels, DateTimeOffset? asOf)
    {
        var parts = new List<string> { Counted(query, sessions), Sessions(sessions), Filter(query, labels) };
        if (sessions.ByMachine > 0)
        {
            parts.Add(Machine(sessions.ByMachine, sessions.Total.Count, sessions.Unit));
        }

        if (asOf is { } day)
        {
            parts.Add(Numbers.Fill(StatisticsWords.Basis_AsOf, Dates.Day(day)));
        }

        return string.Join("; ", parts) + ".";
    }

    /// <summary>How many of what is counted a machine labelled.</summary>
    public static string Machine(int byMachine, int total, CountUnit unit) => Numbers.Fill(StatisticsWords.Basis_Machine, Numbers.Count(byMachine), Numbers.Of(total, unit));

    public static string Sessions(StatisticTable sessions)
    {
        var rows = sessions.InOrder();
        return rows.Count switch
        {
            0 => StatisticsWords.Basis_NoSession,
            1 => Numbers.Fill(StatisticsWords.Basis_Session, rows[0].Key),
            _ => Numbers.Fill(StatisticsWords.Basis_Sessions, rows[0].Key, rows[^1].Key),
        };
    }

    private static string Counted(SearchQuery query, StatisticTable table) => table.Unit == CountUnit.Pairs
        ? Numbers.Fill(StatisticsWords.Unit_PairsBasis, ResultView.CountOf(table.Total.Count, query.Filters.Kind))
        : Numbers.Of(table.Total.Count, table.Unit);

    private static string Filter(SearchQuery query, Labels labels)
    {
        var chips = Chip.Filters(query, labels).Select(c => c.Label).ToList();
        if (SearchAddress.Fields(query).FirstOrDefault(f => f.Key == "q").Value is { Length: > 0 } typed)
        {
            chips.Insert(0, Numbers.Fill(StatisticsWords.Basis_Typed, typed));
        }

        return chips.Count == 0 ? StatisticsWords.Basis_Everything : Numbers.Fill(StatisticsWords.Basis_Filter, string.Join(", ", chips));
    }
}
