using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Where a code is typed that somebody read out over the phone.</summary>
[Access(AccessAttribute.Public, "/join")]
[Access(AccessAttribute.Public, "/join", Method = "POST")]
public sealed class JoinCodeModel(IServiceProvider services, Store store, Keyring keys, TimeProvider time) : PageModel
{
    public string Typed { get; private set; } = "";

    public string? Error { get; private set; }

    public void OnGet() => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, CancellationToken cancel)
    {
        var tries = services.GetRequiredService<AddressTries>();
        if (!tries.IsOver(HttpContext) && await Invitations.ChangeCodeAsync(store, keys, time, code, cancel) is { } token)
        {
            return Redirect($"/join/{token}");
        }

        (Typed, Error) = (code is { Length: <= 60 } ? code : "", tries.IsOver(HttpContext) ? AccountWords.SignIn_TooMany : AccountWords.Join_NoSuchCode);
        Response.StatusCode = tries.IsOver(HttpContext) ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        tries.Count(HttpContext);
        return Page();
    }
}
