using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>A list that a coalition begins to fill in.</summary>
/// <param name="Basis">upload, paper or database.</param>
/// <param name="Origin">The file's name, or the paper's.</param>
public sealed record MatrixWish(string? Title, FoundList Found, string Basis, string? Origin, long? DocumentId);

/// <summary>Lists of recommendations that the coalition fills in: begun, given to clusters, put away (requirement F14).</summary>
public static class Matrices
{
    internal const string Thing = "matrix";

    /// <summary>Lists of one coalition.</summary>
    public const int Most = 20;

    /// <summary>Begins a list; what its last column holds already becomes the first entry of its row.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, MatrixWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "matrix.add", Thing, async db =>
        {
            var fields = new Fields();
            var title = fields.Required("title", wish.Title);
            var country = await db.Coalitions.Where(c => c.Id == access.CoalitionId).Select(c => c.Country).SingleAsync(cancel);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (country is not null && wish.Found.State is { } about && about != country)
            {
                return Outcome.Not(Refusal.Unknown, "file");
            }

            if (await db.MatrixSheets.CountAsync(cancel) >= Most)
            {
                return Outcome.Not(Refusal.TooMany, "title");
            }

            var list = wish.Found.List;
            var sheet = new MatrixSheet
            {
                Id = await db.TakeIdsAsync(Counters.MatrixSheets, 1, cancel), CoalitionId = access.CoalitionId, Title = title, State = wish.Found.State ?? country, Session = wish.Found.Session, Basis = wish.Basis, Origin = Short(wish.Origin),
                DocumentId = wish.DocumentId, Head = JsonSerializer.Serialize(Head(list)), PageHead = list.PageHead, PageFoot = list.PageFoot, IsLandscape = list.IsLandscape, Language = MatrixWording.Main(list.Language), AuthorId = access.MemberId, AddedAt = rooms.Time.GetUtcNow(),
            };
            db.MatrixSheets.Add(sheet);
            await AddRowsAsync(rooms, db, access, sheet, list, cancel);
            return Outcome.Done(sheet.Id);
        }, cancel);

    /// <summary>Says which cluster fills in a theme, or one row.</summary>
    /// <param name="theme">As printed; null for one row.</param>
    /// <param name="clusterId">Null for anybody.</param>
    public static Task<Outcome> SetDutyAsync(Rooms rooms, CoalitionAccess access, long sheetId, string? theme, long? rowId, long? clusterId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "matrix.duty", Thing, async db =>
        {
            if (!await db.MatrixSheets.AnyAsync(s => s.Id == sheetId && s.ClosedAt == null, cancel))
            {
                return Outcome.Absent;
            }

            if (clusterId is { } cluster && !await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel))
            {
                return Outcome.Not(Refusal.Unknown, "cluster");
            }

            var rows = await db.MatrixRows.Where(r => r.SheetId == sheetId && (theme != null ? r.Theme == theme : r.Id == rowId)).ToListAsync(cancel);
            rows.ForEach(r => r.DutyClusterId = clusterId);
            return rows.Count == 0 ? Outcome.Absent : Outcome.Done(sheetId);
        }, cancel);

    /// <summary>Puts a list away, or takes it up again. Nothing of it is lost.</summary>
    public static Task<Outcome> SetClosedAsync(Rooms rooms, CoalitionAccess access, long sheetId, bool isClosed, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, isClosed ? "matrix.close" : "matrix.open", Thing, async db =>
        {
            if (await db.MatrixSheets.SingleOrDefaultAsync(s => s.Id == sheetId, cancel) is not { } sheet)
            {
                return Outcome.Absent;
            }

            sheet.ClosedAt = isClosed ? rooms.Time.GetUtcNow() : null;
            return Outcome.Done(sheetId);
        }, cancel);

    /// <summary>The heads, with one for the assessment: the lists of cycle 4 have none of their own.</summary>
    private static IReadOnlyList<string> Head(MatrixList list) => list.Assessment is null ? [.. list.Head, MatrixWording.Of("head-assessment", list.Language)] : list.Head;

    private static async Task AddRowsAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, MatrixSheet sheet, MatrixList list, CancellationToken cancel)
    {
        var id = await db.TakeIdsAsync(Counters.MatrixRows, list.Rows.Count, cancel);
        var firsts = new Dictionary<string, MatrixRow>(StringComparer.Ordinal);
        foreach (var (i, listed) in list.Rows.Index())
        {
            var row = new MatrixRow
            {
                Id = id + i, CoalitionId = access.CoalitionId, SheetId = sheet.Id, Place = i + 1, FirstPlace = i + 1, Theme = listed.Theme, Number = listed.Number, Position = listed.Position,
                Cells = JsonSerializer.Serialize(list.Assessment is null ? [.. listed.Cells, ""] : listed.Cells),
            };
            db.MatrixRows.Add(row);
            if (!firsts.TryAdd(listed.Key, row))
            {
                row.FirstPlace = firsts[listed.Key].Place;
            }

            // A row that stands twice is filled in once; the first that says something counts.
            if (!listed.Filled.IsEmpty && firsts[listed.Key] is { Revision: 0 } first)
            {
                first.Revision = 1;
                db.MatrixEntries.Add(await MatrixWriting.EntryAsync(rooms, db, access, first, listed.Filled, listed.Filled.Value is null ? MatrixEntry.Open : MatrixEntry.Proposed, Arrivals.NewClient(), cancel));
            }
        }
    }

    private static string? Short(string? origin) => origin?.Length > Fields.Line ? origin[..Fields.Line] : origin;
}
