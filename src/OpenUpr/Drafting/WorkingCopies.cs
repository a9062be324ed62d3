using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>
/// What people typed and have not sent, kept for them alone so that a crash costs a few seconds. No version, no deed: nothing of it is in the log, and it goes
/// when the form is sent.
/// </summary>
public static class WorkingCopies
{
    /// <summary>Keeps what stands in one's form now. False where there is no such draft for this person to write.</summary>
    /// <param name="number">The version that the form began with.</param>
    /// <param name="sequence">Rises with each sending of one form: an older one that comes late changes nothing.</param>
    public static async Task<bool> KeepAsync(Rooms rooms, CoalitionAccess access, long draftId, int number, string? text, string? note, string? client, long sequence, CancellationToken cancel)
    {
        if (access.MemberId is not { } me || !access.Is(CoalitionRole.Contributor) || text is null || text.Length > DraftWords.MaxText || note?.Length > Fields.Line || client is not { Length: > 0 and <= 64 })
        {
            return false;
        }

        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (!await access.StillHoldsAsync(db, cancel) || await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft
            || number < 1 || number > draft.Number || !(await DraftRows.RoleAsync(db, access, draft, cancel)).MayWrite)
        {
            return false;
        }

        // A form that was sent meanwhile: what still comes of it is stored already.
        if (await db.DraftVersions.AnyAsync(v => v.DraftId == draftId && v.ClientId == client && v.Text == text.Trim(), cancel))
        {
            return true;
        }

        var copy = await db.DraftCopies.SingleOrDefaultAsync(c => c.DraftId == draftId && c.MemberId == me, cancel);
        if (copy is not null && copy.ClientId == client && copy.Sequence >= sequence)
        {
            return true;
        }

        if (copy is null)
        {
            copy = new DraftCopy { Id = await db.TakeIdsAsync(Counters.DraftCopies, 1, cancel), CoalitionId = access.CoalitionId, DraftId = draftId, MemberId = me, Text = "", ClientId = "" };
            db.DraftCopies.Add(copy);
        }

        (copy.Number, copy.Text, copy.Note, copy.ClientId, copy.Sequence, copy.SavedAt) = (number, text.ReplaceLineEndings("\n"), note, client, sequence, rooms.Time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>What this person typed and did not send; null for nothing.</summary>
    public static async Task<DraftCopy?> FindAsync(Store store, CoalitionAccess access, long draftId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.DraftCopies.AsNoTracking().SingleOrDefaultAsync(c => c.DraftId == draftId && c.MemberId == access.MemberId, cancel);
    }

    /// <summary>Throws one's working copy away.</summary>
    public static async Task DropAsync(Rooms rooms, CoalitionAccess access, long draftId, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        await ForgetAsync(db, access, draftId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The same inside a transaction.</summary>
    internal static async Task ForgetAsync(OpenUprDb db, CoalitionAccess access, long draftId, CancellationToken cancel) =>
        db.DraftCopies.RemoveRange(await db.DraftCopies.Where(c => c.DraftId == draftId && c.MemberId == access.MemberId).ToListAsync(cancel));
}
