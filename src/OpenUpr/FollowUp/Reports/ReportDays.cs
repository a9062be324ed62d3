using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Planning;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>When reports of a review are due.</summary>
public static class ReportDue
{
    /// <summary>The step of the timeline that says so: two to two and a half years after the review, half-way to the next (fact sheet 3; UPR Info, civil society compendium, Part 3, 2017; requirement M5).</summary>
    private const string Step = "mid-term-report";

    /// <summary>The days in which a mid-term report is due; null where the day of the review is not known.</summary>
    public static Days? MidTerm(ReferenceData reference, string state, int session) =>
        ReviewTimeline.Of(reference, state, session)?.Steps.FirstOrDefault(s => s.Key == Step)?.Date is { } date ? new Days(date.Earliest, date.Latest ?? date.Earliest) : null;
}

/// <summary>When mid-term reports are due, and last days for comments, for the calendar.</summary>
public sealed class ReportDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var things = new List<DatedThing>();
        foreach (var follow in await db.FollowedReviews.AsNoTracking().Where(f => f.ClosedAt == null).ToListAsync(cancel))
        {
            if (ReportDue.MidTerm(rooms.Store.Reference, follow.State, follow.Session) is { } days && days.From <= span.To && days.To >= span.From)
            {
                var isDone = await db.FollowReports.AnyAsync(r => r.FollowId == follow.Id && r.Kind == StudioKinds.MidTermReport && r.ReleasedAt != null, cancel);
                things.Add(new DatedThing(DatedKinds.Report, TaskDays.Key("mid-term", follow.Id), days, null, null, Path(follow.Id)) { IsDone = isDone, State = follow.State, Session = follow.Session });
            }
        }

        var open = await (
            from r in db.FollowReports.AsNoTracking()
            join d in db.StudioDocuments on r.DocumentId equals d.Id
            where r.CommentsUntil != null && r.CommentsUntil >= span.From && r.CommentsUntil <= span.To && r.ReleasedAt == null && db.FollowedReviews.Any(f => f.Id == r.FollowId && f.ClosedAt == null)
            select new { r.Id, r.FollowId, r.CommentsUntil, r.CommentsClosedAt, r.Revision, d.Title }).ToListAsync(cancel);
        things.AddRange(open.Select(r => new DatedThing(DatedKinds.Report, TaskDays.Key("report-comments", r.Id), new Days(r.CommentsUntil!.Value, r.CommentsUntil.Value), r.Title, null, Path(r.FollowId, r.Id)) { IsDone = r.CommentsClosedAt is not null, Revision = r.Revision }));
        return things;
    }

    internal static string Path(long followId, long? id = null) => string.Create(CultureInfo.InvariantCulture, $"/follow-up/{followId}/reports{(id is null ? "" : "/")}{id}");
}

/// <summary>Comments on reports that nobody answered, and reports that are ready to be released, for "what now".</summary>
public sealed class WaitingReports(Rooms rooms) : IWaitingThings
{
    public const string Answer = "report-comment";
    public const string Release = "report-release";

    public async Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var things = new List<WaitingThing>();
        foreach (var follow in await db.FollowedReviews.AsNoTracking().Where(f => f.ClosedAt == null && db.FollowReports.Any(r => r.FollowId == f.Id && r.ReleasedAt == null)).Select(f => f.Id).ToListAsync(cancel))
        {
            foreach (var line in await ReportRows.ListAsync(rooms, access, follow, cancel))
            {
                if (line is { Open: > 0, Report.ReleasedAt: null })
                {
                    things.Add(new WaitingThing(Answer, line.Document.Title, null, null, line.Report.CommentsUntil, ReportDays.Path(follow, line.Report.Id)) { Count = line.Open });
                }
                else if (line.Next == ReportNext.Release && access.Is(CoalitionRole.Editor))
                {
                    things.Add(new WaitingThing(Release, line.Document.Title, access.MemberId, null, null, ReportDays.Path(follow, line.Report.Id)));
                }
            }
        }

        return things;
    }
}

/// <summary>What is said about reports before their release, for the search over a room.</summary>
public sealed class ReportTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var comments = await (
            from c in db.ReportComments.AsNoTracking()
            join r in db.FollowReports on c.ReportId equals r.Id
            join d in db.StudioDocuments on r.DocumentId equals d.Id
            orderby c.Id
            select new { r.Id, r.FollowId, d.Title, c.Who, c.Text, c.Answer }).ToListAsync(cancel);
        var asks = await (
            from a in db.ReportAsks.AsNoTracking()
            join r in db.FollowReports on a.ReportId equals r.Id
            join d in db.StudioDocuments on r.DocumentId equals d.Id
            orderby a.Id
            select new { r.Id, r.FollowId, d.Title, a.Who }).ToListAsync(cancel);
        return
        [
            .. comments.Select(c => new RoomText("report-comment", c.Title, $"{c.Who}\n{c.Text}\n{c.Answer}", ReportDays.Path(c.FollowId, c.Id))),
            .. asks.Select(a => new RoomText("report-comment", a.Title, a.Who, ReportDays.Path(a.FollowId, a.Id))),
        ];
    }
}
