using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>Asks once more before a contact is deleted with all that belongs to it.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/contacts/1/erase")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/contacts/1/erase", Method = "POST")]
public sealed class EraseModel(Rooms rooms) : CoalitionForm(rooms)
{
    public ContactView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        View = (await Contacts.ReadAsync(Rooms, Access, id, cancel))!;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) =>
        await AnswerAsync(await Contacts.EraseAsync(Rooms, Access, id, cancel), "/contacts", "removed", () => OnGetAsync(id, cancel));
}
