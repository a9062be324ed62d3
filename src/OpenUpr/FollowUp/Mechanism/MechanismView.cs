using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Mechanism;

/// <summary>An action with what its body reported.</summary>
/// <param name="Reports">The newest first.</param>
public sealed record ReportedAction(ActionRow Row, IReadOnlyList<ProgressReport> Reports, bool IsLate, bool IsReportMissing)
{
    public ProgressReport? Newest => Reports is [var newest, ..] ? newest : null;

    public bool IsOpen => Row.Entry.State is not (ActionEntry.Done or ActionEntry.Dropped);
}

/// <summary>A body with all that it answers for.</summary>
/// <param name="Body">Its focal point; null while none is named.</param>
/// <param name="Rows">Recommendations that its actions serve.</param>
public sealed record BodyLine(string Name, ResponsibleBody? Body, string? Member, IReadOnlyList<ReportedAction> Actions, IReadOnlyList<MonitoredRow> Rows)
{
    /// <summary>Whether there is anything to write to it about.</summary>
    public bool IsOverdue => Actions.Any(a => a.IsLate || a.IsReportMissing);
}

/// <summary>Who answers for what in a followed review, and how far it is: the national mechanism's view (requirement L4).</summary>
/// <param name="Unanswered">Recommendations for which nobody answers: no action of them names a body.</param>
public sealed record MechanismView(FollowView Follow, MechanismRecord? Record, ReportDays? Days, IReadOnlyList<BodyLine> Bodies, IReadOnlyList<MonitoredRow> Unanswered, IReadOnlyList<ReportedAction> Actions)
{
    /// <summary>What a number of the dashboard counts, by the word in its link.</summary>
    public static IReadOnlyList<string> Shows { get; } = [ActionEntry.Planned, ActionEntry.Agreed, ActionEntry.Begun, ActionEntry.Done, "late", "missing"];

    public static IReadOnlyList<string> Lights { get; } = ["green", "amber", "red", "mixed", "none"];

    /// <summary>The actions that a number of the dashboard counts, of all bodies or of one.</summary>
    public IReadOnlyList<ReportedAction> Count(string show, string? body = null) =>
        [.. (body is null ? Actions : Bodies.FirstOrDefault(b => b.Name == body)?.Actions ?? []).Where(a => show switch { "late" => a.IsLate, "missing" => a.IsReportMissing, _ => a.Row.Entry.State == show })];

    /// <summary>The recommendations that a number of the dashboard counts: supported, noted, a light, or unanswered.</summary>
    public IReadOnlyList<MonitoredRow> Recommendations(string show, string? body = null) =>
        [.. (show.StartsWith("unanswered", StringComparison.Ordinal) ? Unanswered : body is null ? Bodies.SelectMany(b => b.Rows).DistinctBy(r => r.Row.Row.Id) : Bodies.FirstOrDefault(b => b.Name == body)?.Rows ?? []).Where(r => show switch
        {
            "supported" or "unanswered-supported" => IsSupported(r), "noted" or "unanswered-noted" => !IsSupported(r), "unanswered" => true, _ => r.Light == show,
        })];

    /// <summary>What the State supported is to be done by the next review; what it noted stays tracked beside it (requirement L7).</summary>
    public static bool IsSupported(MonitoredRow row) => row.Row.Row.Position == "supported";
}

/// <summary>Reads the mechanism's view.</summary>
public static class MechanismRows
{
    public static async Task<MechanismView> ReadAsync(Rooms rooms, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        var matrix = await ActionRows.ReadAsync(rooms.Store, access, follow, cancel);
        var monitored = (await AssessmentRows.ReadAsync(rooms.Store, access, follow, cancel)).Rows;
        await using var db = rooms.Store.Open(access);
        var id = follow.Review.Id;
        var record = await db.MechanismRecords.AsNoTracking().SingleOrDefaultAsync(m => m.FollowId == id, cancel);
        var focal = await db.ResponsibleBodies.AsNoTracking().Where(b => b.FollowId == id).ToListAsync(cancel);
        var names = await TaskRows.NamesAsync(db, cancel);
        var reports = (await (from r in db.ProgressReports.AsNoTracking() join a in db.PlannedActions on r.ActionId equals a.Id where a.FollowId == id orderby r.Id descending select r).ToListAsync(cancel)).ToLookup(r => r.ActionId);
        var (today, days) = (rooms.Today, ReportDays.Of(record, rooms.Today));
        var actions = matrix.Actions.Where(a => a.Entry.State != ActionEntry.Dropped).Select(a => Reported(a, [.. reports[a.Action.Id]], days, today)).ToList();
        var byRow = monitored.ToDictionary(m => m.Row.Row.Id);
        var byName = actions.Where(a => a.Row.Entry.Ministry is not null).ToLookup(a => a.Row.Entry.Ministry!);
        var bodies = byName.Select(g => g.Key).Union(focal.Where(f => f.FocalPoint is not null || f.MemberId is not null).Select(f => f.Name)).Order(StringComparer.CurrentCulture).Select(name =>
        {
            var body = focal.Find(f => f.Name == name);
            return new BodyLine(name, body, body?.MemberId is { } member ? names.GetValueOrDefault(member) : null, [.. byName[name]], [.. byName[name].SelectMany(a => a.Row.Rows).Select(r => r.Row.Id).Distinct().Select(r => byRow[r])]);
        }).ToList();
        var answered = bodies.SelectMany(b => b.Rows).Select(r => r.Row.Row.Id).ToHashSet();
        return new MechanismView(follow, record, days, bodies, [.. monitored.Where(m => !answered.Contains(m.Row.Row.Id))], actions);
    }

    /// <summary>A report is missing where the day for it has come and none was written since the day before it, or where the body itself said that there is more to say by a day that has passed.</summary>
    private static ReportedAction Reported(ActionRow row, IReadOnlyList<ProgressReport> reports, ReportDays? days, DateOnly today)
    {
        var isOpen = row.Entry.State is not (ActionEntry.Done or ActionEntry.Dropped);
        var newest = reports is [var first, ..] ? first : null;
        var isDue = days?.Last is not null && !reports.Any(r => days.Before is not { } before || DateOnly.FromDateTime(r.WrittenAt.UtcDateTime) > before);
        return new ReportedAction(row, reports, row.IsLate(today), isOpen && (isDue || newest?.NextOn < today));
    }
}
