using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>Notes about what became of drafts, for the search over a room.</summary>
public sealed class UptakeTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var notes = await (
            from m in db.UptakeMatches.AsNoTracking()
            join d in db.DraftRecommendations on m.DraftId equals d.Id
            where m.Note != null
            orderby m.Id
            select new { m.FollowId, m.DraftId, m.Note, d.Issue, d.Text }).ToListAsync(cancel);
        return [.. notes.Select(n => new RoomText("uptake", n.Issue ?? n.Text, n.Note!, FormattableString.Invariant($"/follow-up/{n.FollowId}/uptake/{n.DraftId}")))];
    }
}
