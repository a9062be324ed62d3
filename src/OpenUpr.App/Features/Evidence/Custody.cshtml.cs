using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;

namespace OpenUpr.App.Features.Evidence;

/// <summary>The chain of custody of a case: hashes, and who did what when.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/evidence/1/custody")]
public sealed class CustodyModel(Rooms rooms, CaseReader cases, Custody custody) : EvidencePage(rooms)
{
    public OpenCase Open { get; private set; } = null!;

    public IReadOnlyList<CustodyLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await cases.OpenAsync(Access, id, cancel) is not { } open)
        {
            return NotFound();
        }

        (Open, Lines) = (open, await custody.ReadAsync(Access, id, cancel));
        return Page();
    }
}
