using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>A review of which papers are missing.</summary>
public sealed record IncompleteReview(string Sur, int Session, IReadOnlyList<ReviewDocument> Missing);

/// <summary>Which papers of the reviews in the store are not there yet, and what to look for.</summary>
public static class MissingPapers
{
    /// <summary>The reviews of a session, or of all sessions, that lack papers, newest session first.</summary>
    /// <param name="kind">One kind of paper; null for all.</param>
    public static async Task<IReadOnlyList<IncompleteReview>> ReadAsync(Store store, int? session, ReviewDocumentKind? kind, DateOnly today, CancellationToken cancel)
    {
        await using var db = store.Open();
        var reviews = await db.Reviews.AsNoTracking().Where(r => session == null || r.Session == session).Select(r => new { r.Sur, r.Session }).ToListAsync(cancel);
        var papers = await ReviewDocuments.ReadAllAsync(store, null, session, cancel);
        return [.. reviews.OrderByDescending(r => r.Session).ThenBy(r => r.Sur, StringComparer.Ordinal)
            .Select(r => new IncompleteReview(r.Sur, r.Session, [.. ReviewDocuments.Of(store.Reference, papers, r.Sur, r.Session, today).Where(d => d.Status == PaperStatus.Missing && (kind is null || d.Kind == kind))]))
            .Where(r => r.Missing.Count > 0)];
    }

    /// <summary>The sessions of which the store holds reviews, newest first.</summary>
    public static async Task<IReadOnlyList<int>> SessionsAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Reviews.AsNoTracking().Select(r => r.Session).Distinct().OrderByDescending(s => s).ToListAsync(cancel);
    }
}
