using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Agenda;

/// <summary>A person's own choices about dates; nobody else reads them.</summary>
public static class AgendaChoices
{
    private const int LongestZone = 100;

    /// <summary>The zone that the person chose; null for Geneva's alone.</summary>
    public static async Task<string?> ZoneAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.AgendaChoices.Where(c => c.Id == access.MemberId).Select(c => c.Zone).SingleOrDefaultAsync(cancel);
    }

    /// <param name="zone">A name of the time zone database; empty for none.</param>
    public static Task<Outcome> SetZoneAsync(Rooms rooms, CoalitionAccess access, string? zone, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Observer, "calendar.zone", "agenda", async db =>
        {
            if (access.MemberId is not { } member)
            {
                return Outcome.Absent;
            }

            var chosen = string.IsNullOrEmpty(zone) ? null : zone;
            if (chosen is not null && (chosen.Length > LongestZone || !TimeZoneInfo.TryFindSystemTimeZoneById(chosen, out _)))
            {
                return Outcome.Not(Refusal.Unknown, "zone");
            }

            if (await db.AgendaChoices.SingleOrDefaultAsync(c => c.Id == member, cancel) is not { } choice)
            {
                choice = new AgendaChoice { Id = member, CoalitionId = access.CoalitionId };
                db.AgendaChoices.Add(choice);
            }

            choice.Zone = chosen;
            choice.Revision++;
            return Outcome.Done(member);
        }, cancel);
}
