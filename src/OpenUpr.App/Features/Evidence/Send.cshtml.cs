using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Where people without an account come in who have a code, or the receipt of something that they sent. No cookie is set here.</summary>
[Access(AccessAttribute.Public, "/send")]
[Access(AccessAttribute.Public, "/send", Method = "POST")]
[IgnoreAntiforgeryToken]
internal sealed class SendModel(Rooms rooms, RateLimits limits) : PageModel
{
    public string? Receipt { get; private set; }

    /// <summary>What became of what was sent; null for a receipt that is none.</summary>
    public string? State { get; private set; }

    public void OnGet() => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnPostAsync(string? code, string? receipt, CancellationToken cancel)
    {
        OnGet();
        if (!await limits.TryTakeAsync(RateRule.Drops, HttpContext))
        {
            return new EmptyResult();
        }

        if (string.IsNullOrWhiteSpace(receipt))
        {
            // A right code and a wrong one go the same way.
            Response.Headers.Location = string.IsNullOrWhiteSpace(code) ? "/send" : $"/send/{Uri.EscapeDataString(code.Trim())}";
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        (Receipt, State) = (receipt, await DropSending.StateAsync(rooms, receipt, cancel));
        return Page();
    }
}
