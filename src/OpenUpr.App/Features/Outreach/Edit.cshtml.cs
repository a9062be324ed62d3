using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>Writing down who somebody is. Two who write at once are told of each other.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/contacts/1/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/contacts/1/edit", Method = "POST")]
public class EditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>As it is stored now; null for a new one.</summary>
    public ContactView? View { get; private set; }

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        View = id is { } known ? await Contacts.ReadAsync(Rooms, Access, known, cancel) : null;
        if (id is not null && View is null)
        {
            return NotFound();
        }

        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        var secrets = new ContactSecrets(Text("email"), Text("phone"), Text("address"), Text("notes"), Text("safety"), Text("support"), Text("why-not"));
        var wish = new ContactWish(
            Text("kind"), Text("name"), Text("state"), Text("place"), Text("office"), Text("duty"), Text("language"), Text("source"), Text("checked"), Flag("gate"), Flag("no-contact"), secrets, Number("cluster"), (int?)Number("revision"));
        var outcome = await Contacts.SaveAsync(Rooms, Access, id, wish, cancel);
        return await AnswerAsync(outcome, $"/contacts/{outcome.Id}", "saved", () => OnGetAsync(id, cancel));
    }
}
