using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What one person put into the rooms of evidence, planning and outreach, beside what <see cref="PersonTraces"/> knows of the coalition itself; as far as the reader sees it.</summary>
internal static class PersonWorks
{
    public static async Task<IReadOnlyList<Trace>> FindAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var works = new List<Trace>();
        var cases = db.EvidenceCases.Where(c => c.ShreddedAt == null && (c.AuthorId == id || c.SafetyCheckedById == id || db.EvidenceFiles.Any(f => f.CaseId == c.Id && f.AuthorId == id)));
        works.AddRange((await cases.OrderBy(c => c.Id).Select(c => new { c.Id, c.Alias }).ToListAsync(cancel)).Select(c => Wrote("evidence", c.Alias, $"/evidence/{c.Id}")));
        works.AddRange((await db.DropBoxes.Where(b => b.AuthorId == id).OrderBy(b => b.Id).Select(b => b.Name).ToListAsync(cancel)).Select(b => Wrote("box", b, $"/evidence/boxes")));
        works.AddRange((await db.ReprisalEntries.Where(r => r.AuthorId == id).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel)).Select(r => Wrote("reprisal", $"{r}", $"/reprisals/{r}")));
        works.AddRange((await db.CoalitionEvents.Where(e => e.AuthorId == id).OrderBy(e => e.Id).Select(e => new { e.Id, e.Title }).ToListAsync(cancel)).Select(e => Wrote("event", e.Title, $"/events/{e.Id}")));
        works.AddRange((await db.Consultations.Where(c => c.AuthorId == id).OrderBy(c => c.Id).Select(c => new { c.Id, c.Title }).ToListAsync(cancel)).Select(c => Wrote("consultation", c.Title, $"/consultation/{c.Id}")));
        works.AddRange((await db.PressTexts.Where(t => t.AuthorId == id).OrderBy(t => t.Id).Select(t => new { t.Id, t.Title }).ToListAsync(cancel)).Select(t => Wrote("press", t.Title, $"/press/{t.Id}")));
        works.AddRange((await db.ReviewPlans.Where(p => p.AuthorId == id).OrderBy(p => p.Id).Select(p => new { p.Id, p.State, p.Session }).ToListAsync(cancel)).Select(p => Wrote("plan", $"{p.State} {p.Session}", $"/plan?plan={p.Id}")));
        var boards = db.DayBoards.Where(b => b.AuthorId == id || db.DayNotes.Any(n => n.BoardId == b.Id && n.AuthorId == id));
        works.AddRange((await boards.OrderBy(b => b.Id).Select(b => new { b.Id, b.State, b.Session }).ToListAsync(cancel)).Select(b => Wrote("board", $"{b.State} {b.Session}", $"/review-day/{b.Id}")));
        var said = db.UptakeMatches.Where(m => m.AuthorId == id).Join(db.DraftRecommendations, m => m.DraftId, d => d.Id, (m, d) => new { m.FollowId, d.Id, Name = d.Issue ?? d.Text }).Distinct();
        works.AddRange((await said.OrderBy(m => m.Id).ToListAsync(cancel)).Select(m => Wrote("uptake", m.Name, $"/follow-up/{m.FollowId}/uptake/{m.Id}")));
        var follows = db.FollowedReviews.Where(f => f.AuthorId == id || db.FollowedRecommendations.Any(r => r.FollowId == f.Id && (db.OutcomeEntries.Any(e => e.FollowedId == r.Id && e.AuthorId == id) || db.RecommendationTranslations.Any(t => t.FollowedId == r.Id && (t.AuthorId == id || t.CheckedById == id))))
            || db.LobbySteps.Any(s => s.FollowId == f.Id && s.AuthorId == id) || db.RecommendationObligations.Any(o => o.FollowId == f.Id && o.AuthorId == id) || db.DisseminationSteps.Any(s => s.FollowId == f.Id && s.AuthorId == id) || db.AdoptionDays.Any(a => a.FollowId == f.Id && a.AuthorId == id) || db.SettledPositions.Any(s => s.FollowId == f.Id && s.AuthorId == id));
        works.AddRange((await follows.OrderBy(f => f.Id).Select(f => new { f.Id, f.State, f.Session }).ToListAsync(cancel)).Select(f => Wrote("follow-up", $"{f.State} {f.Session}", $"/follow-up/{f.Id}/positions")));
        await AddFollowUpAsync(db, id, works, cancel);
        return works;
    }

    private static async Task AddFollowUpAsync(OpenUprDb db, long id, List<Trace> works, CancellationToken cancel)
    {
        var actions = db.PlannedActions.Where(a => db.ActionEntries.Any(e => e.ActionId == a.Id && e.AuthorId == id));
        works.AddRange((await actions.OrderBy(a => a.Id).Select(a => new { a.Id, a.FollowId, a.Number }).ToListAsync(cancel)).Select(a => Wrote("action", FollowUp.Actions.ActionPlans.CodeOf(a.Number), $"/follow-up/{a.FollowId}/actions/{a.Id}")));
        var assessments = db.Assessments.Where(a => a.AuthorId == id || a.ConfirmedById == id).Join(db.FollowedRecommendations, a => a.RowId, r => r.Id, (a, r) => new { a.Id, a.FollowId, a.RowId, r.Number });
        works.AddRange((await assessments.OrderBy(a => a.Id).ToListAsync(cancel)).Select(a => Wrote("assessment", a.Number ?? "", $"/follow-up/{a.FollowId}/monitoring/{a.RowId}")));
        var reported = db.PlannedActions.Where(a => db.ProgressReports.Any(r => r.ActionId == a.Id && r.AuthorId == id));
        works.AddRange((await reported.OrderBy(a => a.Id).Select(a => new { a.Id, a.FollowId, a.Number }).ToListAsync(cancel)).Select(a => Wrote("progress", FollowUp.Actions.ActionPlans.CodeOf(a.Number), $"/follow-up/{a.FollowId}/mechanism/actions/{a.Id}")));
        var mechanisms = db.FollowedReviews.Where(f => db.MechanismRecords.Any(m => m.FollowId == f.Id && m.AuthorId == id) || db.ResponsibleBodies.Any(b => b.FollowId == f.Id && (b.AuthorId == id || b.MemberId == id)) || db.ReportGuests.Any(g => g.FollowId == f.Id && (g.AuthorId == id || g.MemberId == id)));
        works.AddRange((await mechanisms.OrderBy(f => f.Id).Select(f => new { f.Id, f.State, f.Session }).ToListAsync(cancel)).Select(f => Wrote("mechanism", $"{f.State} {f.Session}", $"/follow-up/{f.Id}/mechanism")));
        var comments = db.ActionVersions.Where(v => db.ActionComments.Any(c => c.VersionId == v.Id && (c.AuthorId == id || c.AnsweredById == id)));
        var reports = db.FollowReports.Where(r => r.AuthorId == id || r.ReleasedById == id || db.ReportVersions.Any(v => v.ReportId == r.Id && v.AuthorId == id) || db.ReportAsks.Any(a => a.ReportId == r.Id && a.AuthorId == id)
            || db.ReportComments.Any(c => c.ReportId == r.Id && (c.AuthorId == id || c.AnsweredById == id))).Join(db.StudioDocuments, r => r.DocumentId, d => d.Id, (r, d) => new { r.Id, r.FollowId, d.Title });
        works.AddRange((await reports.OrderBy(r => r.Id).ToListAsync(cancel)).Select(r => Wrote("report", r.Title, $"/follow-up/{r.FollowId}/reports/{r.Id}")));
        works.AddRange((await comments.OrderBy(v => v.Id).Select(v => new { v.Id, v.Title }).ToListAsync(cancel)).Select(v => Wrote("action-comment", v.Title, $"/action-versions/{v.Id}")));
    }

    private static Trace Wrote(string kind, string title, FormattableString path) => new(kind, "wrote", title, FormattableString.Invariant(path));
}
