using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>The symbols under which a review's papers can be asked for.</summary>
public static class ReviewSymbols
{
    /// <summary>The three papers whose symbols follow from the rule, then the report, answers and decision as far as the store names them.</summary>
    /// <param name="today">The day on which it is asked, for what should be out by then.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(Store store, string sur, int session, DateOnly today, CancellationToken cancel = default)
    {
        var papers = await ReviewDocuments.ReadAsync(store, sur, session, today, cancel);
        return [.. papers.Select(p => p.Symbol).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
