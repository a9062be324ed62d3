using System.Globalization;

namespace OpenUpr.FollowUp.Actions;

/// <summary>A field that two versions of an action have otherwise.</summary>
/// <param name="Field">text, ministry, actors, indicators, from, to, targets, plans, assistance, law, budget, committee, state or recommendations.</param>
public sealed record ChangedField(string Field, string? Before, string? After);

/// <summary>An action of two versions.</summary>
/// <param name="Before">Null for one that came since.</param>
/// <param name="After">Null for one that went.</param>
public sealed record ChangedAction(PlanAction? Before, PlanAction? After, IReadOnlyList<ChangedField> Fields)
{
    public int Number => (After ?? Before)!.Number;
}

/// <summary>What changed between two versions of the matrix (requirement L3). Pure.</summary>
public static class ActionChanges
{
    /// <summary>Actions that are not the same in both, by their number.</summary>
    public static IReadOnlyList<ChangedAction> Between(ActionPlan before, ActionPlan after)
    {
        var (old, now) = (before.Actions.ToDictionary(a => a.Number), after.Actions.ToDictionary(a => a.Number));
        return [.. old.Keys.Union(now.Keys).Order().Select(n => (old.GetValueOrDefault(n), now.GetValueOrDefault(n)) switch
        {
            ({ } was, { } @is) => new ChangedAction(was, @is, Fields(before, was, after, @is)),
            var (was, @is) => new ChangedAction(was, @is, []),
        }).Where(c => c.Before is null || c.After is null || c.Fields.Count > 0)];
    }

    /// <summary>An indicator in one line: "Shelters: 1 → 4 places, by 2028-12-31 (ministry) [5.2.1]".</summary>
    public static string Line(PlanIndicator i)
    {
        var numbers = (i.Baseline, i.Target) switch
        {
            (null, null) => "",
            (null, { } target) => string.Create(CultureInfo.InvariantCulture, $": → {target:0.####}"),
            ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $": {from:0.####}"),
            ({ } from, { } target) => string.Create(CultureInfo.InvariantCulture, $": {from:0.####} → {target:0.####}"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{i.Name}{numbers}{(i.Unit is null ? "" : " " + i.Unit)}{(i.DueOn is { } due ? $", {due:yyyy-MM-dd}" : "")}{(i.Source is null ? "" : $" ({i.Source})")}{(i.Sdg is null ? "" : $" [{i.Sdg}]")}");
    }

    /// <summary>An actor in one line: "name: duty".</summary>
    public static string Line(PlanActor actor) => actor.Duty is null ? actor.Name : $"{actor.Name}: {actor.Duty}";

    /// <summary>Fields that two wordings of one action have otherwise; each with the plan in which its recommendations have their places.</summary>
    public static IReadOnlyList<ChangedField> Fields(ActionPlan before, PlanAction was, ActionPlan after, PlanAction now)
    {
        (string Field, string? Was, string? Is)[] all =
        [
            ("text", was.Text, now.Text), ("ministry", was.Ministry, now.Ministry), ("actors", Lines(was.Actors.Select(Line)), Lines(now.Actors.Select(Line))), ("indicators", Lines(was.Indicators.Select(Line)), Lines(now.Indicators.Select(Line))),
            ("from", Day(was.From), Day(now.From)), ("to", Day(was.To), Day(now.To)), ("targets", Lines(was.Targets), Lines(now.Targets)), ("plans", Lines(was.Plans), Lines(now.Plans)), ("assistance", was.Assistance, now.Assistance),
            ("law", was.Law, now.Law), ("budget", was.Budget, now.Budget), ("committee", was.Committee, now.Committee), ("state", was.State, now.State), ("recommendations", Served(before, was), Served(after, now)),
        ];
        return [.. all.Where(f => f.Was != f.Is).Select(f => new ChangedField(f.Field, f.Was, f.Is))];
    }

    private static string? Served(ActionPlan plan, PlanAction action) => Lines(action.Recommendations.Select(r => plan.Recommendations[r].Number ?? plan.Recommendations[r].Text));

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
