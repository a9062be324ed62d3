using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Changing a cluster: editors and its lead may.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/clusters/4/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/clusters/4/edit", Method = "POST")]
public class ClusterEditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>Null for a new one.</summary>
    public Cluster? Cluster { get; private set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        var view = id is { } known ? await Clusters.ReadAsync(Store, Access, known, cancel) : null;
        (Cluster, People) = (view?.Cluster, await PersonChoicesAsync(cancel));
        return id is not null && view is not { MayLead: true } ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        var outcome = await Clusters.SaveAsync(Rooms, Access, id, new ClusterWish(Text("name"), Text("kind"), Flag("closed"), Many("issues"), Text("region"), Number("lead")), cancel);
        return await AnswerAsync(outcome, $"/clusters/{outcome.Id}", "saved", () => OnGetAsync(id, cancel));
    }
}
