using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Studio;

/// <summary>A document alone, for paper.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/studio/1/print")]
public sealed class StudioPrintModel(Rooms rooms) : StudioPage(rooms)
{
    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();
}
