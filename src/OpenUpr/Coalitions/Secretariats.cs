using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A term of the secretariat with the names of who holds it.</summary>
public sealed record TermRow(SecretariatTerm Term, string Organisation, string? Person);

/// <summary>What a core team lacks.</summary>
public enum TeamGap
{
    /// <summary>Other than five.</summary>
    NotFive,

    /// <summary>Two places are held by one organisation.</summary>
    SameOrganisation,

    /// <summary>Two places are held from one region, or a place names none.</summary>
    SameRegion,
}

/// <summary>Who follows in a rotating secretariat, as a suggestion.</summary>
public sealed record NextHolder(long OrganisationId, string Organisation, DateOnly From, DateOnly To);

/// <summary>How the secretariat works, who holds it, held it and will hold it.</summary>
/// <param name="Terms">The latest first.</param>
/// <param name="Next">Null unless the secretariat rotates.</param>
public sealed record SecretariatView(CoalitionProfile Profile, IReadOnlyList<TermRow> Terms, IReadOnlyList<TeamGap> Gaps, NextHolder? Next);

/// <summary>The four ways of holding a secretariat (requirement D4) and the hand-over, so that records survive those who kept them.</summary>
public static class Secretariats
{
    public static async Task<SecretariatView> ReadAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var profile = await db.CoalitionProfiles.AsNoTracking().SingleAsync(cancel);
        var organisations = await db.Organisations.Select(o => new { o.Id, o.Name, o.JoinedOn, o.LeftOn }).ToListAsync(cancel);
        var names = await db.Members.ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var terms = (await db.SecretariatTerms.AsNoTracking().ToListAsync(cancel)).OrderByDescending(t => t.From).ThenBy(t => t.Id)
            .Select(t => new TermRow(t, organisations.First(o => o.Id == t.OrganisationId).Name, t.MemberId is { } m ? names.GetValueOrDefault(m) : null)).ToList();
        var able = organisations.Where(o => o.LeftOn is null).OrderBy(o => o.JoinedOn).Select(o => (o.Id, o.Name)).ToList();
        return new SecretariatView(
            profile, terms, profile.SecretariatModel == SecretariatModels.CoreTeam ? Gaps([.. terms.Select(t => t.Term)], rooms.Today) : [],
            profile.SecretariatModel == SecretariatModels.Rotating ? Next(able, [.. terms.Select(t => t.Term)], profile.RotationMonths, rooms.Today) : null);
    }

    public static Task<Outcome> SetModelAsync(Rooms rooms, CoalitionAccess access, string? model, string? months, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "secretariat.model", "coalition", async db =>
        {
            var fields = new Fields();
            var profile = await db.CoalitionProfiles.SingleAsync(cancel);
            profile.SecretariatModel = fields.OneOf("model", model, SecretariatModels.All);
            profile.RotationMonths = (int)(fields.Number("months", months, 1, 60) ?? 1);
            return fields.Wrong ?? Outcome.Done(access.CoalitionId);
        }, cancel);

    /// <summary>Writes down who holds the secretariat, or a place in it, from when to when.</summary>
    /// <param name="to">Empty for an open end.</param>
    public static Task<Outcome> AddTermAsync(Rooms rooms, CoalitionAccess access, long? organisationId, long? memberId, string? region, string? from, string? to, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "secretariat.term", "secretariat-term", async db =>
        {
            var fields = new Fields();
            var term = new SecretariatTerm { CoalitionId = access.CoalitionId, Region = fields.Optional("region", region), From = fields.RequiredDay("from", from), To = fields.Day("to", to) };
            term.OrganisationId = await db.Organisations.AnyAsync(o => o.Id == organisationId && o.LeftOn == null, cancel) ? organisationId!.Value : fields.Refuse(Refusal.Unknown, "organisation", 0L);
            term.MemberId = memberId is not { } member ? null : await db.Members.AnyAsync(m => m.Id == member, cancel) ? member : fields.Refuse<long?>(Refusal.Unknown, "member", null);
            if ((fields.Wrong ?? (term.To < term.From ? Outcome.Not(Refusal.NoDate, "to") : null)) is { } wrong)
            {
                return wrong;
            }

            term.Id = await db.TakeIdsAsync(Counters.SecretariatTerms, 1, cancel);
            db.SecretariatTerms.Add(term);
            return Outcome.Done(term.Id);
        }, cancel);

    /// <summary>The holder hands over: what is open is written down as it was in that moment, with a note for who follows.</summary>
    /// <param name="open">What is open, one thing a line, in the coalition's words.</param>
    public static Task<Outcome> HandOverAsync(Rooms rooms, CoalitionAccess access, long termId, string? note, IReadOnlyList<string> open, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "secretariat.hand-over", "secretariat-term", async db =>
        {
            if (await db.SecretariatTerms.SingleOrDefaultAsync(t => t.Id == termId, cancel) is not { } term)
            {
                return Outcome.Absent;
            }

            if (term.HandedOverAt is not null)
            {
                return Outcome.Not(Refusal.Closed);
            }

            var fields = new Fields();
            term.HandOverNote = fields.Optional("note", note, Fields.Long);
            term.HandOverList = string.Join('\n', open);
            term.HandedOverAt = rooms.Time.GetUtcNow();
            term.To ??= rooms.Today;
            return fields.Wrong ?? Outcome.Done(termId);
        }, cancel);

    /// <summary>Who never held it, in the order in which they joined; then who held it longest ago.</summary>
    /// <param name="able">Member organisations in the order in which they joined.</param>
    public static NextHolder? Next(IReadOnlyList<(long Id, string Name)> able, IReadOnlyList<SecretariatTerm> terms, int months, DateOnly today)
    {
        if (able.Count == 0)
        {
            return null;
        }

        var next = able.OrderBy(o => terms.Where(t => t.OrganisationId == o.Id).Select(t => t.From).DefaultIfEmpty(DateOnly.MinValue).Max()).First();
        var end = terms.Select(t => t.To ?? today).DefaultIfEmpty(today.AddDays(-1)).Max();
        var from = end < today ? today : end.AddDays(1);
        return new NextHolder(next.Id, next.Name, from, from.AddMonths(months).AddDays(-1));
    }

    /// <summary>What the core team of today lacks: five, from different organisations and regions.</summary>
    public static IReadOnlyList<TeamGap> Gaps(IReadOnlyList<SecretariatTerm> terms, DateOnly today)
    {
        var team = terms.Where(t => t.From <= today && (t.To ?? today) >= today && t.HandedOverAt is null).ToList();
        var gaps = new List<TeamGap>();
        if (team.Count != SecretariatModels.CoreTeamSize)
        {
            gaps.Add(TeamGap.NotFive);
        }

        if (team.DistinctBy(t => t.OrganisationId).Count() < team.Count)
        {
            gaps.Add(TeamGap.SameOrganisation);
        }

        if (team.Any(t => t.Region is null) || team.DistinctBy(t => t.Region, StringComparer.OrdinalIgnoreCase).Count() < team.Count)
        {
            gaps.Add(TeamGap.SameRegion);
        }

        return gaps;
    }
}
