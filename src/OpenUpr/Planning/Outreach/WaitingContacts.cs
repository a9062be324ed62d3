using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Consultations;

namespace OpenUpr.Planning.Outreach;

/// <summary>What contacts and the government's meetings have waiting, for "what now": follow-ups (requirement H6) from two weeks before their day, and meetings that are due.</summary>
public sealed class WaitingContacts(Rooms rooms, ContactIndex index) : IWaitingThings
{
    public const string FollowUp = "follow-up";
    public const string Meeting = "government-meeting";

    /// <summary>Days before it is due from which something is named.</summary>
    private const int Ahead = 14;

    /// <summary>Follow-ups that are named one by one.</summary>
    private const int Most = 50;

    public async Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        var until = rooms.Today.AddDays(Ahead);
        var waiting = (await ContactList.DueAsync(rooms, access, index, until, cancel)).Take(Most)
            .Select(d => new WaitingThing(FollowUp, d.Name, d.MemberId, d.ClusterId, d.On, FormattableString.Invariant($"/contacts/{d.ContactId}"))).ToList();
        waiting.AddRange((await GovernmentMeetings.ListAsync(rooms.Store, access, cancel)).Where(m => m.HeldOn is null && m.On <= until).Select(m => new WaitingThing(Meeting, m.Title, m.AuthorId, null, m.On, "/consultation")));
        return waiting;
    }
}
