using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A coalition in which a person has a place.</summary>
/// <param name="Waits">Whether the terms of reference wait to be accepted.</param>
public sealed record MyCoalition(string Slug, string Name, CoalitionRole Role, bool Waits);

/// <summary>The doors that are open to an account.</summary>
public static class MyCoalitions
{
    /// <summary>Every coalition in which the account has a place, by name.</summary>
    public static async Task<IReadOnlyList<MyCoalition>> ListAsync(Store store, long accountId, CancellationToken cancel)
    {
        await using var db = store.Open();
        var places = await db.Memberships.AsNoTracking().Where(m => m.AccountId == accountId && m.LeftAt == null)
            .Join(db.Coalitions, m => m.CoalitionId, c => c.Id, (m, c) => new { c.Slug, c.Name, m.Role, m.AcceptedTermsId }).ToListAsync(cancel);
        return [.. places.Select(p => new MyCoalition(p.Slug, p.Name, CoalitionRoles.Parse(p.Role), p.AcceptedTermsId is null && CoalitionRoles.Parse(p.Role) > CoalitionRole.Guest)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}
