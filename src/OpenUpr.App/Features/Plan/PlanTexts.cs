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
        var tasks = await db.PlanTasks.AsNoTracking().OrderByDescending(t => t.PlanId).ThenBy(t => t.Id).Take(Most).Select(t => new { t.Id, t.Title, t.Step, t.Note, t.Checklist }).ToListAsync(cancel);
        var titles = tasks.Select(t => t.Step).OfType<string>().Distinct().ToDictionary(s => s, PlanText.Title);
        return [.. tasks.Select(t => new RoomText("task", t.Title ?? titles.GetValueOrDefault(t.Step ?? "") ?? "", string.Join('\n', OpenUpr.Planning.Checklist.OwnWords(t.Checklist).Prepend(t.Note).Where(text => !string.IsNullOrEmpty(text))), FormattableString.Invariant($"/plan/tasks/{t.Id}")))];
    }
}
