using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Plan;

/// <summary>Adding a task of the coalition's own.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/plan/tasks/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/plan/tasks/new", Method = "POST")]
public sealed class AddModel(Rooms rooms) : TaskForm(rooms)
{
    public async Task<IActionResult> OnGetAsync([FromQuery] long? plan, CancellationToken cancel)
    {
        if (await Plans.FindAsync(Store, Access, Number("plan") ?? plan, cancel) is not { ClosedAt: null } found)
        {
            return NotFound();
        }

        Plan = found;
        await ChoicesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await TaskWriting.AddAsync(Rooms, Access, Number("plan") ?? 0, Wish(), cancel);
        return await AnswerAsync(outcome, FormattableString.Invariant($"/plan/tasks/{outcome.Id}"), "saved", () => OnGetAsync(null, cancel));
    }
}
