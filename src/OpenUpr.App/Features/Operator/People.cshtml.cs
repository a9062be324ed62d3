using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Features.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Operator;

/// <summary>Who has an account here and what they may do in the installation. What people keep behind their accounts is not to be seen from here.</summary>
[Access(AccessAttribute.Operator, "/operator/people")]
[Access(AccessAttribute.Operator, "/operator/people", Method = "POST")]
public sealed class PeopleModel(Store store, TimeProvider time, Keyring keys) : AccountPage(store, time)
{
    private const string Here = "/operator/people";

    public IReadOnlyList<AccountLine> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    /// <summary>The invitation that was made just now; shown once.</summary>
    public InvitationKeys? Made { get; private set; }

    public string Link => $"{Request.Scheme}://{Request.Host}/join/{Made?.Token}";

    private Installation Installation => new(Store, keys, Time, Person.AccountId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return IsFresh ? Page() : Prove(Here);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, [FromForm] long id, [FromForm(Name = "operator")] bool isOperator, [FromForm(Name = "curator")] bool isCurator, CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove(Here);
        }

        var fault = act switch
        {
            "invite" => await KeepAsync(Installation.InviteAsync(isOperator, isCurator, cancel)),
            "withdraw" => await Installation.WithdrawAsync(id, cancel) ? null : "not-there",
            "roles" => await Installation.SetRolesAsync(id, isOperator, isCurator, cancel),
            "lock" => await Installation.LockAsync(id, cancel),
            "unlock" => await Installation.UnlockAsync(id, cancel),
            "end" => await Installation.EndSessionsAsync(id, cancel),
            _ => "not-there",
        };
        await ReadAsync(cancel);
        return fault is not null ? Again("main", AccountFaults.Sentence(fault)) : Made is not null ? Page() : Redirect(Here);
    }

    private async Task<string?> KeepAsync(Task<InvitationKeys> made)
    {
        Made = await made;
        return null;
    }

    private async Task ReadAsync(CancellationToken cancel) => (People, Invited) = (await Installation.ListAsync(cancel), await Installation.InvitationsAsync(cancel));
}
