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
    SmartReview Smart,
    TextClassification? Classification,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<Entity> Entities)
{
    public required AlikeView Alike { get; init; }

    /// <summary>Null where no State was chosen, and where there is no history at all.</summary>
    public ExpectedResponse? Expected { get; init; }

    /// <summary>The criteria in their order, each with its findings and the gravest verdict; none where the draft could not be reviewed.</summary>
    public IEnumerable<(SmartCriterion Criterion, SmartVerdict Verdict, IReadOnlyList<SmartFinding> Findings)> Criteria => Smart.Problem is not null ? []
        : Enum.GetValues<SmartCriterion>().Select(c => (c, Smart.VerdictOf(c), (IReadOnlyList<SmartFinding>)[.. Smart.Findings.Where(f => f.Criterion == c)]));

    public IReadOnlyList<Reason> Why(string scheme, string value) => [.. Reasons.Where(r => r.Scheme == scheme && r.Value == value)];
}
