using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Implementation;

/// <summary>What a coalition of another installation shows, as it came here in a signed file.</summary>
[Access(AccessAttribute.Public, "/implementation/1")]
public sealed class ImplementationShowModel(Store store) : PageModel
{
    public Publication Publication { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (await Publications.FindAsync(store, id, cancel) is not { } found)
        {
            return NotFound();
        }

        Publication = found;
        return Page();
    }
}
