using Microsoft.EntityFrameworkCore;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What nobody could open any more once a person is gone. It is told to that person alone, since for others it does not exist.</summary>
/// <param name="Clusters">Names of closed clusters in which there is nobody else.</param>
/// <param name="Cases">Aliases of sealed cases that nobody else may read.</param>
public sealed record LockedIn(IReadOnlyList<string> Clusters, IReadOnlyList<string> Cases)
{
    public bool IsNothing => Clusters.Count + Cases.Count == 0;

    /// <summary>What the person whose access it is would lock in by leaving.</summary>
    public static async Task<LockedIn> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        if (access.MemberId is not { } me || !access.Is(CoalitionRole.Observer))
        {
            return new LockedIn([], []);
        }

        await using var db = store.Open(access);
        var others = db.Memberships.Where(m => m.CoalitionId == access.CoalitionId && m.Id != me && m.LeftAt == null && m.AccountId != null).Select(m => m.Id);
        var clusters = await db.Clusters.AsNoTracking()
            .Where(c => c.IsClosed && c.EndedAt == null && db.ClusterMembers.Any(m => m.ClusterId == c.Id && m.MemberId == me) && !db.ClusterMembers.Any(m => m.ClusterId == c.Id && others.Contains(m.MemberId)))
            .OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(cancel);
        var cases = await db.EvidenceCases.AsNoTracking()
            .Where(c => c.IsSealed && c.ShreddedAt == null && !(c.AuthorId != null && others.Contains(c.AuthorId.Value)) && !db.SealedReaders.Any(r => r.Thing == CaseWriter.Table && r.ThingId == c.Id && others.Contains(r.MemberId)))
            .OrderBy(c => c.Id).Select(c => c.Alias).ToListAsync(cancel);
        return new LockedIn(clusters, cases);
    }
}
