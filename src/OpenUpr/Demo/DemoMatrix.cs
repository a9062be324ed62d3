using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The demonstration's list of recommendations, half filled in: of the last review in its database, since its world has no list of OHCHR's.</summary>
internal static class DemoMatrix
{
    public static async Task LoadAsync(Rooms rooms, CoalitionAccess access, string state, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var last = await db.Reviews.AsNoTracking().Where(r => r.Sur == state && db.Texts.Any(t => t.ReviewId == r.Id)).OrderByDescending(r => r.Session).FirstOrDefaultAsync(cancel);
        if (last is null || await MadeList.ReadAsync(rooms.Store, state, last.Session, "en", cancel) is not { } list)
        {
            return;
        }

        var title = FormattableString.Invariant($"Recommendations to {rooms.Store.Reference.FindState(state)!.NameEn}, session {last.Session}");
        var added = await Matrices.AddAsync(rooms, access, new MatrixWish(title, new FoundList(list, state, last.Session), MatrixSheet.Made, null, null), cancel);
        var rows = (await MatrixRows.ReadAsync(rooms.Store, access, added.Id, cancel))!.Rows.Where(r => !r.IsRepeated).ToLookup(r => r.Row.Number);
        await MatrixWriting.SaveAsync(
            rooms, access, added.Id,
            [.. DemoCoalition.Rows("matrix-entries").ToList().SelectMany(r => rows[r["paragraph"]].Select(row => new MatrixText(row.Row.Id, 0, r["value"], r["comment"], r.Optional("challenges"), r.Optional("assistance"), r["state"])))],
            null, cancel);
    }
}
