using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>The judgements that may leave a room: of each organisation the newest that a second person confirmed (requirement M2). Cases of the evidence room stay inside, and so does everybody's name.</summary>
internal static class PublicJudgements
{
    /// <summary>By followed recommendation.</summary>
    /// <param name="namesMembers">Whether member organisations are named.</param>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<PublicJudgement>>> ReadAsync(Store store, CoalitionAccess access, FollowView follow, bool namesMembers, CancellationToken cancel)
    {
        var monitoring = await AssessmentRows.ReadAsync(store, access, follow, cancel);
        return monitoring.Rows.ToDictionary(r => r.Row.Row.Id, r => (IReadOnlyList<PublicJudgement>)[.. r.All.Where(a => a.IsConfirmed).GroupBy(a => a.Assessment.OrganisationId).OrderBy(g => g.Key).Select(g => Of(g.First(), namesMembers))]);
    }

    private static PublicJudgement Of(AssessmentRow row, bool namesMembers)
    {
        var said = row.Assessment;
        return new PublicJudgement(
            said.OrganisationId is not null, namesMembers ? row.Organisation : null, said.Value, row.Light, DateOnly.FromDateTime(said.WrittenAt.UtcDateTime), said.Explanation, said.Regression, said.Effect,
            [.. row.Evidence.Select(e => e.Evidence).Where(e => e.CaseId is null).Select(e => new PublicEvidence(e.Kind, e.Text, e.Address))]);
    }
}
