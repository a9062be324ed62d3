using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Lists;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Monitoring;

/// <summary>An assessment, as typed.</summary>
/// <param name="OrganisationId">The member organisation that judges; null for the coalition as a whole.</param>
/// <param name="IsRegression">Whether it is worse than at the review; then why is asked for.</param>
public sealed record AssessmentWish(long RowId, long? OrganisationId, string? Value, string? Explanation, bool IsRegression, string? Regression, string? Effect)
{
    /// <summary>A first piece of what it rests on; null for none yet.</summary>
    public EvidenceWish? Evidence { get; init; }

    /// <summary>The row of a list of recommendations that it comes from; null for none.</summary>
    public long? MatrixRowId { get; init; }
}

/// <summary>What an assessment rests on, as typed.</summary>
/// <param name="CaseId">For the kind "case".</param>
public sealed record EvidenceWish(string? Kind, string? Text, string? Address, long? CaseId);

/// <summary>Writing of assessments: only added, confirmed by somebody else than the author (requirements M2, M3).</summary>
public static class Assessments
{
    internal const string Thing = "assessment";

    public const string Case = "case";

    /// <summary>Assessments of one recommendation.</summary>
    public const int Most = 500;

    /// <summary>Kinds of evidence (requirement M3): first-hand; second-hand, verified; official of a government or of an organisation; links to bills, decisions and papers of treaty bodies; a case of the evidence room.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["first-hand", "second-hand", "government", "organisation", "bill", "decision", "treaty-body", Case];

    /// <param name="client">The form's own number: what is sent twice is stored once.</param>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long followId, AssessmentWish wish, string? client, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "assessment.add", Thing, async db =>
        {
            if ((await ActionWriting.WrongAsync(db, followId, cancel) ?? await StrangerAsync(db, followId, wish, cancel)) is { } no)
            {
                return no;
            }

            if (Arrivals.IsClient(client) && await db.Assessments.Where(a => a.ClientId == client && a.AuthorId == access.MemberId && a.RowId == wish.RowId).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancel) is { } sent)
            {
                return Outcome.Done(sent);
            }

            var fields = new Fields();
            var made = Read(fields, wish);
            var evidence = wish.Evidence is null ? null : await ReadAsync(db, fields, wish.Evidence, cancel);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (await db.Assessments.CountAsync(a => a.RowId == wish.RowId, cancel) >= Most)
            {
                return Outcome.Not(Refusal.TooMany, "value");
            }

            (made.Id, made.CoalitionId, made.FollowId) = (await db.TakeIdsAsync(Counters.Assessments, 1, cancel), access.CoalitionId, followId);
            made.RoundId = await db.AssessmentRounds.Where(r => r.FollowId == followId && r.ClosedAt == null).OrderByDescending(r => r.Year).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancel);
            (made.AuthorId, made.WrittenAt, made.ClientId) = (access.MemberId, rooms.Time.GetUtcNow(), Arrivals.Client(client));
            db.Assessments.Add(made);
            if (evidence is not null)
            {
                await AddAsync(db, access, made.Id, evidence, cancel);
            }

            return Outcome.Done(made.Id);
        }, cancel);

    /// <summary>Adds what an assessment rests on. After it was confirmed nothing is added: whoever confirmed it saw all of it.</summary>
    public static Task<Outcome> AddEvidenceAsync(Rooms rooms, CoalitionAccess access, long followId, long id, EvidenceWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "assessment.evidence", Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            if (await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.FollowId == followId, cancel) is not { } found)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var evidence = await ReadAsync(db, fields, wish, cancel);
            if ((fields.Wrong ?? (found.ConfirmedAt is null ? null : Outcome.Not(Refusal.Closed, "kind"))) is { } wrong)
            {
                return wrong;
            }

            await AddAsync(db, access, id, evidence, cancel);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Confirms an assessment. Refused to its author: four eyes see more than two.</summary>
    public static Task<Outcome> ConfirmAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "assessment.confirm", Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            if (await db.Assessments.SingleOrDefaultAsync(a => a.Id == id && a.FollowId == followId, cancel) is not { } found)
            {
                return Outcome.Absent;
            }

            if (found.ConfirmedAt is not null || found.AuthorId == access.MemberId || access.MemberId is null)
            {
                return Outcome.Not(found.ConfirmedAt is not null ? Refusal.Closed : Refusal.NotAllowed);
            }

            (found.ConfirmedAt, found.ConfirmedById) = (rooms.Time.GetUtcNow(), access.MemberId);
            return Outcome.Done(id);
        }, cancel);

    private static Assessment Read(Fields fields, AssessmentWish wish)
    {
        var value = fields.OneOf("value", wish.Value, [.. ValueScale.All.Select(v => v.Code)]);
        return new Assessment
        {
            RowId = wish.RowId, OrganisationId = wish.OrganisationId, Value = value, Explanation = fields.Required("explanation", wish.Explanation, Fields.Note),
            Regression = wish.IsRegression ? fields.Required("regression", wish.Regression, Fields.Note) : null, Effect = fields.Optional("effect", wish.Effect, Fields.Note), MatrixRowId = wish.MatrixRowId, ClientId = "",
        };
    }

    private static async Task<AssessmentEvidence> ReadAsync(OpenUprDb db, Fields fields, EvidenceWish wish, CancellationToken cancel)
    {
        var kind = fields.OneOf("kind", wish.Kind, [.. Kinds]);
        var isCase = kind == Case;
        var made = new AssessmentEvidence { Kind = kind, Text = isCase ? null : fields.Required("source", wish.Text, Fields.Note), Address = isCase ? null : fields.Address("address", wish.Address), CaseId = isCase ? wish.CaseId : null };
        if (isCase && !await db.EvidenceCases.AnyAsync(c => c.Id == wish.CaseId && !c.IsSealed && c.ShreddedAt == null && c.TrashedAt == null, cancel))
        {
            fields.Refuse(Refusal.Unknown, "case", 0);
        }

        return made;
    }

    private static async Task AddAsync(OpenUprDb db, CoalitionAccess access, long id, AssessmentEvidence evidence, CancellationToken cancel)
    {
        (evidence.Id, evidence.CoalitionId, evidence.AssessmentId, evidence.AuthorId) = (await db.TakeIdsAsync(Counters.AssessmentEvidence, 1, cancel), access.CoalitionId, id, access.MemberId);
        db.AssessmentEvidence.Add(evidence);
    }

    /// <summary>Absent where the recommendation or the organisation is not the coalition's; null where all is well.</summary>
    private static async Task<Outcome?> StrangerAsync(OpenUprDb db, long followId, AssessmentWish wish, CancellationToken cancel) =>
        !await db.FollowedRecommendations.AnyAsync(r => r.Id == wish.RowId && r.FollowId == followId, cancel) ? Outcome.Absent
        : wish.OrganisationId is { } organisation && !await db.Organisations.AnyAsync(o => o.Id == organisation && o.LeftOn == null, cancel) ? Outcome.Not(Refusal.Unknown, "organisation") : null;
}
