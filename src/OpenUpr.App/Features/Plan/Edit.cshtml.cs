using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Plan;

/// <summary>Changing dates, owner, cluster and words of a task. Two who write at once are told of each other.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/plan/tasks/105/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/plan/tasks/105/edit", Method = "POST")]
public sealed class EditModel(Rooms rooms) : TaskForm(rooms)
{
    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await TaskRows.ReadAsync(Store, Access, id, cancel) is not { MayEdit: true } view || view.Plan.ClosedAt is not null)
        {
            return NotFound();
        }

        (Task, Plan, PlansOwn) = (view.Task, view.Plan, view.Planned?.Window);
        await ChoicesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var outcome = await TaskWriting.SaveAsync(Rooms, Access, id, Wish(), cancel);
        return await AnswerAsync(outcome, FormattableString.Invariant($"/plan/tasks/{id}"), "saved", () => OnGetAsync(id, cancel));
    }
}
