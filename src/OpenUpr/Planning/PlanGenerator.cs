using OpenUpr.Reviews;

namespace OpenUpr.Planning;

/// <summary>
/// Turns the dates of a review into the tasks of the whole cycle (requirement C7): pure, so that the same dates always give the same plan. A plan
/// may start on any day; what is too late by then is left out and says so, what is late is squeezed into the time that is left, in order.
/// </summary>
public static class PlanGenerator
{
    /// <summary>The plan of one review.</summary>
    /// <param name="timeline">The review's dates; null while its session is not known: then only what waits for no date has one.</param>
    /// <param name="start">The day from which the plan runs.</param>
    /// <param name="quiet">Sessions in Geneva (<see cref="GenevaSessions"/>), holidays and the coalition's own quiet time.</param>
    /// <returns>One task for each step that applies, in the order of the process; those that are dropped too.</returns>
    public static IReadOnlyList<PlannedTask> Generate(ReviewTimeline? timeline, DateOnly start, IReadOnlyList<QuietDays> quiet)
    {
        var anchors = new PlanAnchors(timeline, start);
        var drafts = StepBook.All.Select(s => Draft(s, anchors, quiet)).OfType<StepDraft>().ToDictionary(d => d.Step.Code);
        Limit(drafts, start);
        var planned = new Dictionary<string, PlannedTask>();
        foreach (var draft in drafts.Values.OrderBy(d => StepBook.Place(d.Step.Code)))
        {
            planned.Add(draft.Step.Code, Place(draft, planned, start, quiet));
        }

        return [.. planned.Values];
    }

    /// <summary>A step with its usual window; null where it does not apply to this review.</summary>
    private static StepDraft? Draft(PlanStep step, PlanAnchors anchors, IReadOnlyList<QuietDays> quiet)
    {
        if (step.NeedsBusyMonth)
        {
            return BusyMonth.WeekAfter(anchors, step, quiet) is { } week ? new StepDraft(step, week, anchors.Basis(step)) { Limit = anchors.Limit(step) } : null;
        }

        return new StepDraft(step, anchors.Window(step), anchors.Basis(step)) { Limit = anchors.Limit(step) };
    }

    /// <summary>From the last step to the first: what is too late is dropped, and what others wait for must be over before their time is.</summary>
    private static void Limit(Dictionary<string, StepDraft> drafts, DateOnly start)
    {
        foreach (var draft in drafts.Values.OrderByDescending(d => StepBook.Place(d.Step.Code)).Where(d => d.Usual is not null))
        {
            draft.Dropped = start > draft.Limit || draft.Step.After.Any(a => a.NeedsIt && start.AddDays(a.Days) > draft.Limit) ? PlanFit.TooLate
                : draft.WasDueBefore(start) ? PlanFit.LeftOut
                : null;
            foreach (var order in draft.Dropped is null ? draft.Step.After : [])
            {
                if (drafts.TryGetValue(order.Code, out var before) && before.Usual is not null)
                {
                    before.MustEndBy(draft.Limit.AddDays(-order.Days));
                }
            }
        }

        // In the order of the process, so that what needs something that was dropped goes with it, and what needs that in turn.
        foreach (var draft in drafts.Values.OrderBy(d => StepBook.Place(d.Step.Code)).Where(d => d.Dropped is null && d.Usual is not null))
        {
            if (draft.Step.After.FirstOrDefault(a => a.NeedsIt && drafts[a.Code].Dropped is not null) is { } missing)
            {
                draft.Dropped = drafts[missing.Code].Dropped;
            }
        }
    }

    private static PlannedTask Place(StepDraft draft, Dictionary<string, PlannedTask> placed, DateOnly start, IReadOnlyList<QuietDays> quiet)
    {
        if (draft.Usual is not { } usual)
        {
            return new PlannedTask(draft.Step, null, null, null, null, draft.Basis, null);
        }

        if (draft.Dropped is { } why)
        {
            return new PlannedTask(draft.Step, usual, usual, null, null, draft.Basis, why);
        }

        var before = draft.Step.After.Where(a => placed.TryGetValue(a.Code, out var p) && p is { IsDropped: false, Window: not null }).Select(a => (placed[a.Code].Window!.Value, a.Days)).ToList();
        var first = before.Select(b => b.Value.From.AddDays(b.Days)).Append(start).Max();
        var endsFrom = before.Select(b => b.Value.To.AddDays(b.Days)).Append(first).Max();
        var limit = draft.Limit < endsFrom ? endsFrom : draft.Limit;
        var (window, isCut) = draft.Squeeze(start, limit);
        var from = Later(window.From, first);
        window = new Days(from, Later(window.To, Later(endsFrom, from)));
        var room = new Days(first, limit);
        var (clear, fit) = QuietSearch.Clear(window, room, endsFrom, [.. quiet.Where(q => q.Disturbs(draft.Step.Reach)).Select(q => q.Days)]);
        return new PlannedTask(draft.Step, clear, usual, room, endsFrom, draft.Basis, fit ?? (isCut ? PlanFit.Shortened : null));
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
