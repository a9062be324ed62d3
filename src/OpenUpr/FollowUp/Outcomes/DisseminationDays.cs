using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.Coalitions;
using OpenUpr.Planning;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>Days by which lines of a dissemination plan are to be done, for the calendar.</summary>
public sealed class DisseminationDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var steps = await db.DisseminationSteps.AsNoTracking().Where(s => s.DueOn != null && s.DueOn >= span.From && s.DueOn <= span.To && db.FollowedReviews.Any(f => f.Id == s.FollowId && f.ClosedAt == null)).ToListAsync(cancel);
        return [.. steps.Select(s => new DatedThing(DatedKinds.Task, FormattableString.Invariant($"dissemination-{s.Id}"), new Days(s.DueOn!.Value, s.DueOn.Value), $"{s.What} ({s.Whom})", null, FormattableString.Invariant($"/follow-up/{s.FollowId}/dissemination"))
        {
            IsDone = s.DoneOn is not null, OwnerId = s.AuthorId,
        })];
    }
}
