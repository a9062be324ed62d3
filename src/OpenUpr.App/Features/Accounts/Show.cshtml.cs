using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>A place in a coalition, as its person's account page lists it.</summary>
public sealed record PlaceLine(string Name, string Slug, string Role, bool HasAcceptedTerms);

/// <summary>The account of the person who is signed in: what opens it, where it is open, what may be done with it.</summary>
[Access(AccessAttribute.SignedIn, "/account")]
[Access(AccessAttribute.SignedIn, "/account", Method = "POST")]
public sealed class ShowModel(Store store, TimeProvider time, IServiceProvider services) : AccountPage(store, time)
{
    public WaysIn Ways { get; private set; } = null!;

    public IReadOnlyList<SignIn> Sessions { get; private set; } = [];

    public IReadOnlyList<PlaceLine> Places { get; private set; } = [];

    public bool PasskeysWork => PasskeyDoor.IsPossible(Request);

    /// <summary>Nothing but this session opens the account: its person is told before they close the browser.</summary>
    public bool HasNoWayIn => !Ways.HasPassword && Ways.Passkeys.Count == 0;

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, [FromForm] long id, [FromForm] string? name, [FromForm] string? answer, CancellationToken cancel)
    {
        var needsProof = act is "add-passkey" or "remove-passkey" or "remove-password" or "remove-totp";
        if (needsProof && !IsFresh)
        {
            return Prove("/account");
        }

        var fault = act switch
        {
            "end" => await EndAsync(id, cancel),
            "end-others" => await EndOthersAsync(cancel),
            "add-passkey" => await AddPasskeyAsync(answer, name, cancel),
            "rename-passkey" => await RenameAsync(id, name, cancel),
            "remove-passkey" => await SignInWays.RemovePasskeyAsync(Store, Person.AccountId, Person.SignInId, id, cancel),
            "remove-password" => await SignInWays.RemovePasswordAsync(Store, Person.AccountId, Person.SignInId, cancel),
            "remove-totp" => await SignInWays.RemoveTotpAsync(Store, Person.AccountId, Person.SignInId, cancel),
            "display" => await AccountNaming.SetDisplayNameAsync(Store, Person.AccountId, name, cancel),
            _ => "not-there",
        };
        if (fault is null)
        {
            return Redirect("/account");
        }

        await ReadAsync(cancel);
        return Again(AccountFaults.Field(fault), fault == "passkey-failed" ? AccountWords.Passkey_Failed : AccountFaults.Sentence(fault));
    }

    private async Task<string?> EndAsync(long id, CancellationToken cancel) => await AccountSessions.EndAsync(Store, Person.AccountId, id, cancel) ? null : "not-there";

    private async Task<string?> EndOthersAsync(CancellationToken cancel)
    {
        await AccountSessions.EndOthersAsync(Store, Person.AccountId, Person.SignInId, cancel);
        return null;
    }

    private async Task<string?> AddPasskeyAsync(string? answer, string? name, CancellationToken cancel)
    {
        var device = string.IsNullOrWhiteSpace(name) ? DeviceName.Of(Request.Headers.UserAgent) : name.Trim();
        return device.Length > AccountNames.MaxLength ? "name-long"
            : await services.GetRequiredService<PasskeyDoor>().EndMakingAsync(HttpContext, answer, device) is { } made && made.AccountId == Person.AccountId
                ? await SignInWays.AddPasskeyAsync(Store, Person.AccountId, Person.SignInId, made.Passkey, cancel)
                : "passkey-failed";
    }

    private async Task<string?> RenameAsync(long id, string? name, CancellationToken cancel) => AccountNames.FindDisplayFault(name)
        ?? (await SignInWays.RenamePasskeyAsync(Store, Person.AccountId, id, name!.Trim(), cancel) ? null : "not-there");

    private async Task ReadAsync(CancellationToken cancel)
    {
        Ways = (await SignInWays.ReadAsync(Store, Person.AccountId, cancel))!;
        Sessions = await AccountSessions.ListAsync(Store, Time, Person.AccountId, cancel);
        await using var db = Store.Open();
        Places = await db.Memberships.AsNoTracking().Where(m => m.AccountId == Person.AccountId && m.LeftAt == null)
            .Join(db.Coalitions, m => m.CoalitionId, c => c.Id, (m, c) => new { c.Name, c.Slug, m.Role, m.AcceptedTermsId })
            .OrderBy(p => p.Name).Select(p => new PlaceLine(p.Name, p.Slug, p.Role, p.AcceptedTermsId != null)).ToListAsync(cancel);
    }
}
