using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Export;

/// <summary>The documents behind a store's rows, one line each, with the terms under which they may be used.</summary>
public static class SourceList
{
    /// <summary>Documents named; a store holds more once reports are imported, and every row names its own source.</summary>
    private const int Longest = 50;

    public static async Task<IReadOnlyList<string>> ReadAsync(Store store, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var total = await db.Documents.CountAsync(cancel);
        var documents = await db.Documents.AsNoTracking()
            .OrderBy(d => d.Id)
            .Take(Longest)
            .Select(d => new { d.FileName, d.Symbol, d.Kind, d.Licence, d.ReceivedAt })
            .ToListAsync(cancel);
        var lines = documents.ConvertAll(d =>
            $"{d.Symbol ?? d.FileName} ({d.Kind}, received {d.ReceivedAt.UtcDateTime:yyyy-MM-dd}); licence: {d.Licence ?? "none stated by the publisher"}");
        if (total > Longest)
        {
            lines.Add($"and {total - Longest} more; the column \"source\" names the document of each row");
        }

        return lines;
    }
}
