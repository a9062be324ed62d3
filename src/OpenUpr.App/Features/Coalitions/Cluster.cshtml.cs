using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>One cluster: its people and the recommendations that it owns.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/clusters/1")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/clusters/1", Method = "POST")]
public sealed class ClusterModel(Rooms rooms) : CoalitionForm(rooms)
{
    public ClusterView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public bool IsIn => View.People.Any(p => p.Id == Access.MemberId);

    /// <summary>Whether the person may change what the cluster owns.</summary>
    public bool MayTake => View.Cluster.EndedAt is null && (Access.Is(CoalitionRole.Editor) || (Access.Is(CoalitionRole.Contributor) && IsIn));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await Clusters.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Others = [.. (await PersonChoicesAsync(cancel)).Where(c => view.People.All(p => Number(p.Id) != c.Value))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "join" => await Clusters.SetPersonAsync(Rooms, Access, id, Access.MemberId ?? 0, true, cancel),
            "leave" => await Clusters.SetPersonAsync(Rooms, Access, id, Access.MemberId ?? 0, false, cancel),
            "add" => await Clusters.SetPersonAsync(Rooms, Access, id, Number("person") ?? 0, true, cancel),
            "remove" => await Clusters.SetPersonAsync(Rooms, Access, id, Number("person") ?? 0, false, cancel),
            "take" => await Clusters.AddItemAsync(Rooms, Access, id, Text("recommendation"), cancel),
            "give-back" => await Clusters.RemoveItemAsync(Rooms, Access, id, Number("item") ?? 0, cancel),
            "end" => await Clusters.EndAsync(Rooms, Access, id, cancel),
            _ => null,
        };
        return outcome is { } done ? await AnswerAsync(done, $"/clusters/{id}", "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
