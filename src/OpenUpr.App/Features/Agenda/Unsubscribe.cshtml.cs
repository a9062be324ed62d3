using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.Agenda.Mail;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Agenda;

/// <summary>
/// Ends a person's mails by the link in each of them. Programs that look into links only read, so that a button does it; mail programs may send
/// the form themselves (RFC 8058): the signed link stands for the form's token.
/// </summary>
[Access(AccessAttribute.Public, "/unsubscribe/none")]
[Access(AccessAttribute.Public, "/unsubscribe/none", Method = "POST")]
[IgnoreAntiforgeryToken]
internal sealed class UnsubscribeModel(Rooms rooms, RateLimits limits) : PageModel
{
    public bool IsDone { get; private set; }

    /// <summary>The button, whatever the link: nothing is read and nothing told before it is pressed.</summary>
    public async Task<IActionResult> OnGetAsync() => await TakeAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (await TakeAsync() is { } refused)
        {
            return refused;
        }

        IsDone = await Unsubscribing.StopAsync(rooms, token, cancel);
        return IsDone ? Page() : NotFound();
    }

    /// <summary>Counts the request among those by secret links; not null when it was one too many.</summary>
    private async Task<IActionResult?> TakeAsync()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        return await limits.TryTakeAsync(RateRule.Feeds, HttpContext) ? null : new EmptyResult();
    }
}
