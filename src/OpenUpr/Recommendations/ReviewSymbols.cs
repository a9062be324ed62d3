using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>The symbols under which a review's papers can be asked for.</summary>
public static class ReviewSymbols
{
    /// <summary>The three papers whose symbols follow from the rule, then the report, answers and decision as far as the store names them.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Store store, string sur, int session, CancellationToken cancel = default)
    {
        var papers = await ReviewDocuments.ReadAsync(store, sur, session, cancel);
        await using var db = store.Open();
        var stored = await (
            from d in db.Documents.AsNoTracking()
            join v in db.Reviews on d.ReviewId equals v.Id
            where v.Sur == sur && v.Session == session && d.Symbol != null
            select d.Symbol).ToListAsync(cancel);
        return [.. papers.Select(p => p.Symbol).Concat(stored.Order(StringComparer.Ordinal)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
