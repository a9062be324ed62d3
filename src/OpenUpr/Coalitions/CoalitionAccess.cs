using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>
/// Proof that a person may enter a coalition now. Every query of private data needs one: without it <see cref="Store.Open()"/> gives a
/// context in which no private row is visible. Made here alone, from the list at the door; short-lived, one for each request.
/// </summary>
public sealed class CoalitionAccess
{
    private CoalitionAccess(Coalition coalition, Membership? place, long[] hiddenClusters)
    {
        CoalitionId = coalition.Id;
        Slug = coalition.Slug;
        Name = coalition.Name;
        AccountId = place?.AccountId;
        MemberId = place?.Id;
        Role = place is null ? CoalitionRole.Secretariat : RoleOf(place);
        ReadsReprisals = place is null || (place.ReadsReprisals && Role > CoalitionRole.Guest);
        HiddenClusters = hiddenClusters;
        IsUpkeep = place is null;
    }

    public long CoalitionId { get; }

    public string Slug { get; }

    public string Name { get; }

    /// <summary>Null for the program's own upkeep.</summary>
    public long? AccountId { get; }

    /// <summary>The person's number in this coalition; null for the program's own upkeep.</summary>
    public long? MemberId { get; private init; }

    public CoalitionRole Role { get; }

    /// <summary>Whether the reprisal log is open to the person (requirement D9): narrower than the secretariat.</summary>
    public bool ReadsReprisals { get; }

    /// <summary>Closed clusters in which the person does not work.</summary>
    public IReadOnlyList<long> HiddenClusters { get; }

    /// <summary>The program itself: retention, rotation of keys, moving a coalition. Never made for a request.</summary>
    public bool IsUpkeep { get; }

    /// <summary>Somebody without an account who holds the secret of a drop box: may add to it and sees nothing.</summary>
    public bool IsSender { get; private init; }

    /// <summary>Whether the person has at least this role. Guests and people who have not accepted the terms are below every other role.</summary>
    public bool Is(CoalitionRole role) => Role >= role;

    /// <summary>The person's access to a coalition; null where there is no such coalition, or no place in it for them: the two look the same.</summary>
    public static async Task<CoalitionAccess?> FindAsync(Store store, long accountId, string slug, CancellationToken cancel)
    {
        await using var db = store.Open();
        var found = await db.Coalitions.AsNoTracking().Where(c => c.Slug == slug)
            .Join(db.Memberships.AsNoTracking().Where(m => m.AccountId == accountId && m.LeftAt == null), c => c.Id, m => m.CoalitionId, (c, m) => new { Coalition = c, Place = m })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : await OfAsync(store, found.Coalition, found.Place, cancel);
    }

    /// <summary>Whether the person still has the place and at least the role that this proof says: a long upload outlives a role that was taken away meanwhile.</summary>
    internal async Task<bool> StillHoldsAsync(OpenUprDb db, CancellationToken cancel) => MemberId is null
        || (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == MemberId && m.CoalitionId == CoalitionId && m.LeftAt == null, cancel) is { } place && RoleOf(place) >= Role);

    /// <summary>Access of the program itself, for work that no person asks for.</summary>
    public static async Task<CoalitionAccess> ForUpkeepAsync(Store store, long coalitionId, CancellationToken cancel)
    {
        await using var db = store.Open();
        return new CoalitionAccess(await db.Coalitions.AsNoTracking().SingleAsync(c => c.Id == coalitionId, cancel), null, []);
    }

    /// <summary>Access of the program itself to a coalition that is being founded and stands in no table yet.</summary>
    internal static CoalitionAccess ForFounding(Coalition coalition) => new(coalition, null, []);

    /// <summary>Access of somebody who found the door of a drop box. The caller checked the secret; what it opens is only the way in.</summary>
    internal static async Task<CoalitionAccess> ForSenderAsync(Store store, DropBoxDoor door, CancellationToken cancel)
    {
        await using var db = store.Open();
        var nobody = new Membership { CoalitionId = door.CoalitionId, Role = CoalitionRole.Guest.Code() };
        var coalition = await db.Coalitions.AsNoTracking().SingleAsync(c => c.Id == door.CoalitionId, cancel);
        return new CoalitionAccess(coalition, nobody, []) { IsSender = true, MemberId = null };
    }

    /// <summary>
    /// What a person may see now, for what the program does in their name while they are away: their feed, whose secret the caller checked, and their mails. Null after they left.
    /// </summary>
    internal static async Task<CoalitionAccess?> ForMemberAsync(Store store, long coalitionId, long memberId, CancellationToken cancel)
    {
        await using var db = store.Open();
        var place = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId && m.CoalitionId == coalitionId && m.LeftAt == null && m.AccountId != null, cancel);
        return place is null ? null : await OfAsync(store, await db.Coalitions.AsNoTracking().SingleAsync(c => c.Id == coalitionId, cancel), place, cancel);
    }

    private static async Task<CoalitionAccess> OfAsync(Store store, Coalition coalition, Membership place, CancellationToken cancel)
    {
        // The clusters themselves are private rows: a first access that hides nothing reads which are to be hidden.
        await using var db = store.Open(new CoalitionAccess(coalition, null, []));
        var hidden = await db.Clusters.Where(c => c.IsClosed && !db.ClusterMembers.Any(m => m.ClusterId == c.Id && m.MemberId == place.Id)).Select(c => c.Id).ToArrayAsync(cancel);
        return new CoalitionAccess(coalition, place, hidden);
    }

    private static CoalitionRole RoleOf(Membership place)
    {
        var role = CoalitionRoles.Parse(place.Role);
        return role > CoalitionRole.Guest && place.AcceptedTermsId is null ? CoalitionRole.Invited : role;
    }
}
