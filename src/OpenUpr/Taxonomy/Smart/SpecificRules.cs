using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>"A well-defined action in relation to a specific right or violation" (compendium, "Specific").</summary>
internal static class SpecificRules
{
    private static readonly ulong _following = TextWords.Hash("following");

    public static IReadOnlyList<SmartFinding> Of(Draft draft)
    {
        if (draft.Clauses.Count == 0)
        {
            return [Find(SmartVerdict.Doubtful, "no-verb")];
        }

        List<SmartFinding> found = [.. draft.Clauses.SelectMany(c => Unnamed(draft, c).Concat(Bundled(draft, c)))];
        found.AddRange(Several(draft));
        found.AddRange(VagueObject(draft));
        found.AddRange(Weak(draft));
        return found.Count > 0 ? found : [Find(SmartVerdict.Pass, "one-action", [draft.Place(draft.Clauses[0].Deciding)])];
    }

    private static IEnumerable<SmartFinding> Unnamed(Draft draft, Clause clause)
    {
        var mentions = draft.Mentions.Where(m => m.FirstWord >= clause.First && m.FirstWord < clause.End).ToList();
        var names = mentions.Any(m => Draft.EntityOf(m) is { Kind: EntityKind.Instrument, IsGeneric: false });
        foreach (var mention in mentions.Where(m => Draft.EntityOf(m) is { Kind: EntityKind.Instrument, IsGeneric: true }))
        {
            var listed = names && draft.Words.Hashes[clause.First..(mention.FirstWord + mention.Words)].Contains(_following);
            var place = draft.Place(mention.FirstWord, mention.Words);
            if (Draft.EntityOf(mention).Binding && Treaties.Binds(draft, clause) && !listed)
            {
                yield return Find(names ? SmartVerdict.Doubtful : SmartVerdict.Fail, "unnamed-instruments", [place]);
            }
            else if (!names)
            {
                yield return Find(SmartVerdict.Doubtful, "unnamed-standards", [place]);
            }
        }
    }

    private static IEnumerable<SmartFinding> Bundled(Draft draft, Clause clause) =>
        from list in InstrumentList.In(draft, clause)
        let verdict = Treaties.Binds(draft, clause) ? SmartVerdict.Fail : SmartVerdict.Doubtful
        select new SmartFinding(
            SmartCriterion.Specific, verdict, "bundled-instruments", [.. list.Items.Select(i => draft.Place(i.First, i.End - i.First))], Rewriting.Apart(draft, clause, list), Count(list.Items.Count));

    private static IEnumerable<SmartFinding> Several(Draft draft)
    {
        if (draft.Clauses.Count > 1)
        {
            yield return new SmartFinding(
                SmartCriterion.Specific, SmartVerdict.Doubtful, "several-actions", [.. draft.Clauses.Select(c => draft.Place(c.Verbs[0]))], Rewriting.ByAction(draft), Count(draft.Clauses.Count));
        }
    }

    private static IEnumerable<SmartFinding> VagueObject(Draft draft)
    {
        if (draft.Phrases("vague-object") is { Count: > 0 } places && !draft.Clauses.Any(c => Means.Stands(draft, c)))
        {
            yield return Find(SmartVerdict.Doubtful, "vague-object", places);
        }
    }

    private static IEnumerable<SmartFinding> Weak(Draft draft) =>
        from clause in draft.Clauses
        let verb = clause.Deciding
        where verb.Verb.Category < 4 || (verb.Verb.Category == 4 && !Means.Stands(draft, clause))
        select Find(SmartVerdict.Doubtful, verb.Verb.Category == 4 ? "general-verb" : "weak-verb", [draft.Place(verb)], Count(verb.Verb.Category));

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static SmartFinding Find(SmartVerdict verdict, string code, IReadOnlyList<(int, int)>? places = null, string? detail = null) =>
        new(SmartCriterion.Specific, verdict, code, places ?? [], [], detail);
}
