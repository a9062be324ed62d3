using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Shared;

/// <summary>One criterion with its findings, as programs read it.</summary>
/// <param name="Criterion">"specific", "measurable", "achievable", "relevant" or "time-bound".</param>
/// <param name="Verdict">"pass", "doubtful", "fail" or "ask".</param>
internal sealed record CriterionItem(string Criterion, string Verdict, IReadOnlyList<string> Words, string Suggestion, IReadOnlyList<string> Proposals, IReadOnlyList<FindingItem> Findings)
{
    /// <summary>The five criteria in their order, each with its gravest verdict. The draft must have been reviewed.</summary>
    public static IEnumerable<CriterionItem> Of(string draft, SmartReview review) => Enum.GetValues<SmartCriterion>().Select(criterion =>
    {
        var findings = review.Findings.Where(f => f.Criterion == criterion).ToList();
        var verdict = review.VerdictOf(criterion);
        var deciding = findings.FindAll(f => f.Verdict == verdict);
        return new CriterionItem(
            Name(criterion), Name(verdict), [.. deciding.SelectMany(f => FindingItem.WordsOf(draft, f))], string.Join(' ', deciding.Select(FindingItem.Sentence)),
            [.. findings.SelectMany(f => f.Rewritten)], [.. findings.Select(f => FindingItem.Of(draft, f))]);
    });

    public static string Name(SmartCriterion criterion) => criterion == SmartCriterion.TimeBound ? "time-bound" : criterion.ToString().ToLowerInvariant();

    public static string Name(SmartVerdict verdict) => verdict.ToString().ToLowerInvariant();
}

/// <summary>One finding, as programs read it.</summary>
internal sealed record FindingItem(string Code, string Verdict, IReadOnlyList<string> Words, string Suggestion, IReadOnlyList<string> Proposals)
{
    public static FindingItem Of(string draft, SmartFinding finding) =>
        new(finding.Code, CriterionItem.Name(finding.Verdict), [.. WordsOf(draft, finding)], Sentence(finding), finding.Rewritten);

    /// <summary>What was found and what to do about it.</summary>
    public static string Sentence(SmartFinding finding) => $"{SmartText.Say(finding)} {SmartText.Suggest(finding)}".TrimEnd();

    public static IEnumerable<string> WordsOf(string draft, SmartFinding finding) => finding.Places.Select(p => draft[p.Start..p.End]);
}
