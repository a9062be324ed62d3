using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Reviews;

namespace OpenUpr.App.Shared;

/// <summary>Dates and rules of a timeline in words, in the reader's language.</summary>
public static class StepWords
{
    /// <summary>8 April 2024, 23:59 Geneva time; 4–15 May 2026; May 2019 (days not known); between 1 June and 4 July 2027.</summary>
    public static string When(StepDate? date) => date switch
    {
        null => Words.Date_Unknown,
        { Precision: Precision.Month, Estimated: true } => Dates.Months(date.Earliest, date.Latest)!,
        { Precision: Precision.Month } => Numbers.Fill(CalendarWords.When_MonthOnly, Dates.Months(date.Earliest, date.Latest)),
        { Latest: null } => Numbers.Fill(CalendarWords.When_From, Dates.Day(date.Earliest)),
        { Latest: { } last, Estimated: true } when last == date.Earliest => Numbers.Fill(CalendarWords.When_About, Dates.Day(last)),
        { Latest: { } last, Estimated: true } => Numbers.Fill(CalendarWords.When_Between, Dates.Day(date.Earliest), Dates.Day(last)),
        { Latest: { } last } when last != date.Earliest => Span(date.Earliest, last),
        { Time: { } time } => Numbers.Fill(Words.Deadline_At, Dates.Day(date.Earliest), time.ToString("HH:mm", CultureInfo.InvariantCulture)),
        _ => Dates.Day(date.Earliest),
    };

    /// <summary>The certainty in a sentence; null for a date that a source confirms.</summary>
    public static string? Certainty(StepDate? date) => date switch
    {
        null or { Certainty: Reviews.Certainty.Confirmed } => null,
        { Rule.Measured: true } => CalendarWords.Certainty_Measured,
        { Estimated: true } or { Rule: not null } => CalendarWords.Certainty_Rule,
        { Certainty: Reviews.Certainty.Derived } => CalendarWords.Certainty_Derived,
        _ => CalendarWords.Certainty_Tentative,
    };

    /// <summary>188 to 221 days before the first day of the session.</summary>
    public static string Rule(Milestone rule)
    {
        var anchor = CalendarWords.ResourceManager.GetString("Anchor_" + rule.Anchor.Replace('-', '_'), CultureInfo.CurrentUICulture) ?? rule.Anchor;
        decimal[] offsets = [.. new[] { rule.Min, rule.Max }.OfType<decimal>().Select(Math.Abs).Distinct().Order()];
        if (offsets is [0])
        {
            return Numbers.Fill(CalendarWords.Rule_On, anchor);
        }

        var amount = string.Join(CalendarWords.Rule_To, offsets.Select(o => o.ToString("0.#", CultureInfo.CurrentCulture)));
        var unit = CalendarWords.ResourceManager.GetString($"Unit_{rule.Unit}{(offsets is [1] ? "_one" : "")}", CultureInfo.CurrentUICulture) ?? rule.Unit;
        return Numbers.Fill((rule.Max ?? rule.Min) < 0 ? CalendarWords.Rule_Before : CalendarWords.Rule_After, amount, unit, anchor);
    }

    private static string Span(DateOnly from, DateOnly to)
    {
        var culture = CultureInfo.CurrentCulture;
        return (from.Year, from.Month) == (to.Year, to.Month) ? $"{from.ToString("%d", culture)}–{Dates.Day(to)}"
            : from.Year == to.Year ? $"{from.ToString("d MMMM", culture)} – {Dates.Day(to)}"
            : $"{Dates.Day(from)} – {Dates.Day(to)}";
    }
}
