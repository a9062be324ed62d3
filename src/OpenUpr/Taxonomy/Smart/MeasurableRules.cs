using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>"Was the recommendation implemented or not?" (compendium, "Measurable").</summary>
internal static partial class MeasurableRules
{
    /// <summary>Changes of amount: to be measured they need "from" and "to".</summary>
    private static readonly FrozenSet<string> _amounts = new[] { "increase", "reduce", "raise", "lower", "expand", "improve", "enhance", "strengthen", "reinforce", "intensify", "extend", "broaden" }.ToFrozenSet();

    public static IReadOnlyList<SmartFinding> Of(Draft draft)
    {
        List<SmartFinding> found = [.. draft.Clauses.Where(c => c.Verbs.Count > 1 && !c.IsChoice && !Treaties.SameAct(c)).Select(c => Double(draft, c)), .. SigningToo(draft)];
        found.AddRange(Vague(draft));
        var open = found.Any(f => f.Code is "vague-measures" or "open-measures" or "efforts");
        found.AddRange(draft.Clauses.SelectMany(c => Unclear(draft, c, open)));
        if (found.Count == 0)
        {
            found.Add(Find(draft.Clauses.Count > 0 ? SmartVerdict.Pass : SmartVerdict.Doubtful, draft.Clauses.Count > 0 ? "answerable" : "no-verb", []));
        }

        found.AddRange(Indicator(draft));
        return found;
    }

    private static SmartFinding Double(Draft draft, Clause clause)
    {
        var signs = Treaties.SignsFirst(clause);
        return new SmartFinding(
            SmartCriterion.Measurable,
            signs ? SmartVerdict.Fail : SmartVerdict.Doubtful,
            signs ? "sign-and-ratify" : clause.Verbs[0].Verb.Category == 2 ? "continue-and" : "double-verb",
            [.. clause.Verbs.Select(draft.Place)],
            Rewriting.ByVerb(draft, clause));
    }

    /// <summary>"Consider signing and ratifying": the same doubt within a sentence.</summary>
    private static IEnumerable<SmartFinding> SigningToo(Draft draft)
    {
        if (draft.Clauses.Any(Treaties.SignsFirst) || SignAndRatify().Match(draft.Text) is not { Success: true } match)
        {
            yield break;
        }

        var instead = match.Groups["ratify"].Value;
        yield return new SmartFinding(
            SmartCriterion.Measurable, SmartVerdict.Fail, "sign-and-ratify", [(match.Index, match.Index + match.Length)], [Rewriting.Sentence(draft.Text.Remove(match.Index, match.Length).Insert(match.Index, instead))]);
    }

    private static IEnumerable<SmartFinding> Vague(Draft draft)
    {
        var means = draft.Clauses.Any(c => Means.Stands(draft, c));
        if (draft.Phrases("vague-measures") is { Count: > 0 } measures)
        {
            yield return Find(means ? SmartVerdict.Doubtful : SmartVerdict.Fail, "vague-measures", measures);
        }
        else if (draft.Phrases("open-measures") is { Count: > 0 } open && !means)
        {
            yield return Find(SmartVerdict.Doubtful, "open-measures", open);
        }

        if (draft.Phrases("efforts") is { Count: > 0 } efforts && !means)
        {
            yield return Find(SmartVerdict.Doubtful, "efforts", efforts);
        }
    }

    private static IEnumerable<SmartFinding> Unclear(Draft draft, Clause clause, bool open)
    {
        var (verb, means) = (clause.Deciding, Means.Stands(draft, clause));
        var hasNumber = draft.Written(clause.First, clause.End).Any(char.IsAsciiDigit);
        var code = verb.Verb.Category switch
        {
            2 when clause.Verbs.Count == 1 => "continues",
            3 => "only-considers",
            4 when means || open => null,
            4 when _amounts.Contains(verb.Verb.Text) => hasNumber ? null : "no-baseline",
            4 => "result-only",
            _ => null,
        };
        if (code is not null)
        {
            yield return Find(SmartVerdict.Doubtful, code, [draft.Place(verb)]);
        }
    }

    /// <summary>The question that could be asked at the mid-term: only of one specific action, because a result would need a figure that is not in the text.</summary>
    private static IEnumerable<SmartFinding> Indicator(Draft draft)
    {
        if (draft.Clauses is [{ IsChoice: false, Deciding.Verb: { Category: 5 } verb } clause] && clause.Object < clause.End)
        {
            yield return Find(SmartVerdict.Pass, "indicator", [], $"{verb.Past} {draft.Written(clause.Object, clause.End)}");
        }
    }

    private static SmartFinding Find(SmartVerdict verdict, string code, IReadOnlyList<(int, int)> places, string? detail = null) =>
        new(SmartCriterion.Measurable, verdict, code, places, [], detail);

    [GeneratedRegex(@"\b(?:sign and (?<ratify>ratify)|signing and (?<ratify>ratifying)|(?:signature|signing) and (?<ratify>ratification))\b", RegexOptions.IgnoreCase)]
    private static partial Regex SignAndRatify();
}
