using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>A kind of voice in a round of comments: how many were asked, how many spoke (requirement M8).</summary>
/// <param name="IsMissing">A wide round needs it and nobody of it has spoken.</param>
public sealed record ReportVoice(string Kind, int Asked, int Answered, bool IsMissing);

/// <summary>A report in a list.</summary>
/// <param name="Open">Comments without an answer.</param>
/// <param name="Next">What is to be done next, a code of <see cref="ReportNext"/>.</param>
public sealed record ReportLine(FollowReport Report, StudioDocument Document, int Comments, int Open, string Next);

/// <summary>A report with everything around its text.</summary>
/// <param name="Versions">The newest first, without what is in them.</param>
public sealed record ReportView(FollowReport Report, StudioView Document, IReadOnlyList<ReportVersion> Versions, IReadOnlyList<ReportAsk> Asks, IReadOnlyList<ReportCommentRow> Comments, string Next)
{
    public bool IsReleased => Report.ReleasedAt is not null;

    /// <summary>Whether the round of comments runs: it was opened and not ended.</summary>
    public bool IsOpen => Report is { CommentsUntil: not null, CommentsClosedAt: null };

    public int Unanswered => Comments.Count(c => c.Comment.AnsweredAt is null);

    /// <summary>The version that was opened for comments last; null for none.</summary>
    public ReportVersion? Shown => Versions.FirstOrDefault(v => v.Purpose == ReportVersion.Comments);

    public ReportVersion? Released => Versions.FirstOrDefault(v => v.Purpose == ReportVersion.Released);

    public IReadOnlyList<ReportVoice> Voices => [.. ReportVoices.All.Select(k =>
    {
        var (asked, answered) = (Asks.Count(a => a.Kind == k), Comments.Count(c => c.Comment.Kind == k));
        return new ReportVoice(k, asked, answered, answered == 0 && ReportVoices.Wanted.Contains(k));
    })];

    /// <summary>Fields that a gap calls to check more widely, by issue; empty for the whole report.</summary>
    public IReadOnlyList<(string? Issue, int Comments)> Gaps => [.. Comments.Where(c => c.Comment.IsGap).CountBy(c => c.Comment.Issue ?? "").OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => (g.Key.Length == 0 ? null : g.Key, g.Value))];
}

/// <summary>What is to be done next with a report; codes that pages put in words. Pure.</summary>
public static class ReportNext
{
    public const string Write = "write";
    public const string Ask = "ask";
    public const string Listen = "listen";
    public const string Answer = "answer";
    public const string Close = "close";
    public const string Agree = "agree";
    public const string Release = "release";
    public const string Share = "share";
    public const string Spread = "spread";
    public const string Nothing = "nothing";

    /// <param name="open">Comments without an answer.</param>
    /// <param name="isWritten">Whether every section is finished.</param>
    public static string Of(FollowReport report, string stage, bool isWritten, int open, DateOnly today) => report switch
    {
        { SharedAt: not null } => Spread,
        { ReleasedAt: not null } => Share,
        { CommentsUntil: null } when stage == StudioDocument.Dropped => Nothing,
        { CommentsUntil: null, NoRoundReason: null } => isWritten || stage == StudioDocument.Agreed ? Ask : Write,
        _ when open > 0 => Answer,
        { CommentsClosedAt: null, CommentsUntil: { } until } => until >= today ? Listen : Close,
        _ => stage == StudioDocument.Agreed ? Release : Agree,
    };
}

/// <summary>Reports as the coalition reads them.</summary>
public static class ReportRows
{
    /// <summary>Of one followed review, the newest first.</summary>
    public static async Task<IReadOnlyList<ReportLine>> ListAsync(Rooms rooms, CoalitionAccess access, long followId, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var reports = await (from r in db.FollowReports.AsNoTracking() join d in db.StudioDocuments on r.DocumentId equals d.Id where r.FollowId == followId orderby r.Id descending select new { Report = r, Document = d }).ToListAsync(cancel);
        var comments = (await db.ReportComments.AsNoTracking().GroupBy(c => c.ReportId).Select(g => new { g.Key, All = g.Count(), Open = g.Count(c => c.AnsweredAt == null) }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => (g.All, g.Open));
        var writing = (await db.StudioSections.Where(s => s.RemovedAt == null && !s.IsDone).Select(s => s.DocumentId).Distinct().ToListAsync(cancel)).ToHashSet();
        return [.. reports.Select(r =>
        {
            var (all, open) = comments.GetValueOrDefault(r.Report.Id);
            return new ReportLine(r.Report, r.Document, all, open, ReportNext.Of(r.Report, r.Document.Stage, !writing.Contains(r.Document.Id), open, rooms.Today));
        })];
    }

    /// <summary>The report whose text a document is; null for none.</summary>
    public static async Task<FollowReport?> FindAsync(Store store, CoalitionAccess access, long documentId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) ? await db.FollowReports.AsNoTracking().SingleOrDefaultAsync(r => r.DocumentId == documentId, cancel) : null;
    }

    /// <summary>Where a report stands inside the room; null for none, and for guests.</summary>
    public static async Task<string?> PathAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) && await db.FollowReports.Where(r => r.Id == id).Select(r => (long?)r.FollowId).SingleOrDefaultAsync(cancel) is { } follow ? ReportDays.Path(follow, id) : null;
    }

    /// <summary>Null where there is no such report of this review for this person.</summary>
    public static async Task<ReportView?> ReadAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || await db.FollowReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.FollowId == followId, cancel) is not { } report
            || await StudioRows.ReadAsync(rooms.Store, access, report.DocumentId, cancel) is not { } document)
        {
            return null;
        }

        var names = await TaskRows.NamesAsync(db, cancel);
        string? Name(long? member) => member is { } known ? names.GetValueOrDefault(known) : null;
        var versions = await db.ReportVersions.AsNoTracking().Where(v => v.ReportId == id).OrderByDescending(v => v.Id)
            .Select(v => new ReportVersion { Id = v.Id, CoalitionId = v.CoalitionId, ReportId = v.ReportId, Purpose = v.Purpose, Title = v.Title, Content = "", OpenUntil = v.OpenUntil, AuthorId = v.AuthorId, TakenAt = v.TakenAt }).ToListAsync(cancel);
        var asks = await db.ReportAsks.AsNoTracking().Where(a => a.ReportId == id).OrderBy(a => a.Id).ToListAsync(cancel);
        var comments = await db.ReportComments.AsNoTracking().Where(c => c.ReportId == id).OrderBy(c => c.Id).ToListAsync(cancel);
        return new ReportView(
            report, document, versions, asks, [.. comments.Select(c => new ReportCommentRow(c, Name(c.AuthorId), Name(c.AnsweredById)))],
            ReportNext.Of(report, document.Document.Stage, document.Sections.All(s => s.Section.IsDone), comments.Count(c => c.AnsweredAt is null), rooms.Today));
    }
}
