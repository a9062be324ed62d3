using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.Drafting.Lists;

/// <summary>What is written into lists, for the search over a room.</summary>
public sealed class MatrixTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var entries = await (
            from e in db.MatrixEntries.AsNoTracking()
            join r in db.MatrixRows on e.RowId equals r.Id
            join s in db.MatrixSheets on r.SheetId equals s.Id
            where e.Number == r.Revision && (e.Comment != null || e.Challenges != null || e.Assistance != null)
            orderby r.SheetId, r.Place
            select new { s.Title, r.SheetId, r.Id, r.Number, e.Comment, e.Challenges, e.Assistance }).ToListAsync(cancel);
        return [.. entries.Select(e => new RoomText("matrix", $"{e.Title} {e.Number}".Trim(), $"{e.Comment}\n{e.Challenges}\n{e.Assistance}", $"/matrix/{e.SheetId}/rows/{e.Id}"))];
    }
}
