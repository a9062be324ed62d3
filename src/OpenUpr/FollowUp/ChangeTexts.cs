using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;

namespace OpenUpr.FollowUp;

/// <summary>What is written into actions, joint drafts, assessments and comments on versions, for the search over a room.</summary>
public sealed class ChangeTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        string At(long follow, string page, long id) => string.Create(CultureInfo.InvariantCulture, $"/follow-up/{follow}/{page}/{id}");
        var actions = await (from a in db.PlannedActions.AsNoTracking() join e in db.ActionEntries on new { ActionId = a.Id, Number = a.Revision } equals new { e.ActionId, e.Number } orderby a.Id select new { a.FollowId, a.Number, Entry = e }).ToListAsync(cancel);
        var assessments = await (from a in db.Assessments.AsNoTracking() join r in db.FollowedRecommendations on a.RowId equals r.Id orderby a.Id select new { r.Number, Assessment = a }).ToListAsync(cancel);
        var evidence = await (from e in db.AssessmentEvidence.AsNoTracking() join a in db.Assessments on e.AssessmentId equals a.Id where e.Text != null orderby e.Id select new { a.FollowId, a.RowId, e.Text }).ToListAsync(cancel);
        var comments = await (from c in db.ActionComments.AsNoTracking() join v in db.ActionVersions on c.VersionId equals v.Id orderby c.Id select new { c.VersionId, v.Title, c.Text, c.Answer }).ToListAsync(cancel);
        var joint = await (from e in JointDrafts.Newest(db) join v in db.ActionVersions on e.VersionId equals v.Id orderby e.Id select new { e.VersionId, v.Title, e.ActionNumber, e.Content }).ToListAsync(cancel);
        var reports = await (from r in db.ProgressReports.AsNoTracking() join a in db.PlannedActions on r.ActionId equals a.Id orderby r.Id select new { a.FollowId, a.Number, Report = r }).ToListAsync(cancel);
        var mechanisms = await db.MechanismRecords.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancel);
        return [
            .. reports.Select(r => new RoomText("progress", ActionPlans.CodeOf(r.Number), $"{r.Report.Done}\n{r.Report.Obstacles}\n{r.Report.Help}", At(r.FollowId, "mechanism/actions", r.Report.ActionId))),
            .. mechanisms.Select(m => new RoomText("mechanism", m.PlanName ?? "", $"{m.LegalBasis}\n{m.Members}\n{m.Resources}\n{m.PlanName}\n{m.Dialogue}", string.Create(CultureInfo.InvariantCulture, $"/follow-up/{m.FollowId}/mechanism"))),
            .. actions.Select(a => new RoomText("action", ActionPlans.CodeOf(a.Number), $"{a.Entry.Text}\n{a.Entry.Ministry}\n{a.Entry.Actors}\n{a.Entry.Plans}\n{a.Entry.Assistance}\n{a.Entry.Law}\n{a.Entry.Budget}\n{a.Entry.Committee}\n{a.Entry.Note}", At(a.FollowId, "actions", a.Entry.ActionId))),
            .. assessments.Select(a => new RoomText("assessment", a.Number ?? "", $"{a.Assessment.Explanation}\n{a.Assessment.Regression}\n{a.Assessment.Effect}", At(a.Assessment.FollowId, "monitoring", a.Assessment.RowId))),
            .. evidence.Select(e => new RoomText("assessment", "", e.Text!, At(e.FollowId, "monitoring", e.RowId))),
            .. joint.Select(e => new RoomText("joint-action", $"{e.Title} {ActionPlans.CodeOf(e.ActionNumber)}", Text(ActionPlans.ReadAction(e.Content)), string.Create(CultureInfo.InvariantCulture, $"/action-versions/{e.VersionId}/actions/{ActionPlans.CodeOf(e.ActionNumber)}"))),
            .. comments.Select(c => new RoomText("action-comment", c.Title, $"{c.Text}\n{c.Answer}", string.Create(CultureInfo.InvariantCulture, $"/action-versions/{c.VersionId}"))),
        ];
    }

    private static string Text(PlanAction a) =>
        string.Join('\n', [a.Text, a.Ministry, .. a.Actors.Select(ActionChanges.Line), .. a.Plans, .. a.Indicators.Select(ActionChanges.Line), a.Assistance, a.Law, a.Budget, a.Committee]);
}
