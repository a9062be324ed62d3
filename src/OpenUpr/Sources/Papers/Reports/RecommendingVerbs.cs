using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>The verbs with which recommendations begin, to tell "and establish a mechanism" from "and its Optional Protocol".</summary>
internal static partial class RecommendingVerbs
{
    private static readonly FrozenSet<string> Verbs = """
        abide abolish abrogate accede accelerate accept accord achieve acknowledge act adapt address adhere adjust adopt advance advocate afford agree align allocate allow amend analyse
        analyze apply appoint approve arrange ascertain ask assess assign assist assure attach avoid become begin bolster boost bring broaden build bring call carry cease change clarify
        close codify collaborate collect combat commence commit commute compensate complete comply concentrate conclude condemn conduct consider consolidate construct consult continue
        contribute control convene cooperate co-operate coordinate correct counter create criminalize criminalise deal decide declare decrease decriminalize decriminalise dedicate deepen
        define delay demonstrate deploy design designate destroy devote develop devise diminish disarm disclose discontinue dismantle disseminate diversify do draft draw draw-up eliminate
        embark embrace emphasize empower enable enact encourage end endeavour endorse engage enhance enlarge ensure enter equalize eradicate establish evaluate examine exchange exclude
        execute exercise exert expand expedite explore extend facilitate familiarize favour finalize finalise find focus follow follow-up formalize formulate foster fulfil fulfill
        fully fund further generate give grant guarantee halt harmonize harmonise have hold honour identify impart implement improve include incorporate increase inform initiate
        inquire institute institutionalize integrate intensify introduce invest investigate invite involve issue join keep launch lead learn legalize legislate let liberalize lift limit look lower
        maintain make manage maximize meet mainstream mobilize modernize modify monitor move multiply name negotiate note nominate observe offer open organize oppose outlaw overcome oversee
        participate pass pay penalize perform permit persevere persist place plan play postpone practice practise prepare present preserve prevent prioritize prioritise proceed proclaim
        prohibit promote promulgate propagate prosecute protect prove provide publicize publish punish pursue push put raise ratify re-establish reach reaffirm realize realise recognize recognise
        reconsider recruit rectify redouble redress reduce re-evaluate refine reform refrain regulate rehabilitate reinforce reinstate reject release relax remain remedy remove render renew
        repair repeal replace report request require rescind research resolve respect respond restore restrict resume review revise revisit revitalize revoke safeguard scale schedule
        secure seek sensitize separate set settle share show sign simplify solve solicit speed spread start step stop strengthen streamline strive study submit subscribe supplement
        support suppress suspend sustain systematize tackle take target teach tighten train transform translate transmit transpose treat turn undertake update upgrade uphold urge use utilize
        utilise verify visit vote waive widen withdraw work
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Joining = new[] { "and", "or", "to", "that", "it", "also", "further", "ratifying", "signing", "acceding" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when words begin with such a verb; "and", "to", "that it" and an adverb may stand before it.</summary>
    public static bool Opens(string words)
    {
        var rest = Link().Replace(words, "");
        var first = Word().Match(rest);
        if (first.Value is [.., 's'] && Verbs.Contains(first.Value[..^1]))
        {
            return true;
        }

        if (first.Value.EndsWith("ly", StringComparison.Ordinal) || first.Value is "also" or "further" or "not" or "then" or "better")
        {
            return Verbs.Contains(first.NextMatch().Value);
        }

        return Verbs.Contains(first.Value) || first.Value.StartsWith("recommend", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when words are nothing but such verbs and what joins them: "sign and ratify".</summary>
    public static bool AreAll(string words) => Word().Matches(words) is { Count: > 0 } all
        && all.All(w => Verbs.Contains(w.Value) || w.Value.EndsWith("ly", StringComparison.Ordinal) || Joining.Contains(w.Value)) && all.Any(w => Verbs.Contains(w.Value));

    [GeneratedRegex(@"^(?:[\s,;:./]|\b(?:and|or|to|that|also|as well as|as well|it|should|in addition|moreover|finally)\b)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\p{L}\-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
