namespace OpenUpr.Planning;

/// <summary>A step on its way into a plan.</summary>
internal sealed class StepDraft(PlanStep step, Days? usual, string basis)
{
    public PlanStep Step => step;

    public Days? Usual => usual;

    public string Basis => basis;

    /// <summary>The last day on which it makes sense, or on which others can still wait for it.</summary>
    public required DateOnly Limit { get; set; }

    /// <summary>A word of <see cref="PlanFit"/>; null while it is in.</summary>
    public string? Dropped { get; set; }

    /// <summary>Whether its usual time is over and it is not worth the hurry.</summary>
    public bool WasDueBefore(DateOnly start) => !step.IsCore && usual!.Value.To < start;

    public void MustEndBy(DateOnly day) => Limit = day < Limit ? day : Limit;

    /// <summary>Its window in a plan that starts on a day: the usual one, what is left of it, or as much of the time that is left as it would usually take of the whole.</summary>
    public (Days Window, bool IsCut) Squeeze(DateOnly start, DateOnly limit)
    {
        var window = usual!.Value;
        var to = window.To < limit ? window.To : limit;
        if (to >= start)
        {
            var from = window.From < start ? start : window.From;
            return (new Days(from < to ? from : to, to), from > window.From || to < window.To);
        }

        var whole = Math.Max(1, limit.DayNumber - window.From.DayNumber);
        var left = Math.Max(0, limit.DayNumber - start.DayNumber);
        var share = Math.Max(MinDays, window.Count * left / whole);
        var end = start.AddDays(share);
        return (new Days(start, end < limit ? end : limit), true);
    }

    /// <summary>Days that a late step gets where there are so many.</summary>
    private const int MinDays = 3;
}
