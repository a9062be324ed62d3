using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>A row with what is written about it.</summary>
/// <param name="Cells">As printed, one for each column.</param>
/// <param name="Entry">The newest of the row that bears the assessment; null for none.</param>
/// <param name="First">Where a row of the same recommendation stands before it: that one is filled in. Its own id else.</param>
/// <param name="Evidence">Cases that the reader may see.</param>
public sealed record MatrixRowView(MatrixRow Row, IReadOnlyList<string> Cells, MatrixEntry? Entry, long First, string? Author, string? Duty, bool MayWrite, bool IsMine, IReadOnlyList<(long Id, string Alias)> Evidence)
{
    public bool IsRepeated => First != Row.Id;

    public FilledCell Filled => Entry is null ? FilledCell.Empty : FilledCell.Of(Entry);

    public string State => Entry?.State ?? MatrixEntry.Open;
}

/// <summary>How far a theme is.</summary>
/// <param name="Number">Place among the themes, from 1.</param>
/// <param name="Filled">Rows with a value.</param>
public sealed record ThemeProgress(int Number, string Theme, int Rows, int Filled, int Proposed, int Agreed, IReadOnlyList<string> Duties);

/// <summary>A line of the list of lists.</summary>
public sealed record MatrixLine(MatrixSheet Sheet, string? Author, int Rows, int Filled, int Agreed);

/// <summary>A whole list, rows in its order.</summary>
/// <param name="Head">Heads of the columns; the assessment's among them.</param>
/// <param name="Assessment">Index of the column that is filled in.</param>
public sealed record MatrixView(MatrixSheet Sheet, string? Author, IReadOnlyList<string> Head, int Assessment, IReadOnlyList<MatrixRowView> Rows)
{
    /// <summary>Themes in the order of the list; those that come twice are one.</summary>
    public IReadOnlyList<ThemeProgress> Themes => [.. Rows.GroupBy(r => r.Row.Theme).Select((g, i) => new ThemeProgress(
        i + 1, g.Key, g.Count(), g.Count(r => r.Entry?.Value is not null), g.Count(r => r.State == MatrixEntry.Proposed), g.Count(r => r.State == MatrixEntry.Agreed), [.. g.Select(r => r.Duty).OfType<string>().Distinct()]))];

    /// <summary>What the coalition calls the values.</summary>
    public ScaleWording Wording { get; init; } = ScaleWording.Standard;

    public bool IsOpen => Sheet.ClosedAt is null;

    public int FilledRows => Rows.Count(r => r.Entry?.Value is not null);

    public int AgreedRows => Rows.Count(r => r.State == MatrixEntry.Agreed);
}

/// <summary>Lists as people read them.</summary>
public static class MatrixRows
{
    /// <summary>Those of the coalition, the newest first, those put away last.</summary>
    public static async Task<IReadOnlyList<MatrixLine>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        var names = await TaskRows.NamesAsync(db, cancel);
        var sheets = await db.MatrixSheets.AsNoTracking().OrderByDescending(s => s.Id).ToListAsync(cancel);
        var rows = (await (
            from r in db.MatrixRows.AsNoTracking()
            join f in db.MatrixRows on new { r.SheetId, Place = r.FirstPlace } equals new { f.SheetId, f.Place }
            from e in db.MatrixEntries.Where(e => e.RowId == f.Id && e.Number == f.Revision).DefaultIfEmpty()
            select new { r.SheetId, HasValue = e != null && e.Value != null, IsAgreed = e != null && e.State == MatrixEntry.Agreed }).ToListAsync(cancel)).ToLookup(r => r.SheetId);
        return [.. sheets.OrderBy(s => s.ClosedAt is not null).Select(s => new MatrixLine(s, Name(names, s.AuthorId), rows[s.Id].Count(), rows[s.Id].Count(r => r.HasValue), rows[s.Id].Count(r => r.IsAgreed)))];
    }

    /// <summary>Null where there is no such list for this person.</summary>
    public static async Task<MatrixView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || await db.MatrixSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } sheet)
        {
            return null;
        }

        var (names, clusters, mine) = (await TaskRows.NamesAsync(db, cancel), await TaskRows.ClusterNamesAsync(db, access, cancel), await MatrixWriting.MyClustersAsync(db, access, cancel));
        var rows = await db.MatrixRows.AsNoTracking().Where(r => r.SheetId == id).OrderBy(r => r.Place).ToListAsync(cancel);
        var entries = (await (
            from r in db.MatrixRows.AsNoTracking()
            join e in db.MatrixEntries.AsNoTracking() on new { RowId = r.Id, Number = r.Revision } equals new { e.RowId, e.Number }
            where r.SheetId == id
            select e).ToListAsync(cancel)).ToDictionary(e => e.RowId);
        var evidence = (await (
            from l in db.MatrixEvidence.AsNoTracking()
            join r in db.MatrixRows on l.RowId equals r.Id
            join c in db.EvidenceCases on l.CaseId equals c.Id
            where r.SheetId == id && !c.IsSealed && c.ShreddedAt == null && c.TrashedAt == null
            orderby c.Id
            select new { l.RowId, c.Id, c.Alias }).ToListAsync(cancel)).ToLookup(l => l.RowId, l => (l.Id, l.Alias));
        var first = rows.ToDictionary(r => r.Place);
        var head = JsonSerializer.Deserialize<string[]>(sheet.Head)!;
        return new MatrixView(sheet, Name(names, sheet.AuthorId), head, AssessmentOf(head), [.. rows.Select(r =>
        {
            var bearer = first[r.FirstPlace];
            var entry = entries.GetValueOrDefault(bearer.Id);
            var may = sheet.ClosedAt is null && MatrixWriting.MayWrite(access, bearer, mine);
            return new MatrixRowView(r, JsonSerializer.Deserialize<string[]>(r.Cells)!, entry, bearer.Id, Name(names, entry?.AuthorId), Name(clusters, bearer.DutyClusterId), may, bearer.DutyClusterId is { } duty && mine.Contains(duty), [.. evidence[bearer.Id]]);
        })])
        { Wording = await ScaleWords.ReadAsync(db, cancel) };
    }

    /// <summary>Everything that was ever written about a row, the newest first.</summary>
    public static async Task<IReadOnlyList<(MatrixEntry Entry, string? Author)>> HistoryAsync(Store store, CoalitionAccess access, long sheetId, long rowId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || !await db.MatrixRows.AnyAsync(r => r.Id == rowId && r.SheetId == sheetId, cancel))
        {
            return [];
        }

        var names = await TaskRows.NamesAsync(db, cancel);
        return [.. (await db.MatrixEntries.AsNoTracking().Where(e => e.RowId == rowId).OrderByDescending(e => e.Number).ToListAsync(cancel)).Select(e => (e, Name(names, e.AuthorId)))];
    }

    private static int AssessmentOf(string[] head) =>
        Sources.Papers.Lists.ListColumns.Read(head.Select((h, i) => KeyValuePair.Create(i, h)))?.Where(c => c.Value == Sources.Papers.Lists.ListColumn.Comments).Select(c => (int?)c.Key).FirstOrDefault() ?? head.Length - 1;

    private static T? Name<T>(Dictionary<long, T> names, long? id)
        where T : class? => id is { } known ? names.GetValueOrDefault(known) : null;
}
