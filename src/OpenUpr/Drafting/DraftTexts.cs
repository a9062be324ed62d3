using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.Drafting;

/// <summary>Priorities, drafts and what is said of them, for the room's search and the traces of a person. Working copies are nobody's but their writer's and stay out.</summary>
public sealed class DraftTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var priorities = await db.DraftPriorities.AsNoTracking().OrderBy(p => p.Place).ToListAsync(cancel);
        var drafts = await db.DraftRecommendations.AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(cancel);
        var comments = (await db.DraftComments.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.DraftId, c.Text }).ToListAsync(cancel)).ToLookup(c => c.DraftId, c => c.Text);
        return [.. priorities.Select(p => new RoomText("priority", p.Title, $"{p.Issue}\n{p.Why}", FormattableString.Invariant($"/priorities/{p.Id}"))),
            .. drafts.Select(d => new RoomText("draft", d.Issue ?? "", string.Join('\n', comments[d.Id].Prepend(d.Text)), FormattableString.Invariant($"/drafts/{d.Id}")))];
    }
}
