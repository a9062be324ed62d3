using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>A page of the person who is signed in. The gate has let them in before it runs.</summary>
public abstract class AccountPage(Store store, TimeProvider time) : PageModel
{
    /// <summary>What went wrong, as a sentence; null where nothing did.</summary>
    public string? Error { get; protected set; }

    /// <summary>The field that the error is about.</summary>
    public string? ErrorField { get; protected set; }

    public SignedIn Person => HttpContext.SignedIn() ?? throw new InvalidOperationException("The gate lets nobody here who is not signed in.");

    protected Store Store => store;

    protected TimeProvider Time => time;

    /// <summary>Whether the person proved who they are a short while ago; dangerous acts ask for it.</summary>
    protected bool IsFresh => AccountSessions.IsFresh(time, Person.ProvedAt);

    /// <summary>Sends the person to prove who they are, and back to a page of this site.</summary>
    protected RedirectResult Prove(string back) => Redirect("/account/prove?return=" + Uri.EscapeDataString(back));

    /// <summary>The page again, with what is wrong and all that was typed.</summary>
    protected IActionResult Again(string field, string error)
    {
        (ErrorField, Error) = (field, error);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
