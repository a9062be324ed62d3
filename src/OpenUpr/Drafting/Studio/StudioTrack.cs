using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>A step, as typed.</summary>
/// <param name="Code">Of a step of <see cref="StudioSteps"/>.</param>
/// <param name="Stamp">What the person read (<see cref="StudioView.Stamp"/>).</param>
/// <param name="Day">2026-11-22; null for today.</param>
/// <param name="Reference">The number that the Office gave, or the paragraphs of the summary.</param>
/// <param name="NamesAreFine">The person was shown who is named in the text, and sends it.</param>
public sealed record StepWish(string? Code, string? Stamp, string? Day, string? Reference, string? Note, bool NamesAreFine);

/// <summary>What is written down of a step.</summary>
internal sealed record TrackFacts(DateOnly On, string? Reference, string? Note);

/// <summary>Steps of a document from writing to the stakeholders' summary, each written down with its day, who took it and what was said (requirement F16).</summary>
public static class StudioTrack
{
    /// <summary>Takes a step. Nobody agrees to words that they have not read: where the document changed meanwhile, the person is told.</summary>
    public static Task<Outcome> TakeAsync(Rooms rooms, CoalitionAccess access, long id, StepWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, DeedOf(wish.Code), StudioRows.Thing, async db =>
        {
            if (await db.StudioDocuments.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } document)
            {
                return Outcome.Absent;
            }

            var role = await StudioRows.RoleAsync(db, access, document, cancel);
            if (!role.MayOrder)
            {
                return Outcome.Absent;
            }

            if (StudioSteps.Open(document, role).FirstOrDefault(m => m.Code == wish.Code) is not { } move)
            {
                return role.MayDecide && StudioSteps.All.Any(m => m.Code == wish.Code) ? Outcome.Not(Refusal.Closed) : Outcome.Absent;
            }

            var fields = new Fields();
            var facts = new TrackFacts(
                fields.Day("day", wish.Day) ?? rooms.Today, move.Reference is null ? null : fields.Required("reference", wish.Reference),
                move.NeedsReason ? fields.Required("reason", wish.Note, Fields.Note) : fields.Optional("reason", wish.Note, Fields.Note));
            if (facts.On > rooms.Today)
            {
                fields.Refuse(Refusal.NoDate, "day", "");
            }

            if ((fields.Wrong ?? await RulesAsync(db, document, move, wish, cancel)) is { } wrong)
            {
                return wrong;
            }

            document.Stage = move.To;
            document.Revision++;
            document.ChangedAt = rooms.Time.GetUtcNow();
            await NoteAsync(rooms, db, access, document, move.From, facts, cancel);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Writes a step down inside the caller's transaction.</summary>
    internal static async Task NoteAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, StudioDocument document, string before, TrackFacts facts, CancellationToken cancel) =>
        db.StudioSteps.Add(new StudioStep
        {
            Id = await db.TakeIdsAsync(Counters.StudioSteps, 1, cancel), CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, DocumentId = document.Id, Before = before, After = document.Stage, On = facts.On, Reference = facts.Reference,
            Note = facts.Note, AuthorId = access.MemberId, At = rooms.Time.GetUtcNow(),
        });

    /// <summary>What has to hold before the coalition agrees to a document or sends it.</summary>
    private static async Task<Outcome?> RulesAsync(OpenUprDb db, StudioDocument document, StudioMove move, StepWish wish, CancellationToken cancel)
    {
        if (move.Code is not (StudioSteps.Agree or StudioSteps.Send))
        {
            return null;
        }

        var sections = await db.StudioSections.AsNoTracking().Where(s => s.DocumentId == document.Id && s.RemovedAt == null).OrderBy(s => s.Place).ToListAsync(cancel);
        var signers = await db.StudioSigners.AsNoTracking().Where(s => s.DocumentId == document.Id).ToListAsync(cancel);
        if (StudioStamp.Of(document, sections, signers) != wish.Stamp)
        {
            return Outcome.Not(Refusal.Conflict);
        }

        string[] there = [StudioDocument.Writing, StudioDocument.Dropped];
        var others = await db.StudioSigners.AsNoTracking().Where(s => db.StudioDocuments.Any(d =>
            d.Id == s.DocumentId && d.Id != document.Id && d.Kind == StudioKinds.SubmissionIndividual && d.PlanId == document.PlanId && !d.IsTemplate && !there.Contains(d.Stage))).ToListAsync(cancel);
        if (StudioSigners.Check(document.Kind, signers, others, move.Code == StudioSteps.Send) is { } refusal)
        {
            return Outcome.Not(refusal, "signers");
        }

        var checks = await db.StudioSafeties.AsNoTracking().Where(s => s.DocumentId == document.Id).ToListAsync(cancel);
        return move.Code == StudioSteps.Send && !wish.NamesAreFine && StudioNames.Of(document, sections, checks).Any(n => !n.IsSettled) ? Outcome.Not(Refusal.OpenNames, "names") : null;
    }

    private static string DeedOf(string? code) => code is not null && StudioSteps.All.Any(m => m.Code == code) ? $"studio.{code}" : "studio.agree";
}
