using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Plan;

/// <summary>One task: why, how, checklist, when, who, and what became of it.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/plan/tasks/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/plan/tasks/1", Method = "POST")]
public sealed class TaskModel(Rooms rooms, PlanLinks links) : CoalitionForm(rooms)
{
    public TaskView View { get; private set; } = null!;

    public PlanStep? Step { get; private set; }

    /// <summary>Where the work is done; null where nowhere in the product.</summary>
    public string? Place { get; private set; }

    public DateOnly Today => Rooms.Today;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await TaskRows.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Step = StepBook.Find(view.Task.Step);
        Place = links.Of(Step, view.Plan, Access.Slug);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "state" => await TaskWriting.SetStateAsync(Rooms, Access, id, Text("state"), cancel),
            "tick" => await TickAsync(id, cancel),
            "note" => await TaskWriting.NoteAsync(Rooms, Access, id, Text("note"), (int?)Number("revision"), cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, FormattableString.Invariant($"/plan/tasks/{id}"), "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }

    /// <summary>The form says what was ticked when it was shown, so that only what the person changed is changed.</summary>
    private Task<Outcome> TickAsync(long id, CancellationToken cancel)
    {
        var (now, before) = (Many("point").ToHashSet(), Many("was").ToHashSet());
        return TaskWriting.TickAsync(Rooms, Access, id, [.. now.Except(before)], [.. before.Except(now)], cancel);
    }
}
