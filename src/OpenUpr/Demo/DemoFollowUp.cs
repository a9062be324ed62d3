using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The last review in the demonstration's database, followed by its coalition.</summary>
internal static class DemoFollowUp
{
    public static async Task LoadAsync(Rooms rooms, CoalitionAccess access, string state, CancellationToken cancel)
    {
        if ((await FollowRows.ChoicesAsync(rooms.Store, access, cancel)).FirstOrDefault(c => c.State == state) is not { } last)
        {
            return;
        }

        var begun = await Follows.BeginAsync(rooms, access, state, last.Session, cancel);
        var view = (await FollowRows.ReadAsync(rooms.Store, access, begun.Id, cancel))!;
        foreach (var cluster in (await Clusters.ListAsync(rooms.Store, access, cancel)).Where(c => c.Cluster is { EndedAt: null, IsClosed: false }))
        {
            var issues = cluster.Cluster.Issues.Split('\n');
            long[] rows = [.. view.Rows.Where(r => r.Row.DutyClusterId is null && r.Issues.Any(issues.Contains)).Select(r => r.Row.Id)];
            await Follows.SetDutyAsync(rooms, access, begun.Id, rows, cluster.Cluster.Id, cancel);
        }

        await DemoOutcome.LoadAsync(rooms, access, begun.Id, cancel);
        await DemoChange.LoadAsync(rooms, access, view, cancel);
        if (await DemoDay.AccessAsync(rooms.Store, "amara", cancel) is { } amara)
        {
            await DemoPublications.LoadAsync(rooms, amara, begun.Id, cancel);
        }
    }
}
