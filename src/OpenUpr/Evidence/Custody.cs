using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>A line of the chain of custody.</summary>
/// <param name="Who">The member's name; null for the program, and for who asked to be forgotten.</param>
/// <param name="FileId">Null where the case itself is meant.</param>
public sealed record CustodyLine(DateTimeOffset At, string? Who, string Deed, long? FileId);

/// <summary>Who added, read, took out and changed a case and its files, and when: from the log.</summary>
public sealed class Custody(Rooms rooms)
{
    public async Task<IReadOnlyList<CustodyLine>> ReadAsync(CoalitionAccess access, long caseId, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        if (!await CaseRules.Visible(db, access).AnyAsync(c => c.Id == caseId, cancel))
        {
            return [];
        }

        var files = await db.EvidenceFiles.AsNoTracking().Where(f => f.CaseId == caseId).Select(f => (long?)f.Id).ToListAsync(cancel);
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CoalitionId == access.CoalitionId
            && ((e.Thing == "evidence-case" && e.ThingId == caseId) || (e.Thing == "evidence-file" && files.Contains(e.ThingId)))).OrderBy(e => e.Number).ToListAsync(cancel);
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        return [.. entries.Select(e => new CustodyLine(e.At, e.ActorId is { } id ? names.GetValueOrDefault(id) : null, e.Deed, e.Thing == "evidence-file" ? e.ThingId : null))];
    }
}
