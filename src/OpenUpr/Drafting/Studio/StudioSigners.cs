using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Checking;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>An organisation that is asked to sign, as typed: a member, or one from outside by its name.</summary>
/// <param name="Consent">asked, agreed or declined.</param>
/// <param name="By">Who answered and how.</param>
/// <param name="On">2026-11-22; null while it was only asked.</param>
/// <param name="Revision">The one that the writer had before them; null for a new one.</param>
public sealed record SignerWish(long? OrganisationId, string? Name, string? Consent, string? By, string? On, int? Revision);

/// <summary>Who signs a document. Nobody stands on the cover of what is sent who has not agreed to it.</summary>
public static class StudioSigners
{
    /// <summary>Organisations on one document; the largest joint submission known to the compendium has 64 (Part 3, 2017).</summary>
    public const int Most = 300;

    public static IReadOnlyList<string> Consents { get; } = [StudioSigner.Asked, StudioSigner.Agreed, StudioSigner.Declined];

    /// <summary>Adds an organisation, or writes down what it answered.</summary>
    /// <param name="signerId">Null for a new one.</param>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long id, long? signerId, SignerWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, signerId is null ? "studio.signer" : "studio.consent", StudioRows.Thing, async db =>
        {
            var (document, refused) = await Studio.OrderedAsync(db, access, id, cancel);
            var all = await db.StudioSigners.Where(s => s.DocumentId == id).OrderBy(s => s.Place).ToListAsync(cancel);
            var row = signerId is null ? new StudioSigner { CoalitionId = access.CoalitionId, DocumentId = id, Name = "", Consent = "", AuthorId = access.MemberId } : all.Find(s => s.Id == signerId);
            if (document is null || document.IsTemplate || row is null)
            {
                return Outcome.Absent;
            }

            if (refused is not null || (signerId is not null && row.Revision != wish.Revision))
            {
                return refused ?? Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            if (signerId is null)
            {
                await NameAsync(db, fields, row, wish, cancel);
                if (all.Any(s => (s.OrganisationId is not null && s.OrganisationId == row.OrganisationId) || string.Equals(s.Name, row.Name, StringComparison.OrdinalIgnoreCase)))
                {
                    fields.Refuse(Refusal.Taken, "name", "");
                }
            }

            row.Consent = fields.OneOf("consent", wish.Consent ?? StudioSigner.Asked, [.. Consents]);
            row.ConsentBy = row.Consent == StudioSigner.Agreed ? fields.Required("by", wish.By) : fields.Optional("by", wish.By);
            row.ConsentOn = row.Consent == StudioSigner.Asked ? null : fields.Day("on", wish.On) ?? rooms.Today;
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (signerId is null && all.Count >= Most)
            {
                return Outcome.Not(Refusal.TooMany, "name");
            }

            row.Revision++;
            if (signerId is null)
            {
                (row.Id, row.ClusterId, row.Place) = (await db.TakeIdsAsync(Counters.StudioSigners, 1, cancel), document.ClusterId, all.Count + 1);
                db.StudioSigners.Add(row);
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>Takes an organisation off the list.</summary>
    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long id, long signerId, CancellationToken cancel) => ChangeAsync(rooms, access, id, "studio.signer-remove", (db, all) =>
    {
        if (all.Find(s => s.Id == signerId) is not { } row)
        {
            return false;
        }

        db.StudioSigners.Remove(row);
        return true;
    }, cancel);

    /// <summary>Moves an organisation up or down the cover.</summary>
    public static Task<Outcome> MoveAsync(Rooms rooms, CoalitionAccess access, long id, long signerId, bool up, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "studio.signer", (_, all) => Order.Move(all, s => s.Id == signerId, up, (s, place) => s.Place = place), cancel);

    /// <summary>
    /// Whether those who sign are those that the kind asks for (requirement F2): a joint submission is made by two organisations or more; an individual one by one, and each
    /// organisation makes one for a review; who signs has said so. Pure.
    /// </summary>
    /// <param name="others">Individual submissions for the same review that are agreed or sent, each with those who sign it.</param>
    /// <param name="isSending">True where consent must be there; before, it is enough that the organisations were asked.</param>
    public static Refusal? Check(string kind, IReadOnlyList<StudioSigner> signers, IReadOnlyList<StudioSigner> others, bool isSending)
    {
        var on = signers.Where(s => s.Consent != StudioSigner.Declined).ToList();
        if (isSending && on.Any(s => s.Consent == StudioSigner.Asked))
        {
            return Refusal.NoConsent;
        }

        return StudioKinds.RulesOf(kind) switch
        {
            DocumentKind.SubmissionJoint when on.Count < 2 => Refusal.TooFewSigners,
            DocumentKind.SubmissionIndividual when on.Count == 0 => Refusal.NoSigner,
            DocumentKind.SubmissionIndividual when on.Count > 1 => Refusal.TooManySigners,
            DocumentKind.SubmissionIndividual when others.Any(o => o.Consent != StudioSigner.Declined && IsSame(o, on[0])) => Refusal.SecondIndividual,
            _ => null,
        };
    }

    private static bool IsSame(StudioSigner one, StudioSigner other) =>
        (one.OrganisationId is not null && one.OrganisationId == other.OrganisationId) || string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static async Task NameAsync(OpenUprDb db, Fields fields, StudioSigner row, SignerWish wish, CancellationToken cancel)
    {
        if (wish.OrganisationId is not { } member)
        {
            row.Name = fields.Required("name", wish.Name);
            return;
        }

        (row.OrganisationId, row.Name) = (member, await db.Organisations.Where(o => o.Id == member && o.LeftOn == null).Select(o => o.Name).SingleOrDefaultAsync(cancel) ?? fields.Refuse(Refusal.Unknown, "organisation", ""));
    }

    private static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, string deed, Func<OpenUprDb, List<StudioSigner>, bool> change, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, StudioRows.Thing, async db =>
        {
            if (await Studio.OrderedAsync(db, access, id, cancel) is not ({ } document, var refused))
            {
                return Outcome.Absent;
            }

            if (refused is { } no)
            {
                return no;
            }

            if (!change(db, await db.StudioSigners.Where(s => s.DocumentId == id).OrderBy(s => s.Place).ThenBy(s => s.Id).ToListAsync(cancel)))
            {
                return Outcome.Absent;
            }

            document.Revision++;
            return Outcome.Done(id);
        }, cancel);
}
