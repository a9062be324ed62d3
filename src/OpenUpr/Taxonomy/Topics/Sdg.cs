using System.Collections.Frozen;
using OpenUpr.Reviews;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>A Sustainable Development Goal (A/RES/70/1, 2015).</summary>
/// <param name="Number">1 to 17, as tags keep it.</param>
/// <param name="Name">The short name, such as "Gender equality".</param>
/// <param name="Text">The goal's official wording.</param>
public sealed record SdgGoal(string Number, string Name, string French, string Spanish, string Text, string Source);

/// <summary>A target of a goal (A/RES/70/1, 2015).</summary>
/// <param name="Number">Such as "16.9" or "5.a", as tags keep it.</param>
/// <param name="Goal">The goal's number.</param>
/// <param name="Text">The official wording.</param>
public sealed record SdgTarget(string Number, string Goal, string Text, string Source);

/// <summary>The 17 goals and 169 targets, from sdg-goals.csv and sdg-targets.csv.</summary>
public static class Sdg
{
    private static readonly FrozenDictionary<string, SdgGoal> s_goals;
    private static readonly FrozenDictionary<string, SdgTarget> s_targets;

    static Sdg()
    {
        Goals = [.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.sdg-goals.csv").Select(r => new SdgGoal(r["goal"], r["name_en"], r["name_fr"], r["name_es"], r["text_en"], r["source"]))];
        Targets = [.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.sdg-targets.csv").Select(r => new SdgTarget(r["target"], r["goal"], r["text_en"], r["source"]))];
        s_goals = Goals.ToFrozenDictionary(g => g.Number);
        s_targets = Targets.ToFrozenDictionary(t => t.Number);
    }

    /// <summary>1 to 17.</summary>
    public static IReadOnlyList<SdgGoal> Goals { get; }

    /// <summary>In the order of the resolution.</summary>
    public static IReadOnlyList<SdgTarget> Targets { get; }

    /// <summary>The goal of this number, or of this target's number; null when there is none.</summary>
    public static SdgGoal? GoalOf(string number) => s_goals.GetValueOrDefault(number) ?? (s_targets.GetValueOrDefault(number) is { } target ? s_goals[target.Goal] : null);

    /// <summary>The target of this number, or null (of a goal too).</summary>
    public static SdgTarget? FindTarget(string number) => s_targets.GetValueOrDefault(number);

    /// <summary>What to show for a tag: a goal's short name, a target's wording; null when there is no such goal or target.</summary>
    public static string? NameOf(string number) => s_targets.GetValueOrDefault(number)?.Text ?? s_goals.GetValueOrDefault(number)?.Name;
}
