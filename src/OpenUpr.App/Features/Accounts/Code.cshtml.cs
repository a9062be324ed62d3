using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Turning one-time codes on: the secret for the code program, then its first code, then the recovery codes.</summary>
[Access(AccessAttribute.SignedIn, "/account/code")]
[Access(AccessAttribute.SignedIn, "/account/code", Method = "POST")]
public sealed class CodeModel(Store store, TimeProvider time, Keyring keys) : AccountPage(store, time)
{
    private const string Issuer = "OpenUPR";

    public string Secret { get; private set; } = "";

    public string Link { get; private set; } = "";

    /// <summary>Shown once, after the first code was right.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Whether there is something to turn on: a password, and no codes yet.</summary>
    public bool CanBegin => Secret.Length > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove("/account/code");
        }

        await BeginAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove("/account/code");
        }

        var (fault, codes) = await SignInWays.ConfirmTotpAsync(Store, keys, Time, Person.AccountId, Person.SignInId, code, cancel);
        if (fault is null)
        {
            Codes = codes;
            return Page();
        }

        return await BeginAsync(cancel) ? Again("code", AccountFaults.Sentence(fault)) : Redirect("/account");
    }

    private async Task<bool> BeginAsync(CancellationToken cancel)
    {
        var account = (await SignInWays.ReadAsync(Store, Person.AccountId, cancel))!.Account;
        if (account.TotpIsOn || account.PasswordHash is null)
        {
            return false;
        }

        var secret = await SignInWays.BeginTotpAsync(Store, keys, Person.AccountId, cancel);
        (Secret, Link) = (Totp.Spell(secret), Totp.Link(secret, Issuer, account.SignInName));
        return true;
    }
}
