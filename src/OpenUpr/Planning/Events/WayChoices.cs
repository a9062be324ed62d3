using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Events;

/// <summary>What the coalition decided on the ways to take part in the review day, weighed one by one (requirement I7).</summary>
public static class WayChoices
{
    /// <summary>The newest answer to each way, as far as there is one.</summary>
    public static async Task<IReadOnlyDictionary<string, WayChoice>> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.WayChoices.AsNoTracking().ToDictionaryAsync(w => w.Way, cancel);
    }

    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, string? way, string? answer, string? reason, IReadOnlyList<string> ticked, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "way.choose", "way", async db =>
        {
            var fields = new Fields();
            var (known, says, why) = (fields.OneOf("way", way, Ways.All), fields.OneOf($"answer-{way}", answer, Ways.Answers), fields.Optional($"reason-{way}", reason, Fields.Note));
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var row = await db.WayChoices.SingleOrDefaultAsync(w => w.Way == known, cancel);
            if (row is null)
            {
                row = new WayChoice { Id = await db.TakeIdsAsync(Counters.WayChoices, 1, cancel), CoalitionId = access.CoalitionId, Way = known, Answer = says, Ticked = "" };
                db.WayChoices.Add(row);
            }

            var points = Ways.Points.SelectMany(kind => Ways.PointsOf(known, kind).Select(p => $"{kind}-{p}")).ToHashSet(StringComparer.Ordinal);
            (row.Answer, row.Reason, row.Ticked, row.MemberId, row.ChangedAt) = (says, why, string.Join('\n', ticked.Where(points.Contains).Distinct()), access.MemberId, rooms.Time.GetUtcNow());
            return Outcome.Done(row.Id);
        }, cancel);
}
