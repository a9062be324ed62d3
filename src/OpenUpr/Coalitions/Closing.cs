using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What a coalition holds, as far as the person who asks sees it.</summary>
public sealed record CoalitionHolds(int People, int Organisations, int Meetings, int Cases);

/// <summary>
/// The end of a coalition in this store: asked for by its secretariat, with a term in which it can be taken back. At the end its keys and rows are destroyed. Entries of
/// its log stay, since none is ever removed; they hold numbers and deeds, no names and no content.
/// </summary>
public static class Closing
{
    /// <summary>Days between the asking and the end.</summary>
    public const int TermDays = 30;

    /// <summary>When the coalition is destroyed; null where nobody asked.</summary>
    public static async Task<DateTimeOffset?> EndsAtAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return (await db.Coalitions.AsNoTracking().SingleAsync(c => c.Id == access.CoalitionId, cancel)).ClosingAt?.AddDays(TermDays);
    }

    /// <summary>What would go, for whoever is about to ask for it.</summary>
    public static async Task<CoalitionHolds> HoldsAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return new CoalitionHolds(
            await db.Memberships.CountAsync(m => m.CoalitionId == access.CoalitionId && m.LeftAt == null, cancel), await db.Organisations.CountAsync(o => o.LeftOn == null, cancel),
            await db.Meetings.CountAsync(cancel), await db.EvidenceCases.CountAsync(c => c.ShreddedAt == null, cancel));
    }

    /// <summary>Asks for the end.</summary>
    /// <param name="typedName">The coalition's name, typed: nobody closes one by a slip.</param>
    public static Task<Outcome> AskAsync(Rooms rooms, CoalitionAccess access, string? typedName, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "coalition.close", "coalition", async db =>
        {
            var coalition = await db.Coalitions.SingleAsync(c => c.Id == access.CoalitionId, cancel);
            if (coalition.ClosingAt is not null)
            {
                return Outcome.Not(Refusal.Closed);
            }

            if (!string.Equals(typedName?.Trim(), coalition.Name, StringComparison.OrdinalIgnoreCase))
            {
                return Outcome.Not(string.IsNullOrWhiteSpace(typedName) ? Refusal.Empty : Refusal.OtherName, "name");
            }

            coalition.ClosingAt = rooms.Time.GetUtcNow();
            await db.PublicPages.Where(p => p.CoalitionId == access.CoalitionId).ExecuteDeleteAsync(cancel);
            return Outcome.Done(access.CoalitionId);
        }, cancel);

    /// <summary>Takes the asking back.</summary>
    public static Task<Outcome> TakeBackAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "coalition.keep", "coalition", async db =>
        {
            (await db.Coalitions.SingleAsync(c => c.Id == access.CoalitionId, cancel)).ClosingAt = null;
            return Outcome.Done(access.CoalitionId);
        }, cancel);

    /// <summary>Destroys the coalitions whose term is over; returns their number.</summary>
    internal static async Task<int> DestroyDueAsync(Rooms rooms, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();

        // Moments are compared here: SQLite keeps them as texts.
        var due = (await db.Coalitions.AsNoTracking().Where(c => c.ClosingAt != null).ToListAsync(cancel)).Where(c => c.ClosingAt <= rooms.Time.GetUtcNow().AddDays(-TermDays)).ToList();
        foreach (var coalition in due)
        {
            await DestroyAsync(rooms, coalition.Id, cancel);
        }

        return due.Count;
    }

    private static async Task DestroyAsync(Rooms rooms, long id, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(await CoalitionAccess.ForUpkeepAsync(rooms.Store, id, cancel));
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.CoalitionKeys.Where(k => k.CoalitionId == id).ExecuteDeleteAsync(cancel);
        await db.Invitations.Where(i => i.CoalitionId == id).ExecuteDeleteAsync(cancel);
        await db.OutgoingMails.ExecuteDeleteAsync(cancel);
        await db.PublicPages.Where(p => p.CoalitionId == id).ExecuteDeleteAsync(cancel);
        foreach (var columns in MovingColumns.All(db).Reverse().Where(c => c.Type.ClrType != typeof(AuditEntry)))
        {
            await MovingTable.Of(columns).DeleteAsync(db, id, cancel);
        }

        await db.Coalitions.Where(c => c.Id == id).ExecuteDeleteAsync(cancel);
        await Audit.AddAsync(db, rooms.Keys, rooms.Time, (long?)null, "coalition.destroy", "coalition", id, cancel);
        await transaction.CommitAsync(cancel);
        await db.WipeAsync(cancel);
    }
}
