using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Uptake;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>What became of our issues and drafts, for colleagues and partners (requirement J2).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/uptake/report")]
public sealed class UptakeReportPageModel(Rooms rooms, UptakeMatcher matcher) : UptakePage(rooms, matcher)
{
    public IReadOnlyList<IssueUptake> Issues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, null, cancel))
        {
            return NotFound();
        }

        Issues = await UptakeOutcomes.IssuesAsync(Store, Access, Uptake, cancel);
        return Page();
    }
}
