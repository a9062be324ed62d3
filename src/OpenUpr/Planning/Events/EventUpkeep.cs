using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Events;

/// <summary>
/// Deletes the names of those who were at an event when their time is over: nobody's name is kept longer than it is needed. How many came, from
/// where and what they work on stays.
/// </summary>
public sealed class EventUpkeep(Rooms rooms)
{
    /// <summary>Looks through all coalitions once. The number of events whose names were deleted.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        var deleted = 0;
        foreach (var coalition in await db.Coalitions.Select(c => c.Id).ToListAsync(cancel))
        {
            deleted += await DeleteDueAsync(await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalition, cancel), cancel);
        }

        return deleted;
    }

    private async Task<int> DeleteDueAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var now = rooms.Time.GetUtcNow();
        var due = (await db.CoalitionEvents.AsNoTracking().Where(e => e.NamesDeletedAt == null).Select(e => new { e.Id, e.StartsAt, e.KeepWeeks }).ToListAsync(cancel)).Where(e => e.StartsAt.AddDays(7 * e.KeepWeeks) <= now).ToList();
        foreach (var found in due)
        {
            await rooms.WriteAsync(access, CoalitionRole.Secretariat, "event.names-delete-due", Events.Thing, inside => DeleteAsync(inside, found.Id, now, cancel), cancel);
        }

        return due.Count;
    }

    private static async Task<Outcome> DeleteAsync(OpenUprDb db, long id, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var guest in await db.EventGuests.Where(g => g.EventId == id).ToListAsync(cancel))
        {
            (guest.Sealed, guest.ContactId) = ([], null);
        }

        foreach (var slot in await db.EventSlots.Where(s => s.EventId == id).ToListAsync(cancel))
        {
            slot.Speaker = [];
        }

        (await db.CoalitionEvents.SingleAsync(e => e.Id == id, cancel)).NamesDeletedAt = now;
        return Outcome.Done(id);
    }
}
