using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Deleting one's account: what goes, what stays, what must be handed over first.</summary>
[Access(AccessAttribute.SignedIn, "/account/delete")]
[Access(AccessAttribute.SignedIn, "/account/delete", Method = "POST")]
public sealed class DeleteModel(Store store, TimeProvider time, Keyring keys) : AccountPage(store, time)
{
    public ToHandOver Open { get; private set; } = null!;

    /// <summary>By coalition, what nobody could open any more.</summary>
    public IReadOnlyList<(string Coalition, LockedIn Things)> LockedIn { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return IsFresh ? Page() : Prove("/account/delete");
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] bool sure, CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove("/account/delete");
        }

        await ReadAsync(cancel);
        if (!sure || name is not ("keep" or "forget"))
        {
            return Again("sure", AccountWords.Delete_Unsure);
        }

        Open = await AccountDeletion.DeleteAsync(Store, keys, Time, Person.AccountId, name == "forget", Person.AccountId, cancel);
        if (!Open.IsNothing)
        {
            return Again("main", AccountWords.Delete_HandOver);
        }

        SessionCookie.Delete(HttpContext);
        return Redirect("/sign-in?deleted=yes");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Open = await AccountDeletion.CheckAsync(Store, Person.AccountId, cancel);
        var things = new List<(string, LockedIn)>();
        foreach (var mine in await MyCoalitions.ListAsync(Store, Person.AccountId, cancel))
        {
            if (await CoalitionAccess.FindAsync(Store, Person.AccountId, mine.Slug, cancel) is { } access)
            {
                things.Add((mine.Name, await OpenUpr.Coalitions.LockedIn.ReadAsync(Store, access, cancel)));
            }
        }

        LockedIn = things;
    }
}
