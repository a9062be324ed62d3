using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>What a coalition shows to everybody. A name that shows nothing gives the same answer as one that never was.</summary>
[Access(AccessAttribute.Public, "/outcomes/islands-outcome")]
public sealed class PublicShowModel(Store store) : PageModel
{
    public PublicContent Copy { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute] string name, CancellationToken cancel)
    {
        // It can be taken away at once, so nobody keeps a copy on the way.
        Response.Headers.CacheControl = "no-store";
        if (await PublicPages.FindAsync(store, name, cancel) is not { } content)
        {
            return NotFound();
        }

        (Copy, Name) = (content, name);
        return Page();
    }
}
