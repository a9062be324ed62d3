using System.Buffers.Text;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using OpenUpr.Accounts;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>
/// Making and using passkeys (WebAuthn Level 3), in two steps each: the site sends a challenge and keeps it in a sealed cookie for five minutes; the
/// browser's answer is checked against it, once: whoever sends the same answer and cookie again, to this node or another, is refused.
/// </summary>
internal sealed class PasskeyDoor(IPasskeyHandler<Account> handler, Tickets tickets, Store store, Keyring keys, TimeProvider time)
{
    /// <summary>Characters; an answer with the largest key and certificate is a tenth of it.</summary>
    private const int MaxAnswer = 64 * 1024;

    private const string Cookie = "openupr-passkey";
    private const string Making = "passkey-making";
    private const string Using = "passkey-using";

    /// <summary>Whether browsers make passkeys for this address: for a name on TLS and for localhost, never for a number.</summary>
    public static bool IsPossible(HttpRequest request) =>
        !IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out _) && (request.IsHttps || request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));

    /// <summary>What the browser needs to make a passkey for an account (<c>PublicKeyCredentialCreationOptions</c>, as JSON).</summary>
    public async Task<string> BeginMakingAsync(HttpContext context, long accountId, string name, string displayName)
    {
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = PasskeyUsers.HandleOf(keys, accountId), Name = name, DisplayName = displayName }, context);
        Keep(context, tickets.Write(Making, accountId.ToString(CultureInfo.InvariantCulture), options.AttestationState ?? ""));
        return options.CreationOptionsJson;
    }

    /// <summary>The passkey that the browser made, not stored yet, and for which account; null where the answer does not hold.</summary>
    public async Task<(long AccountId, Passkey Passkey)?> EndMakingAsync(HttpContext context, string? answer, string device)
    {
        if (await TakeAsync(context, Making) is not [var id, var state] || answer is null or { Length: 0 or > MaxAnswer })
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = state });
        return result.Succeeded ? (long.Parse(id, CultureInfo.InvariantCulture), RowOf(result.Passkey, device)) : null;
    }

    /// <summary>What the browser needs to use a passkey (<c>PublicKeyCredentialRequestOptions</c>, as JSON).</summary>
    /// <param name="account">Whose; null where the device is to say.</param>
    public async Task<string> BeginUsingAsync(HttpContext context, Account? account)
    {
        var options = await handler.MakeRequestOptionsAsync(account, context);
        Keep(context, tickets.Write(Using, options.AssertionState ?? ""));
        return options.RequestOptionsJson;
    }

    /// <summary>The account whose passkey was used; null where the answer does not hold or the account is locked.</summary>
    public async Task<Account?> EndUsingAsync(HttpContext context, string? answer)
    {
        if (await TakeAsync(context, Using) is not [var state] || answer is null or { Length: 0 or > MaxAnswer })
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded || !SigningIn.MayUsePasskey(result.User))
        {
            return null;
        }

        await SignInWays.NoteUseAsync(store, time, Base64Url.EncodeToString(result.Passkey.CredentialId), result.Passkey.SignCount, result.Passkey.IsBackedUp, context.RequestAborted);
        return result.User;
    }

    private Passkey RowOf(UserPasskeyInfo made, string device) => new()
    {
        CredentialId = Base64Url.EncodeToString(made.CredentialId),
        PublicKey = made.PublicKey,
        Name = device,
        SignCount = made.SignCount,
        Transports = string.Join(' ', made.Transports ?? []),
        IsUserVerified = made.IsUserVerified,
        IsBackupEligible = made.IsBackupEligible,
        IsBackedUp = made.IsBackedUp,
        AttestationObject = made.AttestationObject,
        ClientDataJson = made.ClientDataJson,
        CreatedAt = time.GetUtcNow(),
    };

    private static void Keep(HttpContext context, string ticket) => context.Response.Cookies.Append(Cookie, ticket, Options(context.Request));

    private async Task<string[]?> TakeAsync(HttpContext context, string purpose)
    {
        var parts = tickets.Read(purpose, context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, Options(context.Request));

        // What it says is remembered and not how it was written: the same bytes can be spelled in more than one way.
        return parts is not null && await SpentTickets.TrySpendAsync(store, time, string.Join('\n', [purpose, .. parts]), Tickets.Lasts, context.RequestAborted) ? parts : null;
    }

    private static CookieOptions Options(HttpRequest request) => new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
