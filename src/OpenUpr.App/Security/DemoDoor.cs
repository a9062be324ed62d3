using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>A person of the demonstration whom one click signs in.</summary>
internal sealed record DemoPerson(long AccountId, string Name, bool IsOperator, bool IsCurator, string? Coalition, string? Role);

/// <summary>
/// Signing in to the demonstration without proof. Open only where nothing can be lost: the store says of itself that it is a demonstration,
/// the site listens on loopback alone and stands behind no proxy, the request comes from this machine, and the account has no password and no passkey.
/// </summary>
internal sealed class DemoDoor(Store store, ServeOptions options)
{
    private const int MaxPeople = 20;

    private readonly bool _listensOnLoopback = HostCheck.OnlyLoopback(options.Urls).OnlyLoopback && options.Hosts is not { Names.Count: > 0 } and not { Proxies.Count: > 0 };

    public bool IsOpenTo(HttpContext context) => store.World == World.Demo && _listensOnLoopback && LocalOperator.IsOfThisMachine(context);

    /// <summary>Whom the demonstration offers, in the order in which it made them.</summary>
    public async Task<IReadOnlyList<DemoPerson>> PeopleAsync(HttpContext context)
    {
        if (!IsOpenTo(context))
        {
            return [];
        }

        await using var db = store.Open();
        var accounts = await Open(db).OrderBy(a => a.Id).Take(MaxPeople).ToListAsync(context.RequestAborted);
        var ids = accounts.Select(a => (long?)a.Id).ToList();
        var places = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.AccountId) && m.LeftAt == null)
            .Join(db.Coalitions, m => m.CoalitionId, c => c.Id, (m, c) => new { m.AccountId, m.Role, c.Name, c.Id }).ToListAsync(context.RequestAborted);
        return [.. accounts.Select(a => places.Where(p => p.AccountId == a.Id).OrderBy(p => p.Id).FirstOrDefault() is { } place
            ? new DemoPerson(a.Id, a.DisplayName, a.IsOperator, a.IsCurator, place.Name, place.Role)
            : new DemoPerson(a.Id, a.DisplayName, a.IsOperator, a.IsCurator, null, null))];
    }

    /// <summary>Whether this account may be entered by one click now.</summary>
    public async Task<bool> MayEnterAsync(HttpContext context, long accountId)
    {
        if (!IsOpenTo(context))
        {
            return false;
        }

        await using var db = store.Open();
        return await Open(db).AnyAsync(a => a.Id == accountId, context.RequestAborted);
    }

    private static IQueryable<Account> Open(OpenUprDb db) => db.Accounts.AsNoTracking()
        .Where(a => a.PasswordHash == null && !db.Passkeys.Any(p => p.AccountId == a.Id));
}
