using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Export.Ics;
using OpenUpr.Planning;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Plan;

/// <summary>Puts a plan into the words of a file: a coalition's, or the general plan of a review.</summary>
/// <param name="Session">Null while it is not known.</param>
public sealed record PlanFile(string State, int? Session, IReadOnlyList<PlanFileRow> Rows)
{
    private static readonly Uri s_site = new("http://localhost:5080");

    /// <summary>A coalition's plan, tasks in their order.</summary>
    public static PlanFile Of(ReviewPlan plan, IEnumerable<TaskRow> tasks) => new(plan.State, plan.Session, [.. tasks.Select(t => Row(plan, t))]);

    /// <summary>The plan that any coalition would get that starts in time; what does not apply is not in it.</summary>
    public static PlanFile Of(ReviewTimeline timeline, string state, IReadOnlyList<PlannedTask> tasks) =>
        new(state, timeline.Session.Number, [.. tasks.Where(t => !t.IsDropped).Select(t => Row(timeline, state, t))]);

    /// <summary>The plan for a calendar program: a whole-day event for each task that has a window.</summary>
    /// <param name="asOf">The day that stamps the events.</param>
    public IcsCalendar Calendar(Labels labels, DateOnly asOf)
    {
        var name = Session is { } session ? Numbers.Fill(PlanWords.Export_Name, labels.State(State), session) : Numbers.Fill(PlanWords.Export_NameNone, labels.State(State));
        var events = Rows.Where(r => r is { From: not null, To: not null }).Select(r => new IcsEvent(
            $"{r.Id}@plan.openupr", r.From!.Value, r.To!.Value, null, r.Title, Description(r), new Uri(s_site, $"/calendar?state={State}"), PlanText.Of("Phase", r.Phase), r.Basis is PlanBasis.Range or PlanBasis.Estimated));
        return new IcsCalendar(name, PlanWords.Export_About, new Uri(s_site, $"/calendar?state={State}"), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, asOf, [.. events]);
    }

    private static PlanFileRow Row(ReviewPlan plan, TaskRow row)
    {
        var (task, step) = (row.Task, StepBook.Find(row.Task.Step));
        return new PlanFileRow(
            FormattableString.Invariant($"task-{task.CoalitionId}-{task.Id}"), plan.State, plan.Session, task.Phase, task.Step, PlanText.Title(task), task.From, task.To, task.Basis, task.Fit, task.State, row.Owner, row.Cluster,
            step?.Requirements ?? [], Sources(step), PlanText.Why(task.Step), PlanText.How(task.Step), [.. Checklist.Read(task.Checklist).Select(p => (p.IsDone ? "[x] " : "[ ] ") + PlanText.Point(task.Step, p))], task.Note);
    }

    private static PlanFileRow Row(ReviewTimeline timeline, string state, PlannedTask task) => new(
        FormattableString.Invariant($"{state.ToLowerInvariant()}-{timeline.Session.Number}-{task.Step.Code}"), state, timeline.Session.Number, task.Step.Phase, task.Step.Code, PlanText.Title(task.Step.Code), task.Window?.From, task.Window?.To, task.Basis, task.Fit,
        PlanTask.Open, null, null, task.Step.Requirements, Sources(task.Step), PlanText.Why(task.Step.Code), PlanText.How(task.Step.Code), [.. Checklist.Read(Checklist.Of(task.Step)).Select(p => "[ ] " + PlanText.Point(task.Step.Code, p))], null);

    private static IReadOnlyList<string> Sources(PlanStep? step) => [.. (step?.Sources ?? []).Select(s => $"{s.Key}: {s.Place}")];

    private static string Description(PlanFileRow row) =>
        string.Join("\n\n", new[] { row.Why, row.How, string.Join('\n', row.Checklist), PlanText.Of("Basis", row.Basis), row.Fit is { } fit ? PlanText.Of("Fit", fit) : null, row.Owner }.Where(p => !string.IsNullOrEmpty(p)));
}
