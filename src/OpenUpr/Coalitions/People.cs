using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A person of a coalition.</summary>
/// <param name="Name">Null after the person asked to be forgotten.</param>
/// <param name="TermsNumber">The version of the terms that they accepted; null for none.</param>
/// <param name="IsWaiting">The invitation waits, or the terms do.</param>
public sealed record PersonRow(long Id, string? Name, CoalitionRole Role, long? OrganisationId, string? Organisation, string? Task, int? TermsNumber, bool HasAccount, bool ReadsReprisals, DateTimeOffset JoinedAt, DateTimeOffset? LeftAt)
{
    public bool IsWaiting => LeftAt is null && (!HasAccount || (TermsNumber is null && Role > CoalitionRole.Guest));
}

/// <summary>What the secretariat says about a person, as typed.</summary>
/// <param name="Role">A code of <see cref="CoalitionRole"/>, from guest on.</param>
public sealed record PersonWish(string? Name, string? Role, long? OrganisationId, string? Task);

/// <summary>The people of a coalition: who is in, in which role, and who has left.</summary>
public static class People
{
    /// <summary>Roles that may be given.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["secretariat", "editor", "contributor", "observer", "guest"];

    /// <summary>Everybody, those who are in first, by name.</summary>
    public static async Task<IReadOnlyList<PersonRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var rows = await (
            from place in db.Memberships.AsNoTracking()
            join member in db.Members on place.Id equals member.Id
            join organisation in db.Organisations on member.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join terms in db.Terms on place.AcceptedTermsId equals terms.Id into accepted
            from terms in accepted.DefaultIfEmpty()
            where place.CoalitionId == access.CoalitionId
            select new { place, member, Organisation = organisation == null ? null : organisation.Name, Terms = terms == null ? (int?)null : terms.Number }).ToListAsync(cancel);
        return [.. rows.Select(r => new PersonRow(
                r.place.Id, r.member.Name, CoalitionRoles.Parse(r.place.Role), r.member.OrganisationId, r.Organisation, r.member.Task, r.Terms, r.place.AccountId is not null, r.place.ReadsReprisals, r.place.JoinedAt, r.place.LeftAt))
            .OrderBy(p => p.LeftAt is not null).ThenBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.Id)];
    }

    /// <summary>Changes name, role, organisation or task of a person.</summary>
    public static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, PersonWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "member.change", "member", async db =>
        {
            var (place, member) = await FindAsync(db, access, id, cancel);
            if (place is null || member is null)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var role = await FillAsync(db, member, wish, fields, cancel);
            if (fields.Wrong is null && role != place.Role && await IsLastSecretariatAsync(db, place, cancel))
            {
                return Outcome.Not(Refusal.LastSecretariat, "role");
            }

            (place.Role, place.ReadsReprisals) = (role, place.ReadsReprisals && role != CoalitionRole.Guest.Code());
            return fields.Wrong ?? Outcome.Done(id);
        }, cancel);

    /// <summary>
    /// Opens or closes the reprisal log to a person. Its readers alone decide, so that the secretariat is no way around them; where there is
    /// no reader, the secretariat names the first.
    /// </summary>
    public static Task<Outcome> SetReaderAsync(Rooms rooms, CoalitionAccess access, long id, bool reads, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Observer, reads ? "reprisals.open" : "reprisals.close", "member", async db =>
        {
            var (place, _) = await FindAsync(db, access, id, cancel);
            var hasReader = await db.Memberships.AnyAsync(m => m.CoalitionId == access.CoalitionId && m.LeftAt == null && m.AccountId != null && m.ReadsReprisals, cancel);
            if (place is null || CoalitionRoles.Parse(place.Role) <= CoalitionRole.Guest || !(access.ReadsReprisals || (!hasReader && access.Is(CoalitionRole.Secretariat))))
            {
                return Outcome.Absent;
            }

            place.ReadsReprisals = reads;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>A person leaves, by themselves or because the secretariat says so. What they wrote stays under their number.</summary>
    public static async Task<Outcome> LeaveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel)
    {
        var outcome = await rooms.WriteAsync(access, id == access.MemberId ? CoalitionRole.Invited : CoalitionRole.Secretariat, "member.leave", "member", async db =>
        {
            var (place, _) = await FindAsync(db, access, id, cancel);
            if (place is null)
            {
                return Outcome.Absent;
            }

            if (await IsLastSecretariatAsync(db, place, cancel))
            {
                return Outcome.Not(Refusal.LastSecretariat);
            }

            (place.LeftAt, place.ReadsReprisals) = (rooms.Time.GetUtcNow(), false);
            await db.Invitations.Where(i => i.MembershipId == id && i.UsedAt == null).ExecuteDeleteAsync(cancel);
            return Outcome.Done(id);
        }, cancel);
        if (outcome.IsDone)
        {
            await OwnChoices.ForgetLeftAsync(rooms.Store, access.CoalitionId, cancel);
        }

        return outcome;
    }

    internal static async Task<long> AddPlaceAsync(OpenUprDb db, Rooms rooms, CoalitionAccess access, Member member, string role, CancellationToken cancel)
    {
        member.Id = await db.TakeIdsAsync(Counters.Memberships, 1, cancel);
        db.Memberships.Add(new Membership { Id = member.Id, CoalitionId = access.CoalitionId, Role = role, JoinedAt = rooms.Time.GetUtcNow() });
        db.Members.Add(member);
        return member.Id;
    }

    internal static async Task<string> FillAsync(OpenUprDb db, Member member, PersonWish wish, Fields fields, CancellationToken cancel)
    {
        member.Name = fields.Required("name", wish.Name);
        member.Task = fields.Optional("task", wish.Task);
        member.OrganisationId = wish.OrganisationId is not { } id ? null : await db.Organisations.AnyAsync(o => o.Id == id, cancel) ? id : fields.Refuse<long?>(Refusal.Unknown, "organisation", null);
        return fields.OneOf("role", wish.Role, Roles);
    }

    /// <summary>The person while they are in. The list at the door is no private row, so the coalition is asked for by name here.</summary>
    private static async Task<(Membership? Place, Member? Member)> FindAsync(OpenUprDb db, CoalitionAccess access, long id, CancellationToken cancel) => (
        await db.Memberships.SingleOrDefaultAsync(m => m.Id == id && m.CoalitionId == access.CoalitionId && m.LeftAt == null, cancel),
        await db.Members.SingleOrDefaultAsync(m => m.Id == id, cancel));

    private static async Task<bool> IsLastSecretariatAsync(OpenUprDb db, Membership place, CancellationToken cancel) =>
        place.Role == CoalitionRole.Secretariat.Code() && !await db.Memberships.AnyAsync(
            m => m.CoalitionId == place.CoalitionId && m.Id != place.Id && m.Role == place.Role && m.LeftAt == null && m.AccountId != null && m.AcceptedTermsId != null, cancel);
}
