using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>Working copies of sections: what people typed and have not sent.</summary>
public static class SectionCopies
{
    /// <summary>Keeps what stands in one's form now. False where there is no such section for this person to write.</summary>
    public static Task<bool> KeepAsync(Rooms rooms, CoalitionAccess access, long documentId, long sectionId, CopyWish wish, CancellationToken cancel) =>
        WorkingCopies.KeepAsync<StudioCopy>(rooms, access, wish, StudioText.MaxText, async db =>
        {
            if (await SectionWriting.FindAsync(db, access, documentId, sectionId, cancel) is not ({ } section, _, true))
            {
                return null;
            }

            var text = wish.Text!.ReplaceLineEndings("\n").Trim();
            return new CopyPlace<StudioCopy>(
                section.Number, await db.StudioVersions.AnyAsync(v => v.SectionId == sectionId && v.ClientId == wish.Client && v.Text == text, cancel), await Mine(db, access, sectionId).SingleOrDefaultAsync(cancel), async () =>
                {
                    var copy = new StudioCopy { Id = await db.TakeIdsAsync(Counters.StudioCopies, 1, cancel), CoalitionId = access.CoalitionId, SectionId = sectionId, MemberId = access.MemberId!.Value, Text = "", ClientId = "" };
                    db.StudioCopies.Add(copy);
                    return copy;
                });
        }, cancel);

    /// <summary>What this person typed and did not send; null for nothing.</summary>
    public static async Task<StudioCopy?> FindAsync(Store store, CoalitionAccess access, long sectionId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await Mine(db, access, sectionId).AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    /// <summary>Throws one's working copy away.</summary>
    public static Task DropAsync(Rooms rooms, CoalitionAccess access, long sectionId, CancellationToken cancel) => WorkingCopies.DropAsync(rooms, access, db => Mine(db, access, sectionId), cancel);

    /// <summary>The same inside a transaction.</summary>
    internal static async Task ForgetAsync(OpenUprDb db, CoalitionAccess access, long sectionId, CancellationToken cancel) =>
        db.StudioCopies.RemoveRange(await Mine(db, access, sectionId).ToListAsync(cancel));

    private static IQueryable<StudioCopy> Mine(OpenUprDb db, CoalitionAccess access, long sectionId) => db.StudioCopies.Where(c => c.SectionId == sectionId && c.MemberId == access.MemberId);
}
