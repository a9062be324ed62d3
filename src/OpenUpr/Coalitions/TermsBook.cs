using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>The terms of reference as a person reads them.</summary>
/// <param name="Versions">The newest first.</param>
/// <param name="AcceptedId">The version that the person accepted; null for none.</param>
public sealed record TermsView(IReadOnlyList<TermsOfReference> Versions, long? AcceptedId)
{
    public TermsOfReference Newest => Versions[0];

    /// <summary>Whether there is a newer version than the one that the person accepted.</summary>
    public bool AsksAnew => AcceptedId != Newest.Id;
}

/// <summary>The terms of reference in their versions: nobody is in the room before accepting them (requirement D2).</summary>
public static class TermsBook
{
    public const string Thing = "terms_of_reference";

    /// <summary>What this person may see of them; null for a guest with whom no version is shared.</summary>
    public static async Task<TermsView?> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var versions = await db.Terms.AsNoTracking().OrderByDescending(t => t.Number).ToListAsync(cancel);
        var accepted = await db.Memberships.Where(m => m.Id == access.MemberId).Select(m => m.AcceptedTermsId).SingleOrDefaultAsync(cancel);
        return versions.Count == 0 ? null : new TermsView(versions, accepted);
    }

    /// <summary>Adopts a new version. Whoever accepted an older one stays in the room and is asked for this one.</summary>
    /// <param name="basedOn">The version that the writer had before them; a newer one since is a conflict.</param>
    public static Task<Outcome> AdoptAsync(Rooms rooms, CoalitionAccess access, long basedOn, string? text, string? changes, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "terms.adopt", "terms", async db =>
        {
            var fields = new Fields();
            var newest = await db.Terms.AsNoTracking().OrderByDescending(t => t.Number).FirstAsync(cancel);
            var terms = new TermsOfReference
            {
                CoalitionId = access.CoalitionId, Number = newest.Number + 1, AuthorId = access.MemberId, AdoptedAt = rooms.Time.GetUtcNow(),
                Text = fields.Required("text", text, Fields.Long), Changes = fields.Required("changes", changes, Fields.Note),
            };
            if ((fields.Wrong ?? (newest.Id != basedOn ? Outcome.Not(Refusal.OldTerms) : null)) is { } wrong)
            {
                return wrong;
            }

            terms.Id = await db.TakeIdsAsync(Counters.Terms, 1, cancel);
            db.Terms.Add(terms);
            return Outcome.Done(terms.Id);
        }, cancel);

    /// <summary>The person accepts the newest version; for somebody who was invited this opens the room.</summary>
    /// <param name="termsId">The version that they read: accepting one that is not the newest any more is refused.</param>
    public static Task<Outcome> AcceptAsync(Rooms rooms, CoalitionAccess access, long termsId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Invited, "terms.accept", "terms", async db =>
        {
            var place = await db.Memberships.SingleOrDefaultAsync(m => m.Id == access.MemberId && m.LeftAt == null, cancel);
            if (place is null || access.Role == CoalitionRole.Guest)
            {
                return Outcome.Absent;
            }

            if (await db.Terms.OrderByDescending(t => t.Number).Select(t => t.Id).FirstAsync(cancel) != termsId)
            {
                return Outcome.Not(Refusal.OldTerms);
            }

            if (place.AcceptedTermsId != termsId)
            {
                place.AcceptedTermsId = termsId;
                db.TermsAcceptances.Add(new TermsAcceptance
                {
                    Id = await db.TakeIdsAsync(Counters.TermsAcceptances, 1, cancel), CoalitionId = access.CoalitionId, TermsId = termsId, MemberId = place.Id, AcceptedAt = rooms.Time.GetUtcNow(),
                });
            }

            return Outcome.Done(termsId);
        }, cancel);

    /// <summary>Somebody who was invited says no: their place closes, and nothing of the room was ever shown to them.</summary>
    public static Task<Outcome> DeclineAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Invited, "terms.decline", "member", async db =>
        {
            if (access.Role != CoalitionRole.Invited)
            {
                return Outcome.Absent;
            }

            var place = await db.Memberships.SingleAsync(m => m.Id == access.MemberId, cancel);
            place.LeftAt = rooms.Time.GetUtcNow();
            return Outcome.Done(place.Id);
        }, cancel);
}
