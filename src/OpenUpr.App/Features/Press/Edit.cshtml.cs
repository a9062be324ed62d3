using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Press;

namespace OpenUpr.App.Features.Press;

/// <summary>Changing a text: what is saved is a new version. Two who write at once are told of each other.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/press/1/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/press/1/edit", Method = "POST")]
public sealed class EditModel(Rooms rooms) : CoalitionForm(rooms)
{
    public PressVersion Newest { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await PressTexts.ReadAsync(Store, Access, id, cancel) is not [var newest, ..])
        {
            return NotFound();
        }

        Newest = newest;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) => await AnswerAsync(
        await PressTexts.SaveAsync(Rooms, Access, id, new PressWish(null, Text("title"), Text("text"), null, null, null, (int?)Number("number")), cancel), $"/press/{id}", "saved", () => OnGetAsync(id, cancel));
}
