using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>Challenges that may be answered once. What was answered stands in the store, so that all nodes know of it.</summary>
public static class SpentTickets
{
    /// <summary>Spends a ticket; false where that was done before, here or on another node.</summary>
    /// <param name="words">What the ticket says; with a random part, so that no two say the same.</param>
    /// <param name="lasts">How long a ticket can be answered at most: it is remembered for so long.</param>
    public static async Task<bool> TrySpendAsync(Store store, TimeProvider time, string words, TimeSpan lasts, CancellationToken cancel)
    {
        var (hash, now) = (Secrets.Hash(words), time.GetUtcNow());
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.SpentTickets.Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        if (await db.SpentTickets.AnyAsync(t => t.Hash == hash, cancel))
        {
            return false;
        }

        // A clock that runs behind on another node is given the same time again.
        db.SpentTickets.Add(new SpentTicket { Id = await db.TakeIdsAsync(Counters.SpentTickets, 1, cancel), Hash = hash, ExpiresAt = now + lasts + lasts });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
