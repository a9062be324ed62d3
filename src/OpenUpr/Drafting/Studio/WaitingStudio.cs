using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>Sections that wait for the cluster that writes them, and documents that wait for their next step, for "what now".</summary>
public sealed class WaitingStudio(Rooms rooms) : IWaitingThings
{
    public const string Section = "studio-section";
    public const string Document = "studio-document";

    public async Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        var leads = (await Clusters.ListAsync(rooms.Store, access, cancel)).ToDictionary(c => c.Cluster.Id, c => c.Cluster.LeadId);
        var rows = (await StudioRows.ListAsync(rooms.Store, access, cancel)).Where(r => !r.Document.IsTemplate).ToDictionary(r => r.Document.Id);
        var things = new List<WaitingThing>();
        foreach (var (document, heading, cluster) in await SectionsAsync(access, cancel))
        {
            if (rows.GetValueOrDefault(document) is { Document.Stage: StudioDocument.Writing } row)
            {
                things.Add(new WaitingThing(Section, heading.Length == 0 ? row.Document.Title : $"{heading} ({row.Document.Title})", leads.GetValueOrDefault(cluster), cluster, null, FormattableString.Invariant($"/studio/{document}")));
            }
        }

        // Agreeing and sending is the editors' to do: what is ready for it is named to each of them.
        if (access.Is(CoalitionRole.Editor))
        {
            things.AddRange(rows.Values.Where(r => r.Sections > 0 && r.Next is StudioNext.Agree or StudioNext.Consents or StudioNext.Send)
                .Select(r => new WaitingThing(Document, r.Document.Title, access.MemberId, null, null, FormattableString.Invariant($"/studio/{r.Document.Id}"))));
        }

        return things;
    }

    private async Task<IReadOnlyList<(long Document, string Heading, long Cluster)>> SectionsAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        return [.. (await db.StudioSections.Where(s => s.RemovedAt == null && !s.IsDone && s.DutyClusterId != null).OrderBy(s => s.DocumentId).ThenBy(s => s.Place).Select(s => new { s.DocumentId, s.Heading, s.DutyClusterId })
            .ToListAsync(cancel)).Select(s => (s.DocumentId, s.Heading, s.DutyClusterId!.Value))];
    }
}
