using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Plan;

/// <summary>The tasks of the plans for the room's search: their titles in the reader's words, what the coalition noted, and its own points.</summary>
public sealed class PlanTexts(Rooms rooms) : IRoomTexts
{
    /// <summary>Tasks that are looked through, the newest plan's first.</summary>
    private const int Most = 5_000;

    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var tasks = await db.PlanTasks.AsNoTracking().OrderByDescending(t => t.PlanId).ThenBy(t => t.Id).Take(Most).ToListAsync(cancel);
        return [.. tasks.Select(t => new RoomText("task", PlanText.Title(t), string.Join('\n', OpenUpr.Planning.Checklist.Read(t.Checklist).Select(p => p.Text).Prepend(t.Note).Where(text => !string.IsNullOrEmpty(text))), FormattableString.Invariant($"/plan/tasks/{t.Id}")))];
    }
}
