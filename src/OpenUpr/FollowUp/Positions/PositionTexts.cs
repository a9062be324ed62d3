using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>What is written about recommendations of followed reviews, for the search over a room.</summary>
public sealed class PositionTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var rows = await (
            from r in db.FollowedRecommendations.AsNoTracking()
            join f in db.FollowedReviews on r.FollowId equals f.Id
            select new { r.Id, r.FollowId, Title = f.State + " " + f.Session + " " + r.Number }).ToDictionaryAsync(r => r.Id, cancel);
        var entries = await db.OutcomeEntries.AsNoTracking().Where(e => !db.OutcomeEntries.Any(o => o.FollowedId == e.FollowedId && o.Number > e.Number)).OrderBy(e => e.FollowedId).ToListAsync(cancel);
        var steps = await db.LobbySteps.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel);
        var translations = await db.RecommendationTranslations.AsNoTracking().Where(t => !db.RecommendationTranslations.Any(o => o.FollowedId == t.FollowedId && o.Language == t.Language && o.Number > t.Number)).OrderBy(t => t.Id).ToListAsync(cancel);
        var plan = await db.DisseminationSteps.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel);
        return
        [
            .. entries.Select(e => Text(e.FollowedId, string.Join('\n', EntryFields.All.Where(f => f.Code is not (EntryFields.Ideal or EntryFields.Expected or EntryFields.Key or EntryFields.Lobby)).Select(f => f.Get(e)).OfType<string>()))),
            .. steps.Select(s => Text(s.FollowedId, $"{s.Whom}\n{s.Asked}\n{s.Result}")),
            .. translations.Select(t => Text(t.FollowedId, $"{t.Translator}\n{t.Text}")),
            .. plan.Select(s => new RoomText("follow-up", s.What, $"{s.Whom}\n{s.What}", FormattableString.Invariant($"/follow-up/{s.FollowId}/dissemination"))),
        ];

        RoomText Text(long row, string text) => new("follow-up", rows[row].Title.Trim(), text, FormattableString.Invariant($"/follow-up/{rows[row].FollowId}/positions/{row}"));
    }
}
