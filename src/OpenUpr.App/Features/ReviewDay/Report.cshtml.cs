using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>What became of our issues and drafts, for colleagues and partners.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/review-day/1/report")]
public sealed class ReportModel(Rooms rooms) : DayPage(rooms)
{
    public DayOutcome Outcome { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || await DayOutcomes.ReadAsync(Store, Access, id, cancel) is not { } outcome)
        {
            return NotFound();
        }

        Outcome = outcome;
        return Page();
    }
}
