using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Search.Passages;

/// <summary>Reads papers and paragraphs for the index.</summary>
internal static class PassageReading
{
    /// <summary>Papers whose paragraphs are read in one go: some ten thousand paragraphs.</summary>
    private const int BatchSize = 100;

    /// <summary>Changes whenever papers or paragraphs were added, read again, or moved to another review. Cheap: it is asked every few seconds.</summary>
    public static async Task<string> StampAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        var passage = await db.Passages.MaxAsync(p => (long?)p.Id, cancel) ?? 0;
        var document = await db.Documents.MaxAsync(d => (long?)d.Id, cancel) ?? 0;

        // A paper that was moved or lost its last paragraph leaves the newest ids as they were. Ids are multiplied so that two moves do not cancel each other out.
        var count = await db.Passages.CountAsync(cancel);
        var reviews = await db.Documents.SumAsync(d => (d.ReviewId ?? 0) * d.Id, cancel);
        var change = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancel) ?? 0;
        return $"{passage:x}-{document:x}-{change:x}-{count:x}-{reviews:x}";
    }

    /// <summary>Builds the index as the store is now; papers that did not change since <paramref name="before"/> are not read again.</summary>
    public static async Task<PassageIndex> BuildAsync(Store store, PassageIndex? before, CancellationToken cancel)
    {
        // The stamp comes first: what is stored while the papers are read is read again at the next refresh.
        var stamp = await StampAsync(store, cancel);
        await using var db = store.Open();
        await db.BeginSnapshotAsync(cancel);
        var documents = await DocumentsAsync(store, db, cancel);
        var known = before?.Columns.Documents.Select((d, i) => (d, i)).ToDictionary(d => d.d.Id, d => (d.d.LastPassageId, d.d.Passages, Number: d.i)) ?? [];
        var builder = new PassageTableBuilder(before);
        foreach (var batch in documents.Chunk(BatchSize))
        {
            var fresh = batch.Where(d => d.Passages > 0 && !IsKnown(d)).Select(d => d.Id).ToList();
            var read = fresh.Count == 0 ? [] : await db.Passages.AsNoTracking().Where(p => fresh.Contains(p.DocumentId))
                .OrderBy(p => p.DocumentId).ThenBy(p => p.Ordinal).Select(p => new { p.Id, p.DocumentId, p.Text, p.States, p.Submitters }).ToListAsync(cancel);
            var texts = read.ToLookup(p => p.DocumentId);
            foreach (var document in batch)
            {
                builder.Begin(document);
                if (IsKnown(document))
                {
                    builder.Copy(known[document.Id].Number);
                }

                foreach (var p in texts[document.Id])
                {
                    builder.Add(p.Id, p.Text, p.States, p.Submitters);
                }

                builder.End();
            }
        }

        var (table, columns) = builder.Build();
        return new PassageIndex(table, columns, stamp);

        bool IsKnown(PassageDocument d) => known.TryGetValue(d.Id, out var old) && old.LastPassageId == d.LastPassageId && old.Passages == d.Passages;
    }

    /// <summary>Papers that were read or belong to a review, newest session first, within a review in the order of the process.</summary>
    private static async Task<List<PassageDocument>> DocumentsAsync(Store store, OpenUprDb db, CancellationToken cancel)
    {
        var counts = await db.Passages.GroupBy(p => p.DocumentId)
            .Select(g => new { Id = g.Key, Count = g.Count(), Last = g.Max(p => p.Id) }).ToDictionaryAsync(g => g.Id, g => (g.Count, g.Last), cancel);
        var rows = await (
            from d in db.Documents.AsNoTracking()
            from v in db.Reviews.Where(v => v.Id == d.ReviewId).DefaultIfEmpty()
            select new { Document = d, Sur = v == null ? null : v.Sur, Session = v == null ? null : (int?)v.Session }).ToListAsync(cancel);
        return [.. rows
            .Where(r => r.Document.ReviewId is not null || r.Document.ReadWith is not null || counts.ContainsKey(r.Document.Id))
            .Select(r =>
            {
                var (d, (count, last)) = (r.Document, counts.GetValueOrDefault(r.Document.Id));
                return new PassageDocument(
                    d.Id, d.Kind, d.Symbol, d.Language, r.Sur, r.Session, r.Session is { } session ? store.Reference.CycleOf(session) : null, d.PublishedOn, d.Pages, d.FileName, d.MediaType, d.ReceivedAt, count, last);
            })
            .OrderByDescending(d => d.Session ?? 0).ThenBy(d => d.Sur, StringComparer.Ordinal).ThenBy(d => Order(d.Kind)).ThenBy(d => d.Id)];
    }

    /// <summary>Papers before the review, the report, what came after it.</summary>
    private static int Order(string kind) => kind switch
    {
        "national-report" => 0,
        "compilation" => 1,
        "summary" => 2,
        "advance-questions" => 3,
        "working-group-report" => 4,
        "addendum" => 5,
        "decision" => 6,
        _ => 7,
    };
}
