using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>Reads recommendations for display and export, by id and in the order asked for.</summary>
public static class RecommendationRows
{
    /// <summary>Rows read at a time when many are wanted: large enough to be quick, small enough that memory does not grow with the export.</summary>
    private const int BatchSize = 2_000;

    /// <summary>The rows of these ids, in their order; an id that the store does not hold is passed over.</summary>
    /// <param name="labels">With people's alone, rows are without what a machine read.</param>
    public static async IAsyncEnumerable<RecommendationRow> StreamAsync(Store store, IEnumerable<long> ids, LabelScope labels = LabelScope.All, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var batch in ids.Chunk(BatchSize))
        {
            await using var db = store.Open();
            foreach (var row in await ReadAsync(store, db, batch, cancel))
            {
                yield return labels == LabelScope.People ? row.OfPeople() : row;
            }
        }
    }

    /// <summary>The rows of a page's worth of ids, in their order.</summary>
    public static async Task<IReadOnlyList<RecommendationRow>> ByIdsAsync(Store store, IReadOnlyList<long> ids, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await ReadAsync(store, db, ids, cancel);
    }

    private static async Task<IReadOnlyList<RecommendationRow>> ReadAsync(Store store, OpenUprDb db, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        // EF.Parameter sends all ids as one array; without it each id would be a parameter, and the statement a new one for each count.
        var tags = (await db.Tags.AsNoTracking()
            .Where(t => EF.Parameter(ids).Contains(t.RecommendationId) && t.WithdrawnAt == null)
            .Select(t => new { t.RecommendationId, t.Id, t.Scheme, t.Value, t.SetBy })
            .ToListAsync(cancel)).ToLookup(t => t.RecommendationId, t => new SetTag(t.Id, t.Scheme, t.Value, t.SetBy));
        var found = await (
            from r in db.Recommendations.AsNoTracking()
            where EF.Parameter(ids).Contains(r.Id)
            join t in db.Texts on r.TextId equals t.Id
            join v in db.Reviews on t.ReviewId equals v.Id
            join d in db.Documents on r.DocumentId equals d.Id
            from p in db.Paragraphs.Where(p => p.Id == t.ParagraphId).DefaultIfEmpty()
            from report in db.Documents.Where(x => p != null && x.Id == p.DocumentId).DefaultIfEmpty()
            from q in db.Positions.Where(q => q.TextId == t.Id && q.IsCurrent).DefaultIfEmpty()
            from m in db.MachineReadings.Where(m => m.TextId == t.Id).DefaultIfEmpty()
            select new
            {
                r.Id, r.Rs, r.Line, t.Kind, t.Text, v.Sur, v.Session, d.FileName,
                Symbol = report == null ? null : report.Symbol, Number = p == null ? null : p.Number, Page = p == null ? null : p.Page,
                Position = q == null ? null : (Position?)q.Value, Partial = q != null && q.Partial, Wording = q == null ? null : q.Wording, Reading = m,
            }).ToDictionaryAsync(r => r.Id, cancel);

        var rows = new List<RecommendationRow>(found.Count);
        foreach (var id in ids)
        {
            if (!found.TryGetValue(id, out var r))
            {
                continue;
            }

            var held = HeldLabels.Of([.. tags[id]], r.Reading);
            rows.Add(new RecommendationRow(
                r.Id, r.Kind, r.Sur, r.Rs, r.Session, store.Reference.CycleOf(r.Session), r.Symbol, r.Number, r.Page, r.Text,
                r.Position, r.Partial, r.Wording,
                held.Action, held.Issues, held.Sdgs,
                r.Line is { } line ? $"{r.FileName} line {line}" : r.FileName) { Labels = held.Origins });
        }

        return rows;
    }
}
