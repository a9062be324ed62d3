using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>A way into one's own account from another device, by a link or a code that works once.</summary>
[Access(AccessAttribute.SignedIn, "/account/device")]
[Access(AccessAttribute.SignedIn, "/account/device", Method = "POST")]
public sealed class DeviceModel(Store store, TimeProvider time, Keyring keys) : AccountPage(store, time)
{
    public InvitationKeys? Made { get; private set; }

    public string Link => $"{Request.Scheme}://{Request.Host}/join/{Made?.Token}";

    public IActionResult OnGet() => IsFresh ? Page() : Prove("/account/device");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove("/account/device");
        }

        await using var db = Store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        Made = await Invitations.AddAsync(db, keys, Time, new NewInvitation(Invitation.NewDevice) { AccountId = Person.AccountId }, cancel);
        await transaction.CommitAsync(cancel);
        return Page();
    }
}
