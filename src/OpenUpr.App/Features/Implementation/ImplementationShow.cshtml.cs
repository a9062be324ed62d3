using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Security;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Implementation;

/// <summary>What a coalition of another installation shows, as it came here in a signed file.</summary>
[Access(AccessAttribute.Public, "/implementation/1")]
public sealed class ImplementationShowModel(Store store) : PageModel
{
    public Publication Publication { get; private set; } = null!;

    /// <summary>Whether this store holds recommendations of the review; it may learn of them later, or never.</summary>
    public bool IsKnown { get; private set; }

    public string Review => string.Create(CultureInfo.InvariantCulture, $"/reviews/{Publication.Content.State}/{Publication.Content.Session}");

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (await Publications.FindAsync(store, id, cancel) is not { } found)
        {
            return NotFound();
        }

        Publication = found;
        await using var db = store.Open();
        IsKnown = await db.Reviews.AnyAsync(r => r.Sur == found.Content.State && r.Session == found.Content.Session && db.Texts.Any(t => t.ReviewId == r.Id), cancel);
        return Page();
    }
}
