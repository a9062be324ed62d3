using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Proving again who one is, before a dangerous act; then back to it.</summary>
[Access(AccessAttribute.SignedIn, "/account/prove")]
[Access(AccessAttribute.SignedIn, "/account/prove", Method = "POST")]
public sealed class ProveModel(Store store, TimeProvider time, Keyring keys, IServiceProvider services) : AccountPage(store, time)
{
    public string Return { get; private set; } = ReturnAddress.Default;

    public WaysIn Ways { get; private set; } = null!;

    public bool CanUsePasskey => Ways.Passkeys.Count > 0 && PasskeyDoor.IsPossible(Request);

    /// <summary>A person of the demonstration has nothing to prove with.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>The account has no way in at all: it was just opened by an invitation, and is set up first.</summary>
    public bool HasNothing => !IsDemo && Ways.Account.PasswordHash is null && Ways.Passkeys.Count == 0;

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(Request.Query["return"], cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "return")] string? back, [FromForm] string? password, [FromForm] string? code, [FromForm] string? answer, CancellationToken cancel)
    {
        await ReadAsync(back, cancel);
        var tries = services.GetRequiredService<AddressTries>();
        if (tries.IsOver(HttpContext))
        {
            return Again("password", AccountWords.SignIn_TooMany);
        }

        if (!await IsProvedAsync(password, code, answer, cancel))
        {
            tries.Count(HttpContext);
            return Again("password", string.IsNullOrEmpty(answer) ? AccountWords.Prove_Wrong : AccountWords.Passkey_Failed);
        }

        await Proving.NoteAsync(Store, Time, Person.AccountId, Person.SignInId, cancel);
        return Redirect(Return);
    }

    private async Task<bool> IsProvedAsync(string? password, string? code, string? answer, CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(answer))
        {
            return await services.GetRequiredService<PasskeyDoor>().EndUsingAsync(HttpContext, answer) is { } account && account.Id == Person.AccountId;
        }

        return IsDemo || await Proving.ByPasswordAsync(Store, keys, Time, Person.AccountId, Person.SignInId, hash => services.GetRequiredService<Passwords>().Verify(hash, password), code, cancel);
    }

    private async Task ReadAsync(string? back, CancellationToken cancel)
    {
        Return = ReturnAddress.Safe(back);
        Ways = (await SignInWays.ReadAsync(Store, Person.AccountId, cancel))!;
        IsDemo = await services.GetRequiredService<DemoDoor>().MayEnterAsync(HttpContext, Person.AccountId);
    }
}
