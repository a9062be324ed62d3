using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>Where the data of a store come from and as of when, for the foot of every page.</summary>
/// <param name="Kinds">What kinds of documents were read, each with how many.</param>
/// <param name="AsOf">When the newest document was received; null for an empty store.</param>
public sealed record DataBasis(IReadOnlyList<(string Kind, int Count)> Kinds, DateTimeOffset? AsOf, IReadOnlyList<string> Licences)
{
    public static async Task<DataBasis> ReadAsync(Store store, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var documents = await db.Documents.AsNoTracking().Select(d => new { d.Kind, d.ReceivedAt, d.Licence }).ToListAsync(cancel);
        return new DataBasis(
            [.. documents.GroupBy(d => d.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
            documents.Count == 0 ? null : documents.Max(d => d.ReceivedAt),
            [.. documents.Select(d => d.Licence).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }
}
