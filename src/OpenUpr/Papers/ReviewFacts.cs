using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>What the papers say about a review itself, each kind in the order of the paper.</summary>
/// <param name="Documents">The papers that say so, by id, with their symbols or file names.</param>
public sealed record ReviewFacts(IReadOnlyList<ReviewFact> Facts, IReadOnlyDictionary<long, string> Documents)
{
    public static async Task<ReviewFacts> ReadAsync(Store store, string sur, int session, CancellationToken cancel)
    {
        await using var db = store.Open();
        var facts = await (
            from f in db.ReviewFacts.AsNoTracking()
            join v in db.Reviews on f.ReviewId equals v.Id
            join d in db.Documents on f.DocumentId equals d.Id
            where v.Sur == sur && v.Session == session
            orderby f.Kind, f.Ordinal, f.DocumentId
            select new { Fact = f, Name = d.Symbol ?? d.FileName }).ToListAsync(cancel);

        // Several papers may say the same, such as a report and its edition.
        return new ReviewFacts([.. facts.Select(f => f.Fact).DistinctBy(f => (f.Kind, f.Value))], facts.DistinctBy(f => f.Fact.DocumentId).ToDictionary(f => f.Fact.DocumentId, f => f.Name));
    }

    public IReadOnlyList<string> Of(string kind) => [.. Facts.Where(f => f.Kind == kind).Select(f => f.Value)];
}
