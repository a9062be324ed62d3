using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>Which cases a list is to show.</summary>
/// <param name="View">taken, inbox, refused or trash.</param>
/// <param name="Before">Only cases that were entered before this one: the next page.</param>
public sealed record CaseFilter(string View = EvidenceCase.Taken, string? Issue = null, string? State = null, long? ClusterId = null, bool Mine = false, long? Before = null)
{
    public const string Trash = "trash";
}

/// <summary>A line of the list: nothing in it is sealed.</summary>
public sealed record CaseRow(EvidenceCase Case, int Files, int Held);

/// <summary>A file as the case's page shows it.</summary>
public sealed record FileRow(EvidenceFile File, string Name, RemovalNote Note);

/// <summary>A case with what is sealed in it.</summary>
/// <param name="Readers">Who may read it besides its author, where it is sealed.</param>
public sealed record OpenCase(EvidenceCase Case, CaseSecrets Secrets, IReadOnlyList<FileRow> Files, IReadOnlyList<long> Readers);

/// <summary>Reads cases. Lists open nothing sealed; every reading of a single case is written into the log.</summary>
public sealed class CaseReader(Rooms rooms, FileVault vault)
{
    /// <summary>Lines of a list that has no pages.</summary>
    public const int MaxRows = 500;

    /// <summary>Lines of a page of the list.</summary>
    public const int PageSize = 100;

    /// <summary>The newest first.</summary>
    /// <param name="most">Lines that are wanted; one more than a page tells whether there is a next one.</param>
    public async Task<IReadOnlyList<CaseRow>> ListAsync(CoalitionAccess access, CaseFilter filter, CancellationToken cancel, int most = MaxRows)
    {
        await using var db = rooms.Store.Open(access);
        var cases = CaseRules.Visible(db, access).AsNoTracking().Where(c => c.ShreddedAt == null);
        cases = filter.View == CaseFilter.Trash ? cases.Where(c => c.TrashedAt != null) : cases.Where(c => c.TrashedAt == null && c.State == filter.View);
        cases = filter.State is { } state ? cases.Where(c => state == c.SafetyVerdict || (state == "unchecked" && c.SafetyCheckedAt == null) || state == c.Consent) : cases;
        cases = filter.ClusterId is { } cluster ? cases.Where(c => c.ClusterId == cluster) : cases;
        cases = filter.Mine ? cases.Where(c => c.AuthorId == access.MemberId) : cases;
        cases = string.IsNullOrEmpty(filter.Issue) ? cases : cases.Where(c => ("\n" + c.Issues + "\n").Contains("\n" + filter.Issue + "\n"));
        var rows = await cases.Where(c => filter.Before == null || c.Id < filter.Before).OrderByDescending(c => c.Id).Take(most)
            .Select(c => new { Case = c, Files = db.EvidenceFiles.Count(f => f.CaseId == c.Id && f.TrashedAt == null && f.ShreddedAt == null), Held = db.EvidenceFiles.Count(f => f.CaseId == c.Id && f.IsHeld && f.ShreddedAt == null) }).ToListAsync(cancel);
        return [.. rows.Select(r => new CaseRow(r.Case, r.Files, r.Held))];
    }

    /// <summary>The row of a case, for pages that need nothing sealed; null where there is none for this person. Not logged.</summary>
    public async Task<EvidenceCase?> FindAsync(CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        return await CaseRules.Visible(db, access).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
    }

    /// <summary>A case opened; null where there is none for this person. The reading is logged.</summary>
    public async Task<OpenCase?> OpenAsync(CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await CaseRules.Visible(db, access).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } found)
        {
            return null;
        }

        var files = new List<FileRow>();
        foreach (var file in await db.EvidenceFiles.AsNoTracking().Where(f => f.CaseId == id).OrderBy(f => f.Id).ToListAsync(cancel))
        {
            files.Add(new FileRow(file, await vault.NameAsync(access, file, cancel), RemovalNote.Parse(file.Removed)));
        }

        var readers = await db.SealedReaders.AsNoTracking().Where(r => r.Thing == CaseWriter.Table && r.ThingId == id).Select(r => r.MemberId).ToListAsync(cancel);
        var secrets = found.ShreddedAt is null ? CaseSecrets.Parse(await rooms.Keys.OpenTextAsync(access, found.Sealed, CaseSecrets.PlaceOf(id), cancel)) : new CaseSecrets();
        await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, "evidence.read", "evidence-case", id, cancel);
        await transaction.CommitAsync(cancel);
        return new OpenCase(found, secrets, files, readers);
    }

    /// <summary>A copy of a file for download; null where there is none for this person. Originals are for editors. The download is logged before a byte goes out.</summary>
    /// <param name="reason">One of <see cref="OriginalReasons"/> for the original; null for the clean copy.</param>
    public async Task<OpenedFile?> DownloadAsync(CoalitionAccess access, long caseId, long fileId, string? reason, CancellationToken cancel)
    {
        var copy = reason is null ? EvidencePiece.Clean : EvidencePiece.Original;
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        var isVisible = await CaseRules.Visible(db, access).AnyAsync(c => c.Id == caseId, cancel);
        var file = isVisible ? await db.EvidenceFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.CaseId == caseId, cancel) : null;
        if (file is null || (reason is not null && !(access.Is(CoalitionRole.Editor) && OriginalReasons.All.Contains(reason))))
        {
            return null;
        }

        var opened = await vault.OpenAsync(access, file, copy, cancel);
        if (opened is not null)
        {
            await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, reason is null ? "evidence-file.download" : $"evidence-file.download-original.{reason}", "evidence-file", fileId, cancel);
            await transaction.CommitAsync(cancel);
        }

        return opened;
    }
}

/// <summary>Why somebody takes an original out, with everything that it tells: the log keeps the code.</summary>
public static class OriginalReasons
{
    public static IReadOnlyList<string> All { get; } = ["verify", "court", "owner", "only-copy"];
}
