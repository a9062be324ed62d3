using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>Working copies of drafts.</summary>
public static class DraftCopies
{
    /// <summary>Keeps what stands in one's form now. False where there is no such draft for this person to write.</summary>
    public static Task<bool> KeepAsync(Rooms rooms, CoalitionAccess access, long draftId, CopyWish wish, CancellationToken cancel) =>
        WorkingCopies.KeepAsync<DraftCopy>(rooms, access, wish, DraftWords.MaxText, async db =>
        {
            if (await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft || !(await DraftRows.RoleAsync(db, access, draft, cancel)).MayWrite)
            {
                return null;
            }

            var text = wish.Text!.Trim();
            return new CopyPlace<DraftCopy>(
                draft.Number, await db.DraftVersions.AnyAsync(v => v.DraftId == draftId && v.ClientId == wish.Client && v.Text == text, cancel), await Mine(db, access, draftId).SingleOrDefaultAsync(cancel), async () =>
                {
                    var copy = new DraftCopy { Id = await db.TakeIdsAsync(Counters.DraftCopies, 1, cancel), CoalitionId = access.CoalitionId, DraftId = draftId, MemberId = access.MemberId!.Value, Text = "", ClientId = "" };
                    db.DraftCopies.Add(copy);
                    return copy;
                });
        }, cancel);

    /// <summary>What this person typed and did not send; null for nothing.</summary>
    public static async Task<DraftCopy?> FindAsync(Store store, CoalitionAccess access, long draftId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await Mine(db, access, draftId).AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    /// <summary>Throws one's working copy away.</summary>
    public static Task DropAsync(Rooms rooms, CoalitionAccess access, long draftId, CancellationToken cancel) => WorkingCopies.DropAsync(rooms, access, db => Mine(db, access, draftId), cancel);

    /// <summary>The same inside a transaction.</summary>
    internal static async Task ForgetAsync(OpenUprDb db, CoalitionAccess access, long draftId, CancellationToken cancel) =>
        db.DraftCopies.RemoveRange(await Mine(db, access, draftId).ToListAsync(cancel));

    private static IQueryable<DraftCopy> Mine(OpenUprDb db, CoalitionAccess access, long draftId) => db.DraftCopies.Where(c => c.DraftId == draftId && c.MemberId == access.MemberId);
}
