using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Evidence;

/// <summary>Adds and changes cases. Each change is one transaction with its line in the log.</summary>
public sealed class CaseWriter(Rooms rooms)
{
    internal const string Table = "evidence_cases";
    private const string Thing = "evidence-case";
    private const int MaxIssues = 20;

    public Task<Outcome> AddAsync(CoalitionAccess access, CaseFields fields, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "evidence.add", Thing, async db =>
        {
            var row = new EvidenceCase { Id = await db.TakeIdsAsync(Counters.EvidenceCases, 1, cancel), CoalitionId = access.CoalitionId, AuthorId = access.MemberId, State = EvidenceCase.Taken, Alias = "", Sealed = [], Issues = "", Consent = Consents.Unknown, EnteredAt = rooms.Time.GetUtcNow() };
            if (await FillAsync(db, access, row, fields, cancel) is { } wrong)
            {
                return wrong;
            }

            db.EvidenceCases.Add(row);
            return Outcome.Done(row.Id);
        }, cancel);

    /// <summary>Changes a case unless somebody else saved it since it was read.</summary>
    public Task<Outcome> ChangeAsync(CoalitionAccess access, long id, CaseFields fields, CancellationToken cancel) =>
        OnCaseAsync(access, id, "evidence.change", async (db, row) =>
        {
            if (row.Revision != fields.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            if (await FillAsync(db, access, row, fields, cancel) is { } wrong)
            {
                return wrong;
            }

            row.Revision++;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Records the safety check of a case (requirement F9).</summary>
    /// <param name="verdict">One of <see cref="SafetyVerdicts"/>.</param>
    public Task<Outcome> CheckSafetyAsync(CoalitionAccess access, long id, string? verdict, string? note, CancellationToken cancel) =>
        OnCaseAsync(access, id, "evidence.safety-check", async (db, row) =>
        {
            var read = new Fields();
            var known = read.OneOf("verdict", verdict, SafetyVerdicts.All);
            var words = read.Optional("note", note, Fields.Note);
            if (read.Wrong is { } wrong)
            {
                return wrong;
            }

            var secrets = CaseSecrets.Parse(await rooms.Keys.OpenTextAsync(access, row.Sealed, CaseSecrets.PlaceOf(id), cancel));
            row.Sealed = await rooms.Keys.SealAsync(access, (secrets with { SafetyNote = words }).ToJson(), CaseSecrets.PlaceOf(id), cancel);
            (row.SafetyVerdict, row.SafetyCheckedAt, row.SafetyCheckedById) = (known, rooms.Time.GetUtcNow(), access.MemberId);
            row.Revision++;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Puts a case into the trash, with its files.</summary>
    public Task<Outcome> TrashAsync(CoalitionAccess access, long id, CancellationToken cancel) =>
        OnCaseAsync(access, id, "evidence.trash", (_, row) =>
        {
            row.TrashedAt ??= rooms.Time.GetUtcNow();
            row.Revision++;
            return Task.FromResult(Outcome.Done(id));
        }, cancel);

    public Task<Outcome> RestoreAsync(CoalitionAccess access, long id, CancellationToken cancel) =>
        OnCaseAsync(access, id, "evidence.restore", (_, row) =>
        {
            row.TrashedAt = null;
            row.Revision++;
            return Task.FromResult(Outcome.Done(id));
        }, cancel);

    /// <summary>Keeps a file sealed only that could not be cleaned.</summary>
    public Task<Outcome> KeepSealedAsync(CoalitionAccess access, long caseId, long fileId, CancellationToken cancel) =>
        OnCaseAsync(access, caseId, "evidence-file.keep-sealed", async (db, _) =>
        {
            if (await db.EvidenceFiles.SingleOrDefaultAsync(f => f.Id == fileId && f.CaseId == caseId && f.IsHeld && f.ShreddedAt == null, cancel) is not { } file)
            {
                return Outcome.Absent;
            }

            file.IsHeld = false;
            return Outcome.Done(fileId);
        }, cancel, "evidence-file");

    private Task<Outcome> OnCaseAsync(CoalitionAccess access, long id, string deed, Func<OpenUprDb, EvidenceCase, Task<Outcome>> work, CancellationToken cancel, string thing = Thing) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, thing, async db =>
            await CaseRules.Visible(db, access).SingleOrDefaultAsync(c => c.Id == id, cancel) is { } row && CaseRules.MayChange(access, row) ? await work(db, row) : Outcome.Absent, cancel);

    private async Task<Outcome?> FillAsync(OpenUprDb db, CoalitionAccess access, EvidenceCase row, CaseFields fields, CancellationToken cancel)
    {
        var read = new Fields();
        row.Alias = read.Required("alias", fields.Alias);
        row.HappenedOn = read.Day("happened", fields.HappenedOn);
        row.RetainUntil = read.Day("retain", fields.RetainUntil);
        row.Consent = read.OneOf("consent", fields.Consent, Consents.All);
        row.Issues = Issues(read, fields.Issues);

        // A reader of somebody else's sealed case changes its words, but not who else reads them.
        var mayOpen = row.AuthorId is null || row.AuthorId == access.MemberId || !row.IsSealed;
        row.IsSealed = mayOpen ? fields.IsSealed : row.IsSealed;
        row.ClusterId = fields.ClusterId;
        var secrets = new CaseSecrets(
            read.Optional("who", fields.Secrets.Who, Fields.Note), read.Optional("place", fields.Secrets.Place, Fields.Note), read.Optional("notes", fields.Secrets.Notes, Fields.Long),
            read.Optional("contact", fields.Secrets.Contact, Fields.Note), read.Optional("consent-words", fields.Secrets.ConsentWords, Fields.Note));
        if (fields.ClusterId is { } cluster && !await db.Clusters.AnyAsync(c => c.Id == cluster, cancel))
        {
            read.Refuse(Refusal.Unknown, "cluster", "");
        }

        if (read.Wrong is { } wrong)
        {
            return wrong;
        }

        var before = row.Sealed.Length == 0 ? null : CaseSecrets.Parse(await rooms.Keys.OpenTextAsync(access, row.Sealed, CaseSecrets.PlaceOf(row.Id), cancel)).SafetyNote;
        row.Sealed = await rooms.Keys.SealAsync(access, (secrets with { SafetyNote = before }).ToJson(), CaseSecrets.PlaceOf(row.Id), cancel);
        if (mayOpen)
        {
            // Whoever seals a case that is not their own stays a reader of it: it would be lost to everybody else.
            await SetReadersAsync(db, access, row, row.AuthorId != access.MemberId && access.MemberId is { } me ? [.. fields.Readers, me] : fields.Readers, cancel);
        }

        return null;
    }

    private static string Issues(Fields read, IReadOnlyList<string> chosen)
    {
        var known = IssueList.Current.All.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return chosen.Count > MaxIssues || chosen.Any(i => !known.Contains(i)) ? read.Refuse(Refusal.Unknown, "issues", "") : string.Join('\n', chosen.Distinct());
    }

    private static async Task SetReadersAsync(OpenUprDb db, CoalitionAccess access, EvidenceCase row, IReadOnlyList<long> readers, CancellationToken cancel)
    {
        var wanted = row.IsSealed ? await db.Members.Where(m => readers.Contains(m.Id) && db.Memberships.Any(p => p.Id == m.Id && p.Role != "guest")).Select(m => m.Id).ToListAsync(cancel) : [];
        var there = await db.SealedReaders.Where(r => r.Thing == Table && r.ThingId == row.Id).ToListAsync(cancel);
        db.SealedReaders.RemoveRange(there.Where(r => !wanted.Contains(r.MemberId)));
        foreach (var member in wanted.Except(there.Select(r => r.MemberId)))
        {
            db.SealedReaders.Add(new SealedReader { Id = await db.TakeIdsAsync(Counters.SealedReaders, 1, cancel), CoalitionId = access.CoalitionId, Thing = Table, ThingId = row.Id, MemberId = member, AuthorId = access.MemberId });
        }
    }
}
