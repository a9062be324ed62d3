using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>A page of one coalition's room, under /coalitions/{coalition}. The gate has let the person in before it runs.</summary>
public abstract class CoalitionPage(Store store) : PageModel
{
    /// <summary>What the person may see and do here.</summary>
    public CoalitionAccess Access => HttpContext.Access();

    protected Store Store => store;

    /// <summary>A context that sees with this person's eyes; the caller disposes of it.</summary>
    protected OpenUprDb OpenDb() => store.Open(Access);

    /// <summary>Leads on to another page after something was done, or because this one is not for the person (303: it is asked for anew).</summary>
    protected IActionResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The address of a page of this coalition; <paramref name="path"/> begins with a slash, or is empty for its home.</summary>
    public string Link(string path) => $"/coalitions/{Access.Slug}{path}";
}
