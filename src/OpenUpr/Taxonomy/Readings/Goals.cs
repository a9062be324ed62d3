using System.Globalization;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>The goals by which recommendations are counted and filtered: a target counts for its goal.</summary>
public static class Goals
{
    /// <summary>The goals' numbers.</summary>
    public static IReadOnlyList<int> All { get; } = [.. Sdg.Goals.Select(g => int.Parse(g.Number, CultureInfo.InvariantCulture))];

    /// <summary>The goal of a goal's or target's number ("16", "16.3"); null for anything else.</summary>
    public static int? GoalOf(string value)
    {
        var dot = value.IndexOf('.', StringComparison.Ordinal);
        return int.TryParse(dot < 0 ? value : value.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= All.Count ? number : null;
    }

    /// <summary>The goals of these numbers, ascending, each once.</summary>
    public static IReadOnlyList<int> Of(IEnumerable<string> values) => [.. values.Select(GoalOf).OfType<int>().Distinct().Order()];
}
