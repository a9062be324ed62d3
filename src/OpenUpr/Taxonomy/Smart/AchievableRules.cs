namespace OpenUpr.Taxonomy.Smart;

/// <summary>Bounded "only by material means, not by political will" (compendium, "Achievable"): no machine knows a State's means, so the writer is asked.</summary>
internal static class AchievableRules
{
    public static IEnumerable<SmartFinding> Of(Draft draft)
    {
        if (draft.Phrases("limits-by-will") is { Count: > 0 } limits)
        {
            yield return Find(SmartVerdict.Doubtful, "limits-by-will", limits);
        }

        yield return Find(SmartVerdict.Ask, "ask-means", []);
        if (draft.Phrases("means") is { Count: > 0 } means)
        {
            yield return Find(SmartVerdict.Ask, "names-means", means);
        }

        if (draft.Phrases("large-aim") is { Count: > 0 } aims)
        {
            yield return Find(SmartVerdict.Ask, "large-aim", aims);
        }
    }

    private static SmartFinding Find(SmartVerdict verdict, string code, IReadOnlyList<(int, int)> places) => new(SmartCriterion.Achievable, verdict, code, places, []);
}
