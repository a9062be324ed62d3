using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The people of a coalition, and inviting more.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/people")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/people", Method = "POST")]
public sealed class PeopleModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>The invitation that was just made: shown this once.</summary>
    public InvitationKeys? Invitation { get; private set; }

    public string? Invited { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        People = await OpenUpr.Coalitions.People.ListAsync(Store, Access, cancel);
        Organisations = await OrganisationChoicesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsProved)
        {
            return await AskForProofAsync(() => OnGetAsync(cancel));
        }

        var (outcome, keys) = await Inviting.InviteAsync(Rooms, Access, new PersonWish(Text("name"), Text("role"), Number("organisation"), Text("task")), cancel);
        if (!outcome.IsDone)
        {
            return await FailAsync(outcome, () => OnGetAsync(cancel));
        }

        // Shown and not led on to: link and code are in no other answer and in no address.
        (Invitation, Invited) = (keys, Text("name"));
        return await OnGetAsync(cancel);
    }
}
