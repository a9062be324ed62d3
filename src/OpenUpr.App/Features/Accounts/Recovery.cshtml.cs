using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>New recovery codes in place of the old ones.</summary>
[Access(AccessAttribute.SignedIn, "/account/recovery")]
[Access(AccessAttribute.SignedIn, "/account/recovery", Method = "POST")]
public sealed class RecoveryModel(Store store, TimeProvider time, Keyring keys) : AccountPage(store, time)
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet() => IsFresh ? Page() : Prove("/account/recovery");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove("/account/recovery");
        }

        Codes = await SignInWays.RenewRecoveryCodesAsync(Store, keys, Person.AccountId, Person.SignInId, cancel);
        return Codes.Count == 0 ? Redirect("/account") : Page();
    }
}
