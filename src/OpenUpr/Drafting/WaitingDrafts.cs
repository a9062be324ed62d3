using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>Drafts that wait for somebody's approval, for "what now".</summary>
public sealed class WaitingDrafts(Rooms rooms) : IWaitingThings
{
    public const string ForCluster = "draft-cluster";
    public const string ForCoalition = "draft-coalition";

    /// <summary>Characters of a draft that name it.</summary>
    private const int Shown = 90;

    public async Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        var leads = (await Clusters.ListAsync(rooms.Store, access, cancel)).ToDictionary(c => c.Cluster.Id, c => c.Cluster.LeadId);
        var rows = await DraftRows.ListAsync(rooms.Store, access, cancel);
        return [.. rows.Where(r => r.Draft.State is DraftRecommendation.ForCluster || (r.Draft.State is DraftRecommendation.ForCoalition && r.WaitsForMe)).Select(r => Of(access, r, leads))];
    }

    // What waits for a cluster waits for its lead; what waits for the coalition is named to each of those who may agree to it.
    private static WaitingThing Of(CoalitionAccess access, DraftRow row, Dictionary<long, long?> leads) => row.Draft.State == DraftRecommendation.ForCoalition
        ? new WaitingThing(ForCoalition, Short(row.Draft.Text), access.MemberId, null, null, FormattableString.Invariant($"/drafts/{row.Draft.Id}"))
        : new WaitingThing(ForCluster, Short(row.Draft.Text), leads.GetValueOrDefault(row.Draft.ClusterId ?? 0), row.Draft.ClusterId, null, FormattableString.Invariant($"/drafts/{row.Draft.Id}"));

    private static string Short(string text) => text.Length <= Shown ? text : text[..(text.LastIndexOf(' ', Shown - 1) is > 0 and var at ? at : Shown)] + "…";
}
