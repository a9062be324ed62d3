using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Accepting an invitation: with a new account, with one's own, or on a new device.</summary>
[Access(AccessAttribute.Public, "/join/none")]
[Access(AccessAttribute.Public, "/join/none", Method = "POST")]
public sealed class JoinModel(IServiceProvider services, Store store, TimeProvider time) : PageModel
{
    /// <summary>Null where the link opens nothing (any more).</summary>
    public OpenInvitation? Open { get; private set; }

    public string Token { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string Name { get; private set; } = "";

    public string Display { get; private set; } = "";

    public string? Error { get; private set; }

    public string ErrorField { get; private set; } = "main";

    public bool PasskeysWork => PasskeyDoor.IsPossible(Request);

    public bool IsForNewDevice => Open?.Invitation.Purpose == Invitation.NewDevice;

    /// <summary>Whether the person who is signed in can take the invitation with their own account.</summary>
    public bool IsForAccount => HttpContext.SignedIn() is not null && Open?.Invitation.Purpose is Invitation.Place or Invitation.Person;

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancel)
    {
        await FindAsync(token, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string token, [FromForm] string? act, [FromForm] string? name, [FromForm] string? display, [FromForm] string? password, [FromForm] string? answer, CancellationToken cancel)
    {
        (Name, Display) = (Short(name), Short(display));
        await FindAsync(token, cancel);
        if (Open is null)
        {
            return Page();
        }

        var joined = act switch
        {
            "device" => await Joining.OnNewDeviceAsync(store, time, token, cancel),
            "mine" when HttpContext.SignedIn() is { } person => await Joining.WithAccountAsync(store, time, token, person.AccountId, cancel),
            _ => await WithNewAccountAsync(token, password, answer, cancel),
        };
        if (joined.Fault is { } fault)
        {
            return Again(AccountFaults.Field(fault), fault == "passkey-failed" ? AccountWords.Passkey_Failed : AccountFaults.Sentence(fault));
        }

        if (act != "mine")
        {
            await SessionCookie.BeginAsync(HttpContext, joined.AccountId, AccountSessions.ByInvitation);
        }

        var isFinished = act == "mine" || !string.IsNullOrEmpty(answer);
        return Redirect(!isFinished ? act == "device" ? "/account" : "/account/code" : joined.CoalitionSlug is { } slug ? $"/coalitions/{slug}" : "/account");
    }

    private async Task<Joined> WithNewAccountAsync(string token, string? password, string? answer, CancellationToken cancel)
    {
        if ((AccountNames.FindFault(Name) ?? AccountNames.FindDisplayFault(Display)) is { } fault)
        {
            return new Joined(fault);
        }

        if (!string.IsNullOrEmpty(answer))
        {
            var door = services.GetRequiredService<PasskeyDoor>();
            return await door.EndMakingAsync(HttpContext, answer, DeviceName.Of(Request.Headers.UserAgent)) is { } made
                ? await Joining.WithNewAccountAsync(store, time, token, new NewAccount(Name, Display, null, made.Passkey, made.AccountId), cancel)
                : new Joined("passkey-failed");
        }

        return PasswordRule.FindFault(password, Name) is { } weak
            ? new Joined(weak)
            : await Joining.WithNewAccountAsync(store, time, token, new NewAccount(Name, Display, services.GetRequiredService<Passwords>().Hash(password!)), cancel);
    }

    private async Task FindAsync(string token, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Token = token;
        var tries = services.GetRequiredService<AddressTries>();
        Open = tries.IsOver(HttpContext) ? null : await Invitations.FindAsync(store, time, token, cancel);
        if (Open is null)
        {
            tries.Count(HttpContext);
        }
    }

    private PageResult Again(string field, string error)
    {
        (ErrorField, Error) = (field, error);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private static string Short(string? typed) => typed is { Length: <= 200 } ? typed : "";
}
