using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>What somebody says about a report, as typed.</summary>
/// <param name="Kind">One of <see cref="ReportVoices"/>.</param>
/// <param name="Who">The body outside whose words a member types in; null for words of one's own.</param>
public sealed record ReportSaying(string? Kind, string? Who, string? Issue, string? Text, string? Client);

/// <summary>The round of comments before a report is released (requirement M8): opened until a day, asked of organisations, the national human rights institution and agencies of the United Nations, each comment answered.</summary>
public static class ReportRounds
{
    /// <summary>Bodies that are asked for one report.</summary>
    public const int MostAsks = 300;

    /// <summary>Comments on one report.</summary>
    public const int MostComments = 1_000;

    /// <summary>Opens the report for comments until a day, as it is now. Opened once more, it is shown as it is then.</summary>
    /// <param name="until">2026-11-22.</param>
    /// <param name="namesAreFine">The person was shown who is named in it, and shows it.</param>
    public static async Task<Outcome> OpenAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long id, string? until, bool namesAreFine, CancellationToken cancel)
    {
        var fields = new Fields();
        var day = fields.RequiredDay("until", until);
        if (fields.Wrong is null && day < rooms.Today)
        {
            fields.Refuse(Refusal.NoDate, "until", 0);
        }

        if (fields.Wrong is { } wrong)
        {
            return wrong;
        }

        var (taken, refused) = await ReportTaking.TakeAsync(rooms, access, follow, id, namesAreFine, cancel);
        return taken is null ? refused : await WriteAsync(rooms, access, CoalitionRole.Editor, "report.open", follow.Review.Id, id, async (db, report) =>
        {
            if (report.ReleasedAt is not null)
            {
                return Outcome.Not(Refusal.Closed, "until");
            }

            await CloseVersionsAsync(db, id, cancel);
            db.ReportVersions.Add(await taken.MakeAsync(db, ReportVersion.Comments, day, cancel));
            (report.CommentsUntil, report.CommentsClosedAt, report.NoRoundReason) = (day, null, null);
            return Outcome.Done(id);
        }, cancel);
    }

    /// <summary>Ends the round: nobody comments any more; answers are given still.</summary>
    public static Task<Outcome> CloseAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel) =>
        WriteAsync(rooms, access, CoalitionRole.Editor, "report.close", followId, id, async (db, report) =>
        {
            if (report is { CommentsUntil: null } or { CommentsClosedAt: not null } or { ReleasedAt: not null })
            {
                return Outcome.Not(Refusal.Closed);
            }

            await CloseVersionsAsync(db, id, cancel);
            report.CommentsClosedAt = rooms.Time.GetUtcNow();
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Writes down that a body was asked.</summary>
    public static Task<Outcome> AskAsync(Rooms rooms, CoalitionAccess access, long followId, long id, string? kind, string? who, string? on, CancellationToken cancel) =>
        WriteAsync(rooms, access, CoalitionRole.Contributor, "report.ask", followId, id, async (db, report) =>
        {
            var fields = new Fields();
            var ask = new ReportAsk
            {
                CoalitionId = access.CoalitionId, ReportId = id, Kind = fields.OneOf("asked-kind", kind, [.. ReportVoices.All]), Who = fields.Required("asked", who), On = fields.Day("asked-on", on) ?? rooms.Today, AuthorId = access.MemberId,
            };
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (report.ReleasedAt is not null || await db.ReportAsks.CountAsync(a => a.ReportId == id, cancel) >= MostAsks)
            {
                return Outcome.Not(report.ReleasedAt is not null ? Refusal.Closed : Refusal.TooMany, "asked");
            }

            ask.Id = await db.TakeIdsAsync(Counters.ReportAsks, 1, cancel);
            db.ReportAsks.Add(ask);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Comments on the version that is open: a member, a guest with whom it is shared, or a member for somebody outside. Who lost sight of it has lost the right with it.</summary>
    public static Task<Outcome> SayAsync(Rooms rooms, CoalitionAccess access, long versionId, ReportSaying saying, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Guest, "report.comment", Reports.Thing, async db =>
        {
            if (await ReportVersions.ReadAsync(rooms, access, versionId, cancel) is not { MayComment: true } view)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var isMember = access.Is(CoalitionRole.Contributor);
            var comment = new ReportComment
            {
                CoalitionId = access.CoalitionId, ReportId = view.Version.ReportId, VersionId = versionId, Kind = fields.OneOf("kind", saying.Kind, [.. ReportVoices.All]), Who = isMember ? fields.Optional("who", saying.Who) : null,
                Issue = view.Content.Data.Issues.FirstOrDefault(i => i == saying.Issue), Text = fields.Required("text", saying.Text, Fields.Note), AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), ClientId = Arrivals.Client(saying.Client),
            };
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (view.Comments.Any(c => c.Comment.ClientId == comment.ClientId && c.Comment.AuthorId == access.MemberId))
            {
                return Outcome.Done(view.Version.ReportId);
            }

            if (await db.ReportComments.CountAsync(c => c.ReportId == comment.ReportId, cancel) >= MostComments)
            {
                return Outcome.Not(Refusal.TooMany, "text");
            }

            comment.Id = await db.TakeIdsAsync(Counters.ReportComments, 1, cancel);
            db.ReportComments.Add(comment);
            return Outcome.Done(view.Version.ReportId);
        }, cancel);

    /// <summary>Answers a comment, once. Whoever wrote it reads the answer.</summary>
    /// <param name="isGap">A gap in one field is a sign: the whole field needs a wider check.</param>
    public static Task<Outcome> AnswerAsync(Rooms rooms, CoalitionAccess access, long followId, long id, long commentId, string? answer, bool isGap, CancellationToken cancel) =>
        WriteAsync(rooms, access, CoalitionRole.Contributor, "report.answer", followId, id, async (db, _) =>
        {
            if (await db.ReportComments.SingleOrDefaultAsync(c => c.Id == commentId && c.ReportId == id, cancel) is not { } comment)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var text = fields.Required("answer", answer, Fields.Note);
            if ((fields.Wrong ?? (comment.AnsweredAt is null ? null : Outcome.Not(Refusal.Closed, "answer"))) is { } wrong)
            {
                return wrong;
            }

            (comment.Answer, comment.AnsweredAt, comment.AnsweredById, comment.IsGap) = (text, rooms.Time.GetUtcNow(), access.MemberId, isGap);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>One deed on a report whose review is worked on; anything else is absent.</summary>
    internal static Task<Outcome> WriteAsync(Rooms rooms, CoalitionAccess access, CoalitionRole least, string deed, long followId, long id, Func<OpenUprDb, FollowReport, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, least, deed, Reports.Thing, async db =>
        {
            if (await db.FollowReports.SingleOrDefaultAsync(r => r.Id == id && r.FollowId == followId, cancel) is not { } report || !await db.FollowedReviews.AnyAsync(f => f.Id == followId && f.ClosedAt == null, cancel))
            {
                return Outcome.Absent;
            }

            var outcome = await work(db, report);
            report.Revision += outcome.IsDone ? 1 : 0;
            return outcome;
        }, cancel);

    internal static async Task CloseVersionsAsync(OpenUprDb db, long id, CancellationToken cancel)
    {
        foreach (var version in await db.ReportVersions.Where(v => v.ReportId == id && v.OpenUntil != null).ToListAsync(cancel))
        {
            version.OpenUntil = null;
        }
    }
}
