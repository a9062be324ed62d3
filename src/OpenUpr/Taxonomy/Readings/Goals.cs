using System.Globalization;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>Numbers of the Sustainable Development Goals and of their targets (General Assembly, resolution 70/1, 2015), as tags write them: "5", "16.3", "8.a".</summary>
public static class Goals
{
    /// <summary>The 17 goals.</summary>
    public const int Count = 17;

    /// <summary>The goal of a goal's or target's number; null for anything else.</summary>
    public static int? GoalOf(string value)
    {
        var dot = value.IndexOf('.', StringComparison.Ordinal);
        var goal = dot < 0 ? value : value[..dot];
        return int.TryParse(goal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Count ? number : null;
    }

    /// <summary>Whether this is a goal's number, or a target's: a goal's, a point and a number of one or two digits or a letter.</summary>
    public static bool IsGoalOrTarget(string value)
    {
        var dot = value.IndexOf('.', StringComparison.Ordinal);
        var target = dot < 0 ? null : value[(dot + 1)..];
        return GoalOf(value) is not null && (target is null or [>= 'a' and <= 'd'] or [>= '1' and <= '9'] or [>= '1' and <= '9', >= '0' and <= '9']);
    }

    /// <summary>The goals of these numbers, ascending, each once.</summary>
    public static IReadOnlyList<int> Of(IEnumerable<string> values) => [.. values.Select(GoalOf).OfType<int>().Distinct().Order()];
}
