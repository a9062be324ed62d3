using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>What editors do with what was sent in: take it over, put it aside, delete it.</summary>
public sealed class Inbox(Rooms rooms)
{
    /// <summary>Makes a case of it. What was sent as an addition to a case that is there goes into that one, with its files.</summary>
    public Task<Outcome> TakeOverAsync(CoalitionAccess access, long id, CancellationToken cancel) => OnAsync(access, id, "evidence.take-over", async (db, row) =>
    {
        await DropBoxes.NoteAsync(db, row, DropReceipt.Taken, cancel);
        var target = row.AddsToId is { } earlier ? await CaseRules.Visible(db, access).SingleOrDefaultAsync(c => c.Id == earlier && c.State == EvidenceCase.Taken && c.TrashedAt == null && c.ShreddedAt == null, cancel) : null;
        if (target is null)
        {
            row.State = EvidenceCase.Taken;
            row.Revision++;
            return Outcome.Done(id);
        }

        await MergeAsync(db, access, row, target, cancel);
        return Outcome.Done(target.Id);
    }, cancel);

    /// <summary>Keeps it out of the way; it can be taken over later.</summary>
    public Task<Outcome> PutAsideAsync(CoalitionAccess access, long id, CancellationToken cancel) => OnAsync(access, id, "evidence.put-aside", async (db, row) =>
    {
        row.State = EvidenceCase.Refused;
        row.Revision++;
        await DropBoxes.NoteAsync(db, row, DropReceipt.Closed, cancel);
        return Outcome.Done(id);
    }, cancel);

    private Task<Outcome> OnAsync(CoalitionAccess access, long id, string deed, Func<OpenUprDb, EvidenceCase, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, deed, "evidence-case", async db =>
            await CaseRules.Visible(db, access).SingleOrDefaultAsync(c => c.Id == id && c.State != EvidenceCase.Taken && c.ShreddedAt == null, cancel) is { } row ? await work(db, row) : Outcome.Absent, cancel);

    private async Task MergeAsync(OpenUprDb db, CoalitionAccess access, EvidenceCase row, EvidenceCase target, CancellationToken cancel)
    {
        var (added, there) = (await OpenAsync(access, row, cancel), await OpenAsync(access, target, cancel));
        var merged = there with { Notes = Join(there.Notes, added.Notes), Contact = Join(there.Contact, added.Contact) };
        target.Sealed = await rooms.Keys.SealAsync(access, merged.ToJson(), CaseSecrets.PlaceOf(target.Id), cancel);
        target.Revision++;
        foreach (var file in await db.EvidenceFiles.Where(f => f.CaseId == row.Id).ToListAsync(cancel))
        {
            file.CaseId = target.Id;
        }

        (row.Sealed, row.Alias, row.State, row.ShreddedAt, row.TrashedAt) = ([], "", EvidenceCase.Taken, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow());
    }

    private async Task<CaseSecrets> OpenAsync(CoalitionAccess access, EvidenceCase row, CancellationToken cancel) =>
        CaseSecrets.Parse(await rooms.Keys.OpenTextAsync(access, row.Sealed, CaseSecrets.PlaceOf(row.Id), cancel));

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first}\n\n{second}";
}
