using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>Something about a log that cannot be if nobody touched it.</summary>
/// <param name="Kind">A code of <see cref="AuditCheck"/>.</param>
/// <param name="Number">The entry; for missing ones the first.</param>
/// <param name="Last">The last of several missing entries.</param>
public sealed record AuditFlaw(string Kind, long Number, long Last);

/// <summary>What a check found.</summary>
/// <param name="Head">The last entry; null for an empty log.</param>
/// <param name="Move">Where entries came from another installation: when, up to which number, and what was wrong with them then.</param>
public sealed record AuditVerdict(long Entries, AuditAnchor? Head, IReadOnlyList<AuditFlaw> Flaws, CoalitionMove? Move = null);

/// <summary>
/// Reads a log from its first entry to its last and tells what was changed, taken out, put in or cut off. Entries that were cut off at the end
/// show only against an anchor that was kept outside: what is left is a whole, shorter log.
/// </summary>
public static class AuditCheck
{
    /// <summary>The entry's own hash does not fit what it says.</summary>
    public const string Changed = "changed";

    /// <summary>The number is skipped.</summary>
    public const string Missing = "missing";

    /// <summary>The entry is whole in itself but does not follow the one before it.</summary>
    public const string Inserted = "inserted";

    /// <summary>The log ends before the anchor.</summary>
    public const string CutOff = "cut-off";

    /// <summary>The entry that the anchor names is another.</summary>
    public const string Replaced = "replaced";

    /// <summary>Something among the entries that came from another installation was changed since they came.</summary>
    public const string Moved = "moved";

    private const int MostFlaws = 1_000;

    /// <param name="coalitionId">Null for the installation's own log.</param>
    public static async Task<AuditVerdict> RunAsync(Store store, Keyring keys, long? coalitionId, AuditAnchor? anchor, CancellationToken cancel)
    {
        var key = keys.Derive("audit");
        var flaws = new List<AuditFlaw>();
        var move = coalitionId is { } own ? await MovedLog.FindAsync(store, own, cancel) : null;
        var (count, last, atAnchor) = (0L, (AuditEntry?)null, (string?)null);
        await using var db = store.Open();
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(e => e.CoalitionId == coalitionId).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (flaws.Count < MostFlaws)
            {
                flaws.AddRange(FlawsOf(entry, last, entry.Number <= move?.LastNumber ? null : key));
            }

            atAnchor = entry.Number == anchor?.Number ? entry.Hash : atAnchor;
            last = entry;
        }

        if (anchor is not null && atAnchor != anchor.Hash)
        {
            flaws.Add(atAnchor is null && (last?.Number ?? 0) < anchor.Number ? new AuditFlaw(CutOff, (last?.Number ?? 0) + 1, anchor.Number) : new AuditFlaw(Replaced, anchor.Number, anchor.Number));
        }

        if (move is not null && await MovedLog.ProofOfAsync(db, keys, move, cancel) != move.Proof)
        {
            flaws.Add(new AuditFlaw(Moved, 1, move.LastNumber));
        }

        return new AuditVerdict(count, last is null ? null : new AuditAnchor(last.Number, last.Hash), flaws, move);
    }

    /// <param name="key">Null for an entry of another installation, whose key stays there.</param>
    private static IEnumerable<AuditFlaw> FlawsOf(AuditEntry entry, AuditEntry? last, byte[]? key)
    {
        var expected = (last?.Number ?? 0) + 1;
        if (entry.Number > expected)
        {
            yield return new AuditFlaw(Missing, expected, entry.Number - 1);
        }

        if (key is not null && Audit.HashOf(entry, key) != entry.Hash)
        {
            yield return new AuditFlaw(Changed, entry.Number, entry.Number);
        }
        else if (entry.Number <= expected && entry.PreviousHash != (last?.Hash ?? Audit.Beginning))
        {
            yield return new AuditFlaw(Inserted, entry.Number, entry.Number);
        }
    }
}
