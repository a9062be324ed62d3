using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>Asks people into a coalition: a place that waits, and a link and a code that open it once.</summary>
public static class Inviting
{
    /// <summary>Makes a place and the invitation to it. Link and code are shown once; the store keeps their hashes.</summary>
    public static async Task<(Outcome Outcome, InvitationKeys? Keys)> InviteAsync(Rooms rooms, CoalitionAccess access, PersonWish wish, CancellationToken cancel)
    {
        InvitationKeys? keys = null;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Secretariat, "member.invite", "member", async db =>
        {
            var fields = new Fields();
            var member = new Member { CoalitionId = access.CoalitionId };
            var role = await People.FillAsync(db, member, wish, fields, cancel);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var id = await People.AddPlaceAsync(db, rooms, access, member, role, cancel);
            await db.SaveChangesAsync(cancel);
            keys = await AddAsync(db, rooms, access, id, role, cancel);
            return Outcome.Done(id);
        }, cancel);
        return (outcome, outcome.IsDone ? keys : null);
    }

    /// <summary>A new invitation to a place that still waits; what was given out before opens nothing any more.</summary>
    public static async Task<(Outcome Outcome, InvitationKeys? Keys)> AgainAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel)
    {
        InvitationKeys? keys = null;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Secretariat, "member.invite-again", "member", async db =>
        {
            if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == id && m.CoalitionId == access.CoalitionId && m.LeftAt == null && m.AccountId == null, cancel) is not { } place)
            {
                return Outcome.Absent;
            }

            await db.Invitations.Where(i => i.MembershipId == id && i.UsedAt == null).ExecuteDeleteAsync(cancel);
            keys = await AddAsync(db, rooms, access, id, place.Role, cancel);
            return Outcome.Done(id);
        }, cancel);
        return (outcome, outcome.IsDone ? keys : null);
    }

    private static Task<InvitationKeys> AddAsync(OpenUprDb db, Rooms rooms, CoalitionAccess access, long id, string role, CancellationToken cancel) =>
        Invitations.AddAsync(db, rooms.Keys, rooms.Time, new NewInvitation(Invitation.Place) { CoalitionId = access.CoalitionId, MembershipId = id, Role = CoalitionRoles.Parse(role) }, cancel);
}
