using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Choosing a password, or another one.</summary>
[Access(AccessAttribute.SignedIn, "/account/password")]
[Access(AccessAttribute.SignedIn, "/account/password", Method = "POST")]
public sealed class PasswordModel(Store store, TimeProvider time, IServiceProvider services) : AccountPage(store, time)
{
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Name = (await SignInWays.ReadAsync(Store, Person.AccountId, cancel))!.Account.SignInName;
        return IsFresh ? Page() : Prove("/account/password");
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? password, CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove("/account/password");
        }

        var account = (await SignInWays.ReadAsync(Store, Person.AccountId, cancel))!.Account;
        Name = account.SignInName;
        if (PasswordRule.FindFault(password, Name) is { } fault)
        {
            return Again("password", AccountFaults.Sentence(fault));
        }

        await SignInWays.SetPasswordAsync(Store, Person.AccountId, Person.SignInId, services.GetRequiredService<Passwords>().Hash(password!), cancel);
        return Redirect(account.TotpIsOn ? "/account" : "/account/code");
    }
}
