using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>Steps of approval, each written down with the version that was read, who took it and when.</summary>
public static class Approvals
{
    /// <summary>Takes a step. Nobody agrees to words that they have not read: where the draft changed meanwhile, the person is told.</summary>
    /// <param name="step">Code of a step of <see cref="DraftSteps"/>.</param>
    /// <param name="number">The version that the person read.</param>
    public static Task<Outcome> TakeAsync(Rooms rooms, CoalitionAccess access, long id, string? step, int number, string? reason, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, DeedOf(step), DraftRows.Thing, async db =>
        {
            if (await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
            {
                return Outcome.Absent;
            }

            var role = await DraftRows.RoleAsync(db, access, draft, cancel);
            var known = DraftSteps.All.Where(s => s.Code == step && role.May(s)).ToList();
            if (known.Count == 0)
            {
                return Outcome.Absent;
            }

            if (DraftSteps.Open(draft, role).FirstOrDefault(s => s.Code == step) is not { } open)
            {
                return Outcome.Not(Refusal.Closed);
            }

            if (draft.Number != number)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            var why = open.NeedsReason ? fields.Required("reason", reason, Fields.Note) : fields.Optional("reason", reason, Fields.Note);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            (draft.State, draft.AgreedNumber) = (open.To, open.Code is DraftSteps.AgreeCluster or DraftSteps.AgreeCoalition ? number : draft.AgreedNumber);
            draft.Revision++;
            await NoteAsync(rooms, db, access, draft, open.From, DraftMove.ByPerson, why, cancel);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Writes a step down inside the caller's transaction.</summary>
    internal static async Task NoteAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, DraftRecommendation draft, string before, string why, string? note, CancellationToken cancel) =>
        db.DraftMoves.Add(new DraftMove
        {
            Id = await db.TakeIdsAsync(Counters.DraftMoves, 1, cancel), CoalitionId = draft.CoalitionId, ClusterId = draft.ClusterId, DraftId = draft.Id, Before = before, After = draft.State, Number = draft.Number, Why = why, Note = note,
            AuthorId = access.MemberId, At = rooms.Time.GetUtcNow(),
        });

    private static string DeedOf(string? step) => step switch
    {
        DraftSteps.AgreeCluster => "draft.agree-cluster",
        DraftSteps.AgreeCoalition => "draft.agree-coalition",
        DraftSteps.BackFromCluster or DraftSteps.BackFromCoalition => "draft.back",
        DraftSteps.Withdraw => "draft.withdraw",
        DraftSteps.TakeUp => "draft.take-up",
        _ => "draft.send",
    };
}
