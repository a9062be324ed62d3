using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>
/// Destroys what a case says and the keys of its files. The rows stay, with the originals' hashes and who added them when, so that the chain of
/// custody has an end. Old backups still hold what was there when they were written.
/// </summary>
public sealed class Shredding(Rooms rooms)
{
    /// <summary>Destroys a case that lies in the trash, at a person's word.</summary>
    public async Task<Outcome> ShredCaseAsync(CoalitionAccess access, long id, CancellationToken cancel)
    {
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "evidence.shred", "evidence-case", async db =>
        {
            if (await CaseRules.Visible(db, access).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } row || !CaseRules.MayChange(access, row))
            {
                return Outcome.Absent;
            }

            if (row.TrashedAt is null)
            {
                return Outcome.Not(Refusal.Closed);
            }

            await ShredAsync(db, row, cancel);
            return Outcome.Done(id);
        }, cancel);
        await WipeAsync(outcome.IsDone, cancel);
        return outcome;
    }

    /// <summary>Destroys one file at a person's word, whether it waits for a decision or not.</summary>
    public async Task<Outcome> ShredFileAsync(CoalitionAccess access, long caseId, long fileId, CancellationToken cancel)
    {
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "evidence-file.shred", "evidence-file", async db =>
        {
            var row = await CaseRules.Visible(db, access).AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancel);
            var file = row is not null && CaseRules.MayChange(access, row) ? await db.EvidenceFiles.SingleOrDefaultAsync(f => f.Id == fileId && f.CaseId == caseId && f.ShreddedAt == null, cancel) : null;
            if (file is null)
            {
                return Outcome.Absent;
            }

            await ShredAsync(db, file, cancel);
            return Outcome.Done(fileId);
        }, cancel);
        await WipeAsync(outcome.IsDone, cancel);
        return outcome;
    }

    /// <summary>Destroys what is due: the trash's term is over, nobody decided on a held file, or a case's own date of retention has passed. The number of things destroyed.</summary>
    /// <param name="upkeep">The program's own access.</param>
    public async Task<int> ShredDueAsync(CoalitionAccess upkeep, CancellationToken cancel)
    {
        var (now, today) = (rooms.Time.GetUtcNow(), rooms.Today);
        await using var db = rooms.Store.Open(upkeep);
        await using var transaction = await db.BeginWriteAsync(cancel);

        // Moments are compared here: SQLite keeps them as texts.
        var open = await db.EvidenceCases.Where(c => c.ShreddedAt == null && (c.TrashedAt != null || c.RetainUntil != null)).ToListAsync(cancel);
        var due = open.Where(c => c.TrashedAt <= now.AddDays(-EvidenceLimits.TrashDays) || c.RetainUntil < today).ToList();
        foreach (var row in due)
        {
            await ShredAsync(db, row, cancel);
            await Audit.AddAsync(db, rooms.Keys, rooms.Time, upkeep, "evidence.shred-due", "evidence-case", row.Id, cancel);
        }

        var held = (await db.EvidenceFiles.Where(f => f.IsHeld && f.ShreddedAt == null).ToListAsync(cancel)).Where(f => f.AddedAt <= now.AddDays(-EvidenceLimits.HeldDays)).ToList();
        foreach (var file in held)
        {
            await ShredAsync(db, file, cancel);
            await Audit.AddAsync(db, rooms.Keys, rooms.Time, upkeep, "evidence-file.shred-due", "evidence-file", file.Id, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await WipeAsync(due.Count + held.Count > 0, cancel);
        return due.Count + held.Count;
    }

    private async Task ShredAsync(OpenUprDb db, EvidenceCase row, CancellationToken cancel)
    {
        foreach (var file in await db.EvidenceFiles.Where(f => f.CaseId == row.Id && f.ShreddedAt == null).ToListAsync(cancel))
        {
            await ShredAsync(db, file, cancel);
        }

        var now = rooms.Time.GetUtcNow();
        (row.Sealed, row.Alias, row.Issues, row.HappenedOn, row.RetainUntil) = ([], "", "", null, null);
        (row.ShreddedAt, row.TrashedAt) = (now, row.TrashedAt ?? now);
        row.Revision++;
        await DropBoxes.NoteAsync(db, row, DropReceipt.Closed, cancel);
    }

    private async Task ShredAsync(OpenUprDb db, EvidenceFile file, CancellationToken cancel)
    {
        (file.WrappedKey, file.SealedName, file.IsHeld, file.ShreddedAt) = (null, [], false, rooms.Time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await SweepPieces.OfAsync(db, file.Id, null, cancel);
    }

    /// <summary>Makes the database forget the old rows, too, as far as it can.</summary>
    private Task WipeAsync(bool wasShredded, CancellationToken cancel) => wasShredded ? rooms.Store.WipeAsync(cancel) : Task.CompletedTask;
}
