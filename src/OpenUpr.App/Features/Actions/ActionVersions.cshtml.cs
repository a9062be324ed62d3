using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Actions;

/// <summary>The versions of the matrix: kept, compared, each with its way to the guests with whom it is shared.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/actions/versions")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/follow-up/1/actions/versions", Method = "POST")]
public sealed class ActionVersionsModel(Rooms rooms) : ActionsPage(rooms)
{
    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];

    /// <summary>The two that are compared; the second is null for the matrix as it is now.</summary>
    public (VersionLine Before, VersionLine? After)? Pair { get; private set; }

    public IReadOnlyList<ChangedAction> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMatrixAsync(id, cancel))
        {
            return NotFound();
        }

        Lines = await ActionVersions.ListAsync(Store, Access, id, cancel);
        if (Line(Request.Query["before"]) is { } before)
        {
            Pair = (before, Line(Request.Query["after"]));
            Changes = ActionChanges.Between((await PlanAsync(before, cancel))!, await PlanAsync(Pair.Value.After, cancel) ?? ActionPlans.Of(Matrix));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMatrixAsync(id, cancel))
        {
            return NotFound();
        }

        var taken = await ActionVersions.TakeAsync(Rooms, Access, View, Text("kind"), Text("title"), Audience, cancel);
        return await AnswerAsync(taken, FormattableString.Invariant($"/action-versions/{taken.Id}"), "saved", () => OnGetAsync(id, cancel));
    }

    private VersionLine? Line(string? id) => Lines.FirstOrDefault(l => Number(l.Version.Id) == id);

    private async Task<ActionPlan?> PlanAsync(VersionLine? line, CancellationToken cancel) => line is null ? null : (await ActionVersions.ReadAsync(Store, Access, line.Version.Id, cancel))?.Plan;
}
