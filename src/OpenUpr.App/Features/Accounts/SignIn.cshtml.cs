using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Signing in by name and password, then by a one-time code. Passkeys have routes of their own (<see cref="AccountRoutes"/>).</summary>
[Access(AccessAttribute.Public, "/sign-in")]
[Access(AccessAttribute.Public, "/sign-in", Method = "POST")]
public sealed class SignInModel(IServiceProvider services, Store store, Keyring keys, TimeProvider time) : PageModel
{
    private const string Purpose = "sign-in";

    /// <summary>Where the person was on the way to; a page of this site.</summary>
    public string Return { get; private set; } = ReturnAddress.Default;

    /// <summary>What was typed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Says to ourselves who has given the right password; null in the first step.</summary>
    public string? Ticket { get; private set; }

    public string? Error { get; private set; }

    public bool PasskeysWork => PasskeyDoor.IsPossible(Request);

    internal IReadOnlyList<DemoPerson> Demo { get; private set; } = [];

    private Passwords Passwords => services.GetRequiredService<Passwords>();

    private Tickets Tickets => services.GetRequiredService<Tickets>();

    private AddressTries Tries => services.GetRequiredService<AddressTries>();

    public async Task<IActionResult> OnGetAsync()
    {
        Return = ReturnAddress.Safe(Request.Query["return"]);
        Error = Request.Query["failed"] == "passkey" ? AccountWords.SignIn_PasskeyFailed : null;
        Demo = await services.GetRequiredService<DemoDoor>().PeopleAsync(HttpContext);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? password, [FromForm] string? ticket, [FromForm] string? code, [FromForm(Name = "return")] string? back, CancellationToken cancel)
    {
        (Return, Name) = (ReturnAddress.Safe(back), name is { Length: <= AccountNames.MaxLength } ? name : "");
        if (Tries.IsOver(HttpContext))
        {
            return Refuse(StatusCodes.Status429TooManyRequests, AccountWords.SignIn_TooMany);
        }

        return ticket is null ? await ByPasswordAsync(name, password, cancel) : await ByCodeAsync(ticket, code, cancel);
    }

    private async Task<IActionResult> ByPasswordAsync(string? name, string? password, CancellationToken cancel)
    {
        if (await SigningIn.ByPasswordAsync(store, time, name, hash => Passwords.Verify(hash, password), cancel) is not { } account)
        {
            Tries.Count(HttpContext);
            return Refuse(StatusCodes.Status400BadRequest, AccountWords.SignIn_Wrong);
        }

        if (account.TotpIsOn)
        {
            Ticket = Tickets.Write(Purpose, account.Id.ToString(CultureInfo.InvariantCulture), account.SecurityStamp);
            return Page();
        }

        await SessionCookie.BeginAsync(HttpContext, account.Id, AccountSessions.ByPassword);
        return Redirect(Return);
    }

    private async Task<IActionResult> ByCodeAsync(string ticket, string? code, CancellationToken cancel)
    {
        if (Tickets.Read(Purpose, ticket) is not [var id, var stamp])
        {
            return Refuse(StatusCodes.Status400BadRequest, AccountWords.SignIn_TooSlow);
        }

        var account = long.Parse(id, CultureInfo.InvariantCulture);
        if (await SigningIn.ByCodeAsync(store, keys, time, account, stamp, code, cancel) is not { } method)
        {
            Tries.Count(HttpContext);
            Ticket = ticket;
            return Refuse(StatusCodes.Status400BadRequest, AccountWords.SignIn_CodeWrong);
        }

        await SessionCookie.BeginAsync(HttpContext, account, method);
        return Redirect(Return);
    }

    private PageResult Refuse(int status, string error)
    {
        Error = error;
        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
