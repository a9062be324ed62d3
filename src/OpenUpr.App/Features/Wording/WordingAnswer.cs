using OpenUpr.Recommendations;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Features.Wording;

/// <summary>What the page says of one draft.</summary>
/// <param name="Classification">Null where this program was built without its model.</param>
/// <param name="Reasons">Why the labels were given, from the heaviest.</param>
/// <param name="Entities">What the draft names, each once, in the order of the text.</param>
public sealed record WordingAnswer(
    WordingRequest Asked,
    IReadOnlyList<SmartFinding> Smart,
    TextClassification? Classification,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<Entity> Entities)
{
    public required AlikeView Alike { get; init; }

    /// <summary>Null where no State was chosen, and where there is no history at all.</summary>
    public ExpectedResponse? Expected { get; init; }

    /// <summary>The criteria in their order, each with its findings and the gravest verdict.</summary>
    public IEnumerable<(SmartCriterion Criterion, SmartVerdict Verdict, IReadOnlyList<SmartFinding> Findings)> Criteria =>
        Enum.GetValues<SmartCriterion>().Select(c => (c, VerdictOf(c), (IReadOnlyList<SmartFinding>)[.. Smart.Where(f => f.Criterion == c)]));

    /// <summary>A fail outweighs a doubt, a doubt a question, a question a pass; without findings nothing speaks against it.</summary>
    public SmartVerdict VerdictOf(SmartCriterion criterion) =>
        Smart.Where(f => f.Criterion == criterion).Select(f => f.Verdict).DefaultIfEmpty(SmartVerdict.Pass).MaxBy(Gravity);

    public IReadOnlyList<Reason> Why(string scheme, string value) => [.. Reasons.Where(r => r.Scheme == scheme && r.Value == value)];

    private static int Gravity(SmartVerdict verdict) => verdict switch
    {
        SmartVerdict.Fail => 3,
        SmartVerdict.Doubtful => 2,
        SmartVerdict.Ask => 1,
        _ => 0,
    };
}
