using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Finds the review that a paper belongs to: by its State and session, else by the symbol of the report that it answers or decides on.</summary>
internal sealed class PaperReviews(OpenUprDb db, ReferenceData reference, CancellationToken cancel)
{
    /// <summary>Null where it cannot be told yet.</summary>
    public async Task<long?> FindAsync(StoredReading reading)
    {
        var identity = reading.Identity;
        if (identity is { Sur: { } sur, Session: { } session } && reference.FindState(sur) is { Status: StateStatus.Member } && session > 0)
        {
            return await FindOrAddAsync(sur, session);
        }

        foreach (var root in RootsOf(reading))
        {
            var found = await (
                from d in db.Documents.AsNoTracking()
                join r in db.Reviews on d.ReviewId equals r.Id
                where d.Symbol == root || d.Symbol!.StartsWith(root + "/")
                orderby d.Id
                select new { r.Id, r.Sur }).FirstOrDefaultAsync(cancel);
            if (found is not null && (identity.Sur is null || identity.Sur == found.Sur))
            {
                return found.Id;
            }
        }

        return null;
    }

    /// <summary>Papers that waited for this one to tell their review.</summary>
    public async Task<IReadOnlyList<(SourceDocument Document, StoredReading Reading)>> WaitingForAsync(string? symbol)
    {
        if (symbol is null)
        {
            return [];
        }

        var root = RootOf(symbol);
        var rows = await (
            from d in db.Documents
            join r in db.DocumentReadings on d.Id equals r.DocumentId
            where d.ReviewId == null
            orderby d.Id
            select new { d, r.Brotli }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.d, Reading: StoredReading.Unpack(r.Brotli))).Where(r => RootsOf(r.Reading).Contains(root))];
    }

    /// <summary>The symbol of the report: "A/HRC/43/15" of "A/HRC/43/15/Add.1".</summary>
    private static string RootOf(string symbol)
    {
        var last = symbol.LastIndexOf('/');
        return last > 0 && symbol.AsSpan(last + 1) is [>= 'A' and <= 'Z', >= 'a' and <= 'z', ..] ? RootOf(symbol[..last]) : symbol;
    }

    private static IEnumerable<string> RootsOf(StoredReading reading) =>
        reading.Named.Prepend(reading.Identity.Kind is PaperKind.Addendum or PaperKind.WorkingGroupReport ? reading.Identity.Symbol : null)
            .OfType<string>().Select(RootOf).Distinct(StringComparer.Ordinal);

    private async Task<long> FindOrAddAsync(string sur, int session)
    {
        if (await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Sur == sur && r.Session == session, cancel) is { } stored)
        {
            return stored.Id;
        }

        var review = new Review { Id = await db.TakeIdsAsync(Counters.Reviews, 1, cancel), Sur = sur, Session = session };
        await db.BulkInsertAsync([review], cancel);
        return review.Id;
    }
}
