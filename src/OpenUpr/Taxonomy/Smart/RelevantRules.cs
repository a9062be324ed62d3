using System.Text.RegularExpressions;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>
/// "The link between the recommendation and the situation in the country" (compendium, "Relevant"): no machine knows the country, so the writer is
/// asked. Words that let a State go on as it likes fail, as the compendium's example to avoid does.
/// </summary>
internal static partial class RelevantRules
{
    public static IEnumerable<SmartFinding> Of(Draft draft)
    {
        if (draft.Phrases("sovereign-right") is { Count: > 0 } sovereign)
        {
            yield return Find(SmartVerdict.Fail, "sovereign-right", sovereign);
        }

        if (draft.Phrases("own-yardstick") is { Count: > 0 } yardstick)
        {
            yield return Find(SmartVerdict.Doubtful, "own-yardstick", yardstick);
        }

        yield return Find(SmartVerdict.Ask, "ask-fact", []);
        if (Facts(draft) is { Count: > 0 } facts)
        {
            yield return Find(SmartVerdict.Ask, "names-fact", facts);
        }

        // Each recommendation should be backed by a body of the United Nations (compendium, "Substantiate").
        var sources = draft.Mentions.Where(m => IsSource(Draft.EntityOf(m))).ToList();
        yield return sources.Count > 0
            ? Find(SmartVerdict.Ask, "cites-source", [.. sources.Select(m => draft.Place(m.FirstWord, m.Words))], Draft.EntityOf(sources[0]).Name)
            : Find(SmartVerdict.Ask, "no-source", []);
    }

    private static List<(int Start, int End)> Facts(Draft draft)
    {
        List<(int Start, int End)> facts = [.. draft.Phrases("fact"), .. Figures().Matches(draft.Text).Select(m => (m.Index, m.Index + m.Length))];
        return [.. facts.OrderBy(f => f.Start)];
    }

    private static bool IsSource(Entity entity) =>
        entity.Kind is EntityKind.TreatyBody or EntityKind.SpecialProcedure || entity.Slug is "sdgs" or "agenda-2030" or "upr" or "un-mechanisms" or "hrc-mechanisms" or "ohchr" or "emrip";

    private static SmartFinding Find(SmartVerdict verdict, string code, IReadOnlyList<(int, int)> places, string? detail = null) => new(SmartCriterion.Relevant, verdict, code, places, [], detail);

    // A year, a share, a numbered law: something that can be looked up.
    [GeneratedRegex(@"\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b|\b\d+(?:[.,]\d+)?\s?(?:%|per cent|percent)|\bNo\.?\s?\d+\b", RegexOptions.IgnoreCase)]
    private static partial Regex Figures();
}
