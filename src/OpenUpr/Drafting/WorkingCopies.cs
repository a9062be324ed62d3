using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>What stands in a form now.</summary>
/// <param name="Number">The version that the form began with.</param>
/// <param name="Client">The form's own number.</param>
/// <param name="Sequence">Rises with each sending of one form: an older one that comes late changes nothing.</param>
public sealed record CopyWish(int Number, string? Text, string? Note, string? Client, long Sequence);

/// <summary>What is there when a form is to be kept.</summary>
/// <param name="Newest">The newest version of the text.</param>
/// <param name="IsStored">True where the form was sent meanwhile: what still comes of it is stored already.</param>
/// <param name="Kept">What was kept before; null for nothing.</param>
/// <param name="Begin">Makes a copy and adds it.</param>
internal sealed record CopyPlace<T>(int Newest, bool IsStored, T? Kept, Func<Task<T>> Begin);

/// <summary>
/// What people typed and have not sent, kept for them alone so that a crash costs a few seconds. No version, no deed: nothing of it is in the log, and it goes
/// when the form is sent. One way for drafts (<see cref="DraftCopies"/>) and sections (<see cref="Studio.SectionCopies"/>).
/// </summary>
internal static class WorkingCopies
{
    /// <summary>Keeps what stands in one's form now. False where there is nothing of this kind for this person to write.</summary>
    /// <param name="find">Finds the place; null for none.</param>
    public static async Task<bool> KeepAsync<T>(Rooms rooms, CoalitionAccess access, CopyWish wish, int maxText, Func<OpenUprDb, Task<CopyPlace<T>?>> find, CancellationToken cancel)
        where T : class, IWorkingCopy
    {
        if (access.MemberId is null || !access.Is(CoalitionRole.Contributor) || wish.Text is null || wish.Text.Length > maxText || wish.Note?.Length > Fields.Line || !Arrivals.IsClient(wish.Client))
        {
            return false;
        }

        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (!await access.StillHoldsAsync(db, cancel) || await find(db) is not { } place || wish.Number < 1 || wish.Number > place.Newest)
        {
            return false;
        }

        if (place.IsStored || (place.Kept is { } kept && kept.ClientId == wish.Client && kept.Sequence >= wish.Sequence))
        {
            return true;
        }

        var copy = place.Kept ?? await place.Begin();
        (copy.Number, copy.Text, copy.Note, copy.ClientId, copy.Sequence, copy.SavedAt) = (wish.Number, wish.Text.ReplaceLineEndings("\n"), wish.Note, wish.Client!, wish.Sequence, rooms.Time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Throws one's working copies away.</summary>
    /// <param name="which">Of all that the person may see, which are their own.</param>
    public static async Task DropAsync<T>(Rooms rooms, CoalitionAccess access, Func<OpenUprDb, IQueryable<T>> which, CancellationToken cancel)
        where T : class, IWorkingCopy
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        db.RemoveRange(await which(db).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
