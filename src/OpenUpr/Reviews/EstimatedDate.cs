namespace OpenUpr.Reviews;

/// <summary>Arithmetic of rules about time. What a rule or its anchor gives in months stays in months.</summary>
internal static class EstimatedDate
{
    /// <summary>A rule counted from an anchor: from its first day with the smaller offset to its last day with the larger one.</summary>
    public static StepDate From(Milestone rule, StepDate anchor)
    {
        var earliest = Add(anchor.Earliest, rule.Min ?? rule.Max!.Value, rule.Unit);
        var latest = Add(anchor.Latest ?? anchor.OverBy, rule.Max ?? rule.Min!.Value, rule.Unit);
        var precision = rule.Unit is "months" or "years" ? Precision.Month : anchor.Precision;
        var certainty = rule.Measured ? Certainty.Tentative : Certainty.Derived;
        return Rounded(new StepDate(
            earliest, latest, precision, null, null, certainty < anchor.Certainty ? certainty : anchor.Certainty,
            true, [rule.Source], rule, rule.Note, latest));
    }

    /// <summary>From the first day that any statement allows to the last, as sure as the least sure of them.</summary>
    public static StepDate SpanOf(IReadOnlyList<StepDate> statements)
    {
        var (first, last) = (statements.Min(s => s.Earliest), statements.Max(s => s.OverBy));
        var hours = statements.Select(s => (s.Time, s.Zone)).Distinct().ToList();
        return Rounded(new StepDate(
            first, last, statements.Min(s => s.Precision), hours.Count == 1 ? hours[0].Time : null, hours.Count == 1 ? hours[0].Zone : null,
            statements.Min(s => s.Certainty), first != last, [.. statements.SelectMany(s => s.Sources).Distinct()], null, null, last));
    }

    private static StepDate Rounded(StepDate date)
    {
        if (date.Precision == Precision.Day)
        {
            return date;
        }

        var last = date.OverBy;
        var end = new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1);
        return date with { Earliest = new DateOnly(date.Earliest.Year, date.Earliest.Month, 1), Latest = end, OverBy = end };
    }

    private static DateOnly Add(DateOnly day, decimal offset, string unit) => unit switch
    {
        "hours" => day.AddDays((int)Math.Ceiling(offset / 24)),
        "days" => day.AddDays((int)offset),
        "weeks" => day.AddDays((int)(offset * 7)),
        "months" => day.AddMonths((int)offset),
        "years" => day.AddMonths((int)(offset * 12)),
        _ => throw new InvalidDataException($"milestones.csv: there is no unit '{unit}'."),
    };
}
