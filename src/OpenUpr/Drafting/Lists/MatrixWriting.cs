using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>What somebody writes about a row, as typed.</summary>
/// <param name="Revision">The entry that they had before them; 0 for none.</param>
/// <param name="State">open, proposed or agreed.</param>
public sealed record MatrixText(long RowId, int Revision, string? Value, string? Comment, string? Challenges, string? Assistance, string? State);

/// <summary>A change that met another one: nothing of it was stored, and what is stored stands.</summary>
public sealed record MatrixClash(MatrixText Mine, MatrixEntry Theirs);

/// <summary>What came of a form with many rows: those that met another change are named, all others are stored.</summary>
/// <param name="Saved">Rows that changed.</param>
public sealed record MatrixSaved(Outcome Outcome, int Saved, IReadOnlyList<MatrixClash> Clashes);

/// <summary>Writing of assessments, many rows at once. Entries are only added, and nobody overwrites what they have not seen.</summary>
public static class MatrixWriting
{
    public static IReadOnlyList<string> States { get; } = [MatrixEntry.Open, MatrixEntry.Proposed, MatrixEntry.Agreed];

    /// <summary>Rows of one form.</summary>
    public const int MostAtOnce = 500;

    /// <summary>Stores what changed. A wrong field refuses the whole form, so that nothing is stored in part without a word; a row that somebody else changed meanwhile is left as it is and named.</summary>
    /// <param name="client">The form's own number.</param>
    /// <param name="uploadId">The sheet that the texts come from: it is taken over whole or not at all, and then gone; null for a form.</param>
    public static async Task<MatrixSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long sheetId, IReadOnlyList<MatrixText> texts, string? client, CancellationToken cancel, long? uploadId = null)
    {
        var (saved, clashes) = (0, new List<MatrixClash>());
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, uploadId is null ? "matrix.write" : "matrix.fill", Matrices.Thing, async db =>
        {
            if (await ClosedAsync(db, sheetId, uploadId is null && texts.Count > MostAtOnce, cancel) is { } no)
            {
                return no;
            }

            (saved, var refused) = await StoreAsync(rooms, db, access, sheetId, texts, client, clashes, cancel);
            if (refused is { } why)
            {
                return why;
            }

            if (uploadId is { } upload)
            {
                if (clashes.Count > 0)
                {
                    return Outcome.Not(Refusal.Conflict);
                }

                await SheetUploads.DropAsync(db, upload, cancel);
            }

            return Outcome.Done(sheetId);
        }, cancel);
        return new MatrixSaved(outcome, outcome.IsDone ? saved : 0, clashes);
    }

    /// <summary>Links a case of evidence that the person may see to a row, or takes the link away.</summary>
    public static Task<Outcome> SetEvidenceAsync(Rooms rooms, CoalitionAccess access, long sheetId, long rowId, long caseId, bool isLinked, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "matrix.evidence", Matrices.Thing, async db =>
        {
            if (await db.MatrixRows.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rowId && r.SheetId == sheetId, cancel) is not { } row || !MayWrite(access, row, await MyClustersAsync(db, access, cancel))
                || !await db.EvidenceCases.AnyAsync(c => c.Id == caseId && !c.IsSealed && c.ShreddedAt == null, cancel))
            {
                return Outcome.Absent;
            }

            var link = await db.MatrixEvidence.FirstOrDefaultAsync(l => l.RowId == rowId && l.CaseId == caseId, cancel);
            if (isLinked && link is null)
            {
                db.MatrixEvidence.Add(new MatrixEvidence { Id = await db.TakeIdsAsync(Counters.MatrixEvidence, 1, cancel), CoalitionId = access.CoalitionId, RowId = rowId, CaseId = caseId, AuthorId = access.MemberId });
            }
            else if (!isLinked && link is not null)
            {
                db.MatrixEvidence.Remove(link);
            }

            return Outcome.Done(sheetId);
        }, cancel);

    /// <summary>Whoever may write rows fills in those of their clusters and those that belong to none; editors all.</summary>
    internal static bool MayWrite(CoalitionAccess access, MatrixRow row, IReadOnlyCollection<long> clusters) =>
        access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && (row.DutyClusterId is not { } duty || clusters.Contains(duty)));

    internal static async Task<IReadOnlyCollection<long>> MyClustersAsync(OpenUprDb db, CoalitionAccess access, CancellationToken cancel) =>
        access.MemberId is { } me ? await db.ClusterMembers.Where(m => m.MemberId == me).Select(m => m.ClusterId).ToListAsync(cancel) : [];

    /// <summary>A new entry with the row's number.</summary>
    internal static async Task<MatrixEntry> EntryAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, MatrixRow row, FilledCell filled, string state, string client, CancellationToken cancel) => new()
    {
        Id = await db.TakeIdsAsync(Counters.MatrixEntries, 1, cancel), CoalitionId = access.CoalitionId, RowId = row.Id, Number = row.Revision, Value = filled.Value, Comment = filled.Comment, Challenges = filled.Challenges, Assistance = filled.Assistance,
        State = state, AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), ClientId = client,
    };

    /// <summary>Adds an entry for each text that changes its row, and names those that met another change.</summary>
    private static async Task<(int Saved, Outcome? Refused)> StoreAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, long sheetId, IReadOnlyList<MatrixText> texts, string? client, List<MatrixClash> clashes, CancellationToken cancel)
    {
        var saved = 0;
        long[] ids = [.. texts.Select(t => t.RowId)];
        var rows = await db.MatrixRows.Where(r => r.SheetId == sheetId && ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var entries = (await db.MatrixEntries.AsNoTracking().Where(e => ids.Contains(e.RowId)).OrderBy(e => e.Number).ToListAsync(cancel)).ToLookup(e => e.RowId);
        var mine = await MyClustersAsync(db, access, cancel);
        foreach (var text in texts)
        {
            var fields = new Fields();
            if (!rows.TryGetValue(text.RowId, out var row) || row.FirstPlace != row.Place || !MayWrite(access, row, mine))
            {
                return (0, Outcome.Absent);
            }

            var (filled, state) = Read(fields, text);
            if (fields.Wrong is { } wrong)
            {
                return (0, wrong);
            }

            var newest = entries[row.Id].LastOrDefault();
            switch (Meets(newest, entries[row.Id].LastOrDefault(e => Arrivals.IsClient(client) && e.ClientId == client && e.AuthorId == access.MemberId), text, filled, state))
            {
                case Arrival.Clash:
                    clashes.Add(new MatrixClash(text, newest!));
                    break;
                case Arrival.Newest:
                    row.Revision++;
                    db.MatrixEntries.Add(await EntryAsync(rooms, db, access, row, filled, Allowed(access, newest, filled, state), Arrivals.Client(client), cancel));
                    saved++;
                    break;
            }
        }

        return (saved, null);
    }

    /// <summary>Null for a list that is worked on.</summary>
    private static async Task<Outcome?> ClosedAsync(OpenUprDb db, long sheetId, bool isTooMany, CancellationToken cancel) =>
        await db.MatrixSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sheetId, cancel) switch
        {
            null => Outcome.Absent,
            { ClosedAt: not null } => Outcome.Not(Refusal.Closed),
            _ => isTooMany ? Outcome.Not(Refusal.TooMany) : null,
        };

    /// <param name="sent">What the same form stored before, when its answer was lost.</param>
    private static Arrival Meets(MatrixEntry? newest, MatrixEntry? sent, MatrixText text, FilledCell filled, string state) =>
        Same(newest, filled, state) || (sent is not null && Same(sent, filled, state)) ? Arrival.Stored
        : Math.Max(text.Revision, sent?.Number ?? 0) == (newest?.Number ?? 0) ? Arrival.Newest : Arrival.Clash;

    private static (FilledCell Filled, string State) Read(Fields fields, MatrixText text)
    {
        string Name(string field) => FormattableString.Invariant($"{field}-{text.RowId}");
        var value = string.IsNullOrEmpty(text.Value) ? null : ValueScale.Find(text.Value) is { } known ? known.Code : fields.Refuse<string?>(Refusal.Unknown, Name("value"), null);
        var filled = new FilledCell(value, fields.Optional(Name("comment"), text.Comment, Fields.Note), fields.Optional(Name("challenges"), text.Challenges, Fields.Note), fields.Optional(Name("assistance"), text.Assistance, Fields.Note));
        return (filled, fields.OneOf(Name("state"), text.State ?? MatrixEntry.Open, [.. States]));
    }

    /// <summary>An editor agrees for the coalition; what somebody else changes after that is a proposal again.</summary>
    private static string Allowed(CoalitionAccess access, MatrixEntry? before, FilledCell filled, string state) =>
        state != MatrixEntry.Agreed || access.Is(CoalitionRole.Editor) || (before is { State: MatrixEntry.Agreed } && Same(before, filled, state)) ? state : MatrixEntry.Proposed;

    private static bool Same(MatrixEntry? entry, FilledCell filled, string state) =>
        entry is null ? filled.IsEmpty && state == MatrixEntry.Open : (entry.Value, entry.Comment, entry.Challenges, entry.Assistance, entry.State) == (filled.Value, filled.Comment, filled.Challenges, filled.Assistance, state);
}
