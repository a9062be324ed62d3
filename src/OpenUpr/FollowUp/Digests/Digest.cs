using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.FollowUp.Digests;

/// <summary>What somebody judges of a recommendation, without a name of theirs.</summary>
/// <param name="IsCoalition">The coalition as a whole; else one of its organisations.</param>
/// <param name="Value">A code of <see cref="Drafting.Lists.ValueScale"/>.</param>
public sealed record DigestJudgement(bool IsCoalition, string Value, string Light, bool IsWorse);

/// <summary>A recommendation with its standing judgements and the actions that serve it.</summary>
public sealed record DigestRow(PlanRecommendation Recommendation, IReadOnlyList<DigestJudgement> Judgements, IReadOnlyList<PlanAction> Actions)
{
    /// <summary>green, amber, red or none; "mixed" where organisations disagree on the light.</summary>
    public string Light => Judgements.Select(j => j.Light).Distinct().ToList() switch { [] => "none", [var one] => one, _ => "mixed" };

    public bool IsWorse => Judgements.Any(j => j.IsWorse);
}

/// <summary>
/// What one reader outside needs of a followed review (requirements L9 to L12, O3 to O6). It is made of named fields alone: notes, explanations, evidence, cases and names of
/// people or member organisations cannot slip in.
/// </summary>
/// <param name="Rows">What asks most of the reader first: worse, not implemented, disputed, then the rest in the order of the report.</param>
/// <param name="Actions">All that concern the reader.</param>
/// <param name="All">Recommendations of the whole review.</param>
public sealed record Digest(string State, int Session, ActionAudience Audience, IReadOnlyList<DigestRow> Rows, IReadOnlyList<PlanAction> Actions, int All)
{
    public int Count(params ReadOnlySpan<string> positions)
    {
        var count = 0;
        foreach (var row in Rows)
        {
            count += positions.Contains(row.Recommendation.Position ?? "pending") ? 1 : 0;
        }

        return count;
    }

    public int Lights(string light) => Rows.Count(r => r.Light == light);
}

/// <summary>Makes digests of a followed review. Pure.</summary>
public static class DigestViews
{
    public const string Press = "press";

    /// <summary>The press is shown the whole review, or one issue of it.</summary>
    public const string Whole = "all";

    private static readonly string[] s_order = ["red", "mixed", "amber", "green", "none"];

    public static IReadOnlyList<string> Kinds { get; } = [.. ActionViews.Kinds, Press];

    /// <summary>Who can be chosen for a kind, in the order in which a list shows it.</summary>
    public static IReadOnlyList<string> ChoicesOf(ActionPlan plan, string kind) => kind == Press
        ? [Whole, .. ActionViews.ChoicesOf(plan, ActionViews.Agency).Where(c => ActionViews.Split(c).What == "issue")]
        : ActionViews.ChoicesOf(plan, kind);

    /// <param name="plan">The whole matrix, made of the same followed review as the judgements.</param>
    public static Digest Of(ActionPlan plan, MonitoringView monitoring, ActionAudience audience)
    {
        // A part keeps the very recommendations of the whole, which stand in the order of the rows.
        var rows = plan.Recommendations.Zip(monitoring.Rows).ToDictionary(p => p.First, p => p.Second, (IEqualityComparer<PlanRecommendation>)ReferenceEqualityComparer.Instance);
        var part = audience is { Kind: Press, Of: Whole } ? plan : ActionViews.Of(plan, audience);
        var serving = part.Actions.SelectMany(a => a.Recommendations.Select(r => (r, a))).ToLookup(p => p.r, p => p.a);
        var made = part.Recommendations.Select((r, i) => new DigestRow(r, Judgements(rows[r]), [.. serving[i]]));
        return new Digest(plan.State, plan.Session, audience, [.. made.OrderByDescending(r => r.IsWorse).ThenBy(r => Array.IndexOf(s_order, r.Light))], part.Actions, plan.Recommendations.Count);
    }

    /// <summary>The standing judgements of the coalition and of each organisation, as far as a second person confirmed them; the coalition's first.</summary>
    public static IReadOnlyList<DigestJudgement> Judgements(MonitoredRow row) =>
        [.. row.Standing.Where(a => a.IsConfirmed).OrderBy(a => a.Assessment.OrganisationId ?? 0)
            .Select(a => new DigestJudgement(a.Assessment.OrganisationId is null, a.Assessment.Value, a.Light, a.Assessment.Regression is not null))];
}
