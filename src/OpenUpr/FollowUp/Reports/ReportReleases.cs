using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>A release, as typed.</summary>
/// <param name="Stamp">What the person read (<see cref="StudioView.Stamp"/>).</param>
/// <param name="Reason">Why there was no round of comments; not asked for where there was one.</param>
/// <param name="NamesAreFine">The person was shown who is named in it, and releases it.</param>
public sealed record ReleaseWish(string? Stamp, string? Reason, bool NamesAreFine);

/// <summary>The release of a report (requirement M8): agreed to, its round of comments ended with every comment answered, or a reason why there was none. What is released stays as it was with its numbers, whatever is judged later.</summary>
public static class ReportReleases
{
    /// <summary>Releases the report as it is now.</summary>
    public static async Task<Outcome> ReleaseAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long id, ReleaseWish wish, CancellationToken cancel)
    {
        var (taken, refused) = await ReportTaking.TakeAsync(rooms, access, follow, id, wish.NamesAreFine, cancel);
        return taken is null ? refused : await ReportRounds.WriteAsync(rooms, access, CoalitionRole.Editor, "report.release", follow.Review.Id, id, async (db, report) =>
        {
            var document = await db.StudioDocuments.SingleAsync(d => d.Id == report.DocumentId, cancel);
            var fields = new Fields();
            var reason = report.CommentsUntil is null ? fields.Required("reason", wish.Reason, Fields.Note) : null;
            if ((await WrongAsync(db, report, document, wish, cancel) ?? fields.Wrong) is { } wrong)
            {
                return wrong;
            }

            await ReportRounds.CloseVersionsAsync(db, id, cancel);
            db.ReportVersions.Add(await taken.MakeAsync(db, ReportVersion.Released, null, cancel));
            (report.NoRoundReason, report.ReleasedAt, report.ReleasedById) = (reason, rooms.Time.GetUtcNow(), access.MemberId);
            (document.Stage, document.ChangedAt) = (StudioDocument.Sent, rooms.Time.GetUtcNow());
            document.Revision++;
            await StudioTrack.NoteAsync(rooms, db, access, document, StudioDocument.Agreed, new TrackFacts(rooms.Today, null, null), cancel);
            return Outcome.Done(id);
        }, cancel);
    }

    /// <summary>Gives the released report to everybody who has a place in the coalition: members read it anyway, each guest from now on.</summary>
    public static Task<Outcome> ShareAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel) =>
        ReportRounds.WriteAsync(rooms, access, CoalitionRole.Editor, "report.share", followId, id, async (db, report) =>
        {
            if (report.ReleasedAt is null || report.SharedAt is not null || await db.ReportVersions.Where(v => v.ReportId == id && v.Purpose == ReportVersion.Released).Select(v => (long?)v.Id).SingleOrDefaultAsync(cancel) is not { } version)
            {
                return Outcome.Not(Refusal.Closed);
            }

            var guest = CoalitionRole.Guest.Code();
            var guests = await db.Memberships.Where(m => m.CoalitionId == access.CoalitionId && m.Role == guest && m.LeftAt == null && !db.Shares.Any(s => s.Thing == ReportVersions.Thing && s.ThingId == version && s.MemberId == m.Id)).Select(m => m.Id).ToListAsync(cancel);
            var first = guests.Count == 0 ? 0 : await db.TakeIdsAsync(Counters.Shares, guests.Count, cancel);
            db.Shares.AddRange(guests.Select((m, i) => new Share { Id = first + i, CoalitionId = access.CoalitionId, Thing = ReportVersions.Thing, ThingId = version, MemberId = m, AuthorId = access.MemberId, SharedAt = rooms.Time.GetUtcNow() }));
            report.SharedAt = rooms.Time.GetUtcNow();
            return Outcome.Done(id);
        }, cancel);

    private static async Task<Outcome?> WrongAsync(OpenUprDb db, FollowReport report, StudioDocument document, ReleaseWish wish, CancellationToken cancel)
    {
        if (report.ReleasedAt is not null)
        {
            return Outcome.Not(Refusal.Closed);
        }

        if (document.Stage != StudioDocument.Agreed)
        {
            return Outcome.Not(Refusal.NotAgreed);
        }

        if (report is { CommentsUntil: not null, CommentsClosedAt: null })
        {
            return Outcome.Not(Refusal.OpenRound);
        }

        if (await db.ReportComments.AnyAsync(c => c.ReportId == report.Id && c.AnsweredAt == null, cancel))
        {
            return Outcome.Not(Refusal.OpenComments);
        }

        var sections = await db.StudioSections.AsNoTracking().Where(s => s.DocumentId == document.Id && s.RemovedAt == null).ToListAsync(cancel);
        var signers = await db.StudioSigners.AsNoTracking().Where(s => s.DocumentId == document.Id).ToListAsync(cancel);
        return StudioStamp.Of(document, sections, signers) != wish.Stamp ? Outcome.Not(Refusal.Conflict) : StudioSigners.Check(document.Kind, signers, [], isSending: true) is { } refusal ? Outcome.Not(refusal, "signers") : null;
    }
}
