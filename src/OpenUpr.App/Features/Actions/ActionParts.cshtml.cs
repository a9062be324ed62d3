using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;

namespace OpenUpr.App.Features.Actions;

/// <summary>The part of the matrix that concerns a ministry, parliament, an embassy or an agency of the United Nations: to read, print and take along.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/actions/views")]
public sealed class ActionPartsModel(Rooms rooms) : ActionsPage(rooms)
{
    /// <summary>The whole matrix as it leaves the room.</summary>
    public ActionPlan Whole { get; private set; } = null!;

    /// <summary>The part; null while nobody was chosen.</summary>
    public ActionPlan? Part { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMatrixAsync(id, cancel))
        {
            return NotFound();
        }

        Whole = ActionPlans.Of(Matrix);
        Part = Audience is null ? null : ActionViews.Of(Whole, Audience);
        return Page();
    }
}
