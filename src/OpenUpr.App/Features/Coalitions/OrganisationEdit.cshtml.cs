using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Adding an organisation, or changing its profile.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/organisations/1/edit")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/organisations/1/edit", Method = "POST")]
public class OrganisationEditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>Null for a new one.</summary>
    public Organisation? Organisation { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        Organisation = id is { } known ? await MemberOrganisations.FindAsync(Store, Access, known, cancel) : null;
        return id is not null && Organisation is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        var wish = new OrganisationWish(Text("name"), Text("kind"), Many("issues"), Text("communities"), Text("place"), Text("common"), Text("ecosoc"), Text("nhri"), Text("founded"), Text("website"));
        var outcome = await MemberOrganisations.SaveAsync(Rooms, Access, id, wish, cancel);
        return await AnswerAsync(outcome, $"/organisations/{outcome.Id}", "saved", () => OnGetAsync(id, cancel));
    }
}
