using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.NextCycle;

/// <summary>A recommendation with what the follow-up hands on of it.</summary>
/// <param name="Judgement">The coalition's own standing assessment, confirmed by a second person; null for none.</param>
/// <param name="Waits">The coalition's standing assessment is there, but nobody confirmed it: it is not handed on.</param>
/// <param name="Actions">That serve it, without those that were left out.</param>
public sealed record CarriedRow(MonitoredRow Row, Assessment? Judgement, bool Waits, IReadOnlyList<PlanAction> Actions);

/// <summary>
/// What the follow-up of a review hands on to the next one (requirement M11): the coalition's confirmed standing assessments and the matrix of actions. Judgements of single organisations, and
/// those that nobody confirmed, stay where they are, and so do evidence, cases and notes.
/// </summary>
public static class CarriedOver
{
    public static async Task<IReadOnlyList<CarriedRow>> ReadAsync(Store store, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        var monitoring = await AssessmentRows.ReadAsync(store, access, follow, cancel);
        return Of(monitoring, ActionPlans.Of(await ActionRows.ReadAsync(store, access, follow, cancel)));
    }

    /// <param name="plan">The matrix of the same followed review, whose recommendations stand in the order of the rows.</param>
    public static IReadOnlyList<CarriedRow> Of(MonitoringView monitoring, ActionPlan plan)
    {
        var serving = plan.Actions.SelectMany(a => a.Recommendations.Select(r => (r, a))).ToLookup(p => p.r, p => p.a);
        return [.. monitoring.Rows.Select((r, i) => r.Standing.FirstOrDefault(a => a.Assessment.OrganisationId is null) switch
        {
            { IsConfirmed: true } standing => new CarriedRow(r, standing.Assessment, false, [.. serving[i]]),
            var other => new CarriedRow(r, null, other is not null, [.. serving[i]]),
        })];
    }
}

/// <summary>The next review's list of recommendations, begun from the follow-up.</summary>
/// <param name="Carried">Rows of the follow-up whose assessment stands in the list.</param>
/// <param name="Waiting">Rows whose assessment nobody confirmed yet.</param>
/// <param name="Unassessed">Rows that the coalition as a whole did not assess.</param>
/// <param name="Missing">Rows with a confirmed assessment that the database does not hold any more in these words: they are not in the list.</param>
public sealed record CarriedList(MatrixList List, int Carried, int Waiting, int Unassessed, int Missing)
{
    /// <summary>Null where the database has none of that review.</summary>
    public static async Task<CarriedList?> ReadAsync(Store store, FollowedReview review, IReadOnlyList<CarriedRow> rows, string language, CancellationToken cancel)
    {
        if (await MadeList.ReadAsync(store, review.State, review.Session, language, cancel) is not { } made)
        {
            return null;
        }

        var judged = rows.Where(r => r.Judgement is not null).ToLookup(r => Key(r.Row.Row.Row));
        var keys = made.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var list = made with { Rows = [.. made.Rows.Select(r => judged[r.Key].FirstOrDefault() is { } row ? r with { Filled = Filled(row) } : r)] };
        var missing = rows.Count(r => r.Judgement is not null && !keys.Contains(Key(r.Row.Row.Row)));
        return new CarriedList(list, rows.Count(r => r.Judgement is not null) - missing, rows.Count(r => r.Waits), rows.Count(r => r is { Judgement: null, Waits: false }), missing);
    }

    /// <summary>The value and its explanation; what is worse stands among the challenges, what the actions need among the help needed.</summary>
    internal static FilledCell Filled(CarriedRow row) => new(
        row.Judgement!.Value, row.Judgement.Explanation, row.Judgement.Regression,
        string.Join('\n', row.Actions.Select(a => a.Assistance).OfType<string>().Distinct()) is { Length: > 0 } help ? help : null);

    /// <summary>As <see cref="MadeList"/> makes it.</summary>
    private static string Key(FollowedRecommendation row) => $"{row.Number} {RecommendationIdentity.Normalise(row.Text)}";
}
