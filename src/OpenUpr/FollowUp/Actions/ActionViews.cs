using System.Globalization;

namespace OpenUpr.FollowUp.Actions;

/// <summary>Whom a part of the matrix is for.</summary>
/// <param name="Kind">ministry, parliament, embassy or agency.</param>
/// <param name="Of">A ministry's or other actor's name; "committee:…", "issue:…" or "budget" for parliament; a State's code for an embassy; "goal:5" or "issue:…" for an agency of the United Nations.</param>
public sealed record ActionAudience(string Kind, string Of);

/// <summary>The parts of the matrix that concern one ministry, parliament, one embassy or one agency (requirements L9, L10, O3, O6).</summary>
public static class ActionViews
{
    public const string Ministry = "ministry";
    public const string Parliament = "parliament";
    public const string Embassy = "embassy";
    public const string Agency = "agency";

    /// <summary>What needs a law or money, whichever committee has it.</summary>
    public const string Budget = "budget";

    private const string Committee = "committee:";
    private const string Issue = "issue:";
    private const string Goal = "goal:";

    private static readonly string[] s_prefixes = [Committee, Issue, Goal];

    public static IReadOnlyList<string> Kinds { get; } = [Ministry, Parliament, Embassy, Agency];

    /// <summary>What can be chosen for a kind, in the order in which a list shows it.</summary>
    public static IReadOnlyList<string> ChoicesOf(ActionPlan plan, string kind) => kind switch
    {
        Ministry => Named(plan.Actions.SelectMany(a => a.Actors.Select(x => (string?)x.Name).Append(a.Ministry))),
        Parliament => [Budget, .. Named(plan.Actions.Select(a => a.Committee)).Select(c => Committee + c), .. Issues(plan)],
        Embassy => Named(plan.Recommendations.SelectMany(r => r.States)),
        Agency => [.. plan.Recommendations.SelectMany(r => r.Goals).Concat(plan.Actions.SelectMany(a => a.Targets).Select(SdgTargets.GoalOf).OfType<int>()).Distinct().Order().Select(g => string.Create(CultureInfo.InvariantCulture, $"{Goal}{g}")), .. Issues(plan)],
        _ => [],
    };

    /// <summary>The part after the word that says what it is; "budget" and names stay as they are.</summary>
    public static (string? What, string Name) Split(string of) =>
        s_prefixes.FirstOrDefault(p => of.StartsWith(p, StringComparison.Ordinal)) is { } prefix ? (prefix.TrimEnd(':'), of[prefix.Length..]) : (null, of);

    /// <summary>The actions that concern somebody with the recommendations that they serve. Embassies and readers by issue or goal see their recommendations without an action too.</summary>
    public static ActionPlan Of(ActionPlan plan, ActionAudience audience)
    {
        var (what, name) = Split(audience.Of);
        Func<PlanRecommendation, bool> isTheirs = (audience.Kind, what) switch
        {
            (Embassy, _) => r => r.States.Contains(name),
            (_, "issue") => r => r.Issues.Contains(name),
            (Agency, "goal") => r => r.Goals.Any(g => g.ToString(CultureInfo.InvariantCulture) == name),
            _ => _ => false,
        };
        Func<PlanAction, bool> isConcerned = (audience.Kind, what) switch
        {
            (Ministry, _) => a => a.Ministry == name || a.Actors.Any(x => x.Name == name),
            (Parliament, "committee") => a => a.Committee == name,
            (Parliament, null) => a => a.Law is not null || a.Budget is not null,
            (Agency, "goal") => a => a.Targets.Any(t => SdgTargets.GoalOf(t)?.ToString(CultureInfo.InvariantCulture) == name) || a.Recommendations.Any(r => isTheirs(plan.Recommendations[r])),
            _ => a => a.Recommendations.Any(r => isTheirs(plan.Recommendations[r])),
        };
        PlanAction[] actions = [.. plan.Actions.Where(isConcerned)];
        var served = actions.SelectMany(a => a.Recommendations).ToHashSet();
        int[] kept = [.. Enumerable.Range(0, plan.Recommendations.Count).Where(i => (served.Contains(i) && audience.Kind != Embassy) || isTheirs(plan.Recommendations[i]))];
        var places = kept.Index().ToDictionary(p => p.Item, p => p.Index);
        return plan with { Recommendations = [.. kept.Select(i => plan.Recommendations[i])], Actions = [.. actions.Select(a => a with { Recommendations = [.. a.Recommendations.Where(places.ContainsKey).Select(r => places[r])] })] };
    }

    private static IReadOnlyList<string> Issues(ActionPlan plan) => [.. Named(plan.Recommendations.SelectMany(r => r.Issues)).Select(i => Issue + i)];

    private static IReadOnlyList<string> Named(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct().Order(StringComparer.CurrentCulture)];
}
