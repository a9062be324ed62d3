using OpenUpr.Reviews;

namespace OpenUpr.Planning;

/// <summary>The dated things that windows are counted from.</summary>
internal sealed class PlanAnchors(ReviewTimeline? timeline, DateOnly start)
{
    private readonly Dictionary<string, StepDate> _dates = timeline?.Steps.Where(s => s.Date is not null).ToDictionary(s => s.Key, s => s.Date!) ?? [];

    public StepDate? Of(string anchor) => anchor == PlanEdge.Start
        ? new StepDate(start, start, Precision.Day, null, null, Certainty.Confirmed, false, [], null, null, start)
        : _dates.GetValueOrDefault(anchor);

    /// <summary>The usual window of a step; null where one of its ends has no date.</summary>
    public Days? Window(PlanStep step)
    {
        if (Of(step.From.Anchor) is not { } from || Of(step.To.Anchor) is not { } to)
        {
            return null;
        }

        var (first, last) = (step.From.AsFirst(from), step.To.AsLast(to));
        return new Days(first < last ? first : last, last);
    }

    /// <summary>The last day on which the step makes sense: no earlier than its usual window ends.</summary>
    public DateOnly Limit(PlanStep step)
    {
        var end = Window(step)?.To ?? DateOnly.MinValue;
        return Of(step.Until.Anchor) is not { } until ? DateOnly.MaxValue : step.Until.AsLimit(until) is var limit && limit > end ? limit : end;
    }

    public string Basis(PlanStep step)
    {
        var dates = new[] { Of(step.From.Anchor), Of(step.To.Anchor) };
        return dates.Any(d => d is null or { Estimated: true }) ? PlanBasis.Estimated
            : dates.Any(d => d!.Precision != Precision.Day || d.Certainty != Certainty.Confirmed) ? PlanBasis.Range
            : PlanBasis.Actual;
    }
}
