namespace OpenUpr.Storage;

/// <summary>Tells every node which recommendations are now others than before.</summary>
internal static class ChangeRanges
{
    /// <summary>Ids so near to one another are told as one range; reading those between again does no harm.</summary>
    private const int Gap = 200;

    /// <summary>Writes the changes inside the caller's transaction.</summary>
    /// <returns>The first and the last number of the change sequence that they took; null where nothing changed.</returns>
    public static async Task<(long First, long Last)?> WriteAsync(OpenUprDb db, IEnumerable<long> recommendationIds, CancellationToken cancel)
    {
        var runs = Runs([.. recommendationIds.Distinct().Order()]).ToList();
        if (runs.Count == 0)
        {
            return null;
        }

        var first = await db.TakeIdsAsync(Counters.Changes, runs.Count, cancel);
        await db.BulkInsertAsync([.. runs.Select((r, i) => new Change { Sequence = first + i, FirstRecommendationId = r.First, LastRecommendationId = r.Last })], cancel);
        return (first, first + runs.Count - 1);
    }

    private static IEnumerable<(long First, long Last)> Runs(IReadOnlyList<long> ids)
    {
        for (var i = 0; i < ids.Count;)
        {
            var first = ids[i];
            while (i + 1 < ids.Count && ids[i + 1] - ids[i] <= Gap)
            {
                i++;
            }

            yield return (first, ids[i++]);
        }
    }
}
