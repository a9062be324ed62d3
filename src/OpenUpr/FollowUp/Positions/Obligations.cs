using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>An obligation or commitment that a person names, or that they confirm or refuse among the proposals.</summary>
/// <param name="Key">Null for one in the person's own words.</param>
public sealed record ObligationWish(string? Kind, string? Key, string? Name, string? Source, bool IsConfirmed);

/// <summary>
/// Obligations and commitments that a recommendation matches (UPR Info, compendium, "Between the review and the HRC adoption": lobby above all for those in line with international commitments and
/// obligations, notably treaty bodies' concluding observations). A program proposes and a person decides.
/// </summary>
public static class Obligations
{
    public static IReadOnlyList<string> Kinds { get; } = [RecommendationObligation.Observation, RecommendationObligation.Treaty, RecommendationObligation.Commitment, RecommendationObligation.Goal];

    /// <summary>Decisions about one recommendation.</summary>
    public const int Most = 100;

    /// <summary>Characters of a proposal's key.</summary>
    private const int MaxKey = 300;

    /// <summary>Says that one matches, or that a proposal does not; what was said of it before gives way.</summary>
    public static Task<Outcome> DecideAsync(Rooms rooms, CoalitionAccess access, long followId, long rowId, ObligationWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.obligation", Follows.Thing, async db =>
        {
            if ((await PositionWriting.RowAsync(db, access, followId, rowId, cancel)).Refused is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var (kind, name, source) = (fields.OneOf("kind", wish.Kind, [.. Kinds]), fields.Required("name", wish.Name, Fields.Note), fields.Optional("source", wish.Source));
            var key = fields.Optional("key", wish.Key, MaxKey) ?? (name.Length > MaxKey ? name[..MaxKey] : name);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var row = await db.RecommendationObligations.FirstOrDefaultAsync(o => o.FollowedId == rowId && o.Kind == kind && o.Key == key, cancel);
            if (row is null)
            {
                if (await db.RecommendationObligations.CountAsync(o => o.FollowedId == rowId, cancel) >= Most)
                {
                    return Outcome.Not(Refusal.TooMany, "name");
                }

                row = new RecommendationObligation { Id = await db.TakeIdsAsync(Counters.RecommendationObligations, 1, cancel), CoalitionId = access.CoalitionId, FollowId = followId, FollowedId = rowId, Kind = kind, Key = key, Name = name };
                db.RecommendationObligations.Add(row);
            }

            (row.Name, row.Source, row.IsConfirmed, row.AuthorId, row.DecidedAt) = (name, source, wish.IsConfirmed, access.MemberId, rooms.Time.GetUtcNow());
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Takes a decision back: what was proposed is proposed again, what was written is gone.</summary>
    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long followId, long rowId, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.obligation-remove", Follows.Thing, async db =>
        {
            if ((await PositionWriting.RowAsync(db, access, followId, rowId, cancel)).Refused is { } no)
            {
                return no;
            }

            if (await db.RecommendationObligations.SingleOrDefaultAsync(o => o.Id == id && o.FollowedId == rowId, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            db.RecommendationObligations.Remove(row);
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Everything that was decided about a recommendation, refusals too.</summary>
    public static async Task<IReadOnlyList<RecommendationObligation>> DecidedAsync(Store store, CoalitionAccess access, long rowId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.RecommendationObligations.AsNoTracking().Where(o => o.FollowedId == rowId).OrderBy(o => o.Id).ToListAsync(cancel);
    }

    /// <summary>What the program proposes and nobody decided about yet.</summary>
    public static IReadOnlyList<FoundObligation> Open(IEnumerable<FoundObligation> found, IReadOnlyList<RecommendationObligation> decided) => [.. found.Where(f => !decided.Any(d => d.Kind == f.Kind && d.Key == f.Key))];
}
