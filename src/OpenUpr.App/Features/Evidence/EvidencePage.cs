using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Evidence;

/// <summary>A page about a coalition's evidence.</summary>
public abstract class EvidencePage(Rooms rooms) : CoalitionPage(rooms.Store)
{
    /// <summary>What the last form was refused for; null while nothing was.</summary>
    public Outcome? Failed { get; private set; }

    /// <summary>The refusal in a sentence.</summary>
    public string? Problem => Failed is { Refused: { } why } ? EvidenceText.Of("Refused", why.ToString()) : null;

    /// <summary>The list of cases, or what stands under it.</summary>
    public string Evidence(string path = "") => Link("/evidence" + path);

    /// <summary>Whether the person proved who they are a short while ago.</summary>
    public bool IsFresh => HttpContext.SignedIn() is { } person && AccountSessions.IsFresh(rooms.Time, person.ProvedAt);

    /// <summary>Sends the person to prove who they are and back to this page.</summary>
    protected IActionResult AskForProof() => SeeOther($"/account/prove?return={Uri.EscapeDataString(Request.Path)}");

    /// <summary>Goes on after what was done, or shows the page again with the reason; what is not there is a 404.</summary>
    protected async Task<IActionResult> AnswerAsync(Outcome outcome, string next, Func<Task<IActionResult>> again)
    {
        if (outcome.IsDone)
        {
            return SeeOther(next);
        }

        if (outcome.Refused == Refusal.Absent)
        {
            return NotFound();
        }

        Failed = outcome;
        var page = await again();
        Response.StatusCode = outcome.Refused == Refusal.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return page;
    }
}
