using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>A State that recommended to ours, and who of it can be written to.</summary>
/// <param name="Recommendations">Pairs of the newest session.</param>
/// <param name="ThankedOn">When somebody of it was last thanked; null for never.</param>
public sealed record LetterState(string State, int Recommendations, int Noted, IReadOnlyList<ContactLine> People, DateOnly? ThankedOn);

/// <summary>Every State that recommended something in the newest review, for thanks and updates (requirement J3: thank each, and ask it to press on).</summary>
/// <param name="Session">Null where the store holds no recommendation to our State.</param>
public sealed record LetterRound(string? Country, int? Session, IReadOnlyList<LetterState> States)
{
    public static async Task<LetterRound> ReadAsync(Rooms rooms, CoalitionAccess access, ContactIndex index, CancellationToken cancel)
    {
        var country = (await Profiles.ReadAsync(rooms.Store, access, cancel)).Coalition.Country;
        await using var db = rooms.Store.Open(access);
        var newest = await db.Reviews.Where(r => r.Sur == country && db.Texts.Any(t => t.ReviewId == r.Id)).OrderByDescending(r => r.Session).FirstOrDefaultAsync(cancel);
        if (newest is null)
        {
            return new LetterRound(country, null, []);
        }

        var pairs = await (
            from pair in db.Recommendations
            join text in db.Texts on pair.TextId equals text.Id
            where text.ReviewId == newest.Id && text.Kind == RecommendationKind.Recommendation && pair.MergedIntoId == null
            select new { pair.Rs, IsNoted = db.Positions.Any(p => p.TextId == text.Id && p.IsCurrent && p.Value == Position.Noted) }).ToListAsync(cancel);
        var people = (await index.ReadAsync(access, cancel)).Where(l => l is { IsReachable: true, State: not null, Kind: ContactCodes.Embassy or ContactCodes.Mission }).ToLookup(l => l.State!);
        var thanked = (await db.ContactEvents.Where(e => e.Kind == "thanked").Join(db.Contacts, e => e.ContactId, c => c.Id, (e, c) => new { c.State, e.On }).ToListAsync(cancel)).ToLookup(t => t.State, t => t.On);
        return new LetterRound(country, newest.Session, [.. pairs.Where(p => rooms.Store.Reference.FindState(p.Rs) is not null).GroupBy(p => p.Rs)
            .Select(g => new LetterState(g.Key, g.Count(), g.Count(p => p.IsNoted), [.. people[g.Key]], thanked[g.Key].Any() ? thanked[g.Key].Max() : null)).OrderByDescending(s => s.Recommendations).ThenBy(s => s.State, StringComparer.Ordinal)]);
    }
}
