using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What every deed in a coalition's room needs: the store, the keys for what is sealed and for the log, and the clock.</summary>
public sealed record Rooms(Store Store, Keyring Keys, TimeProvider Time)
{
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Does one thing in one write transaction: checks the role, does the work, adds the entry to the log, commits. What is refused leaves
    /// nothing behind, and neither does what fails.
    /// </summary>
    /// <param name="deed">For the log, such as "terms.adopt".</param>
    /// <param name="thing">For the log, such as "terms".</param>
    public async Task<Outcome> WriteAsync(CoalitionAccess access, CoalitionRole least, string deed, string thing, Func<OpenUprDb, Task<Outcome>> work, CancellationToken cancel)
    {
        if (!access.Is(least))
        {
            return Outcome.Absent;
        }

        await using var db = Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        var outcome = await access.StillHoldsAsync(db, cancel) ? await work(db) : Outcome.Absent;
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancel);
            await Audit.AddAsync(db, Keys, Time, access, deed, thing, outcome.Id, cancel);
            await transaction.CommitAsync(cancel);
        }

        return outcome;
    }
}
