using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Events;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Events;

/// <summary>Writing down what an event is and what came of it. Two who write at once are told of each other.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/1/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/1/edit", Method = "POST")]
public class EditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>As it is stored now; null for a new one.</summary>
    public CoalitionEvent? Event { get; private set; }

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        Event = id is { } known ? (await OpenUpr.Planning.Events.Events.ReadAsync(Rooms, Access, known, cancel))?.Event : null;
        if (id is not null && (Event is null || !(Access.Is(CoalitionRole.Editor) || Event.AuthorId == Access.MemberId)))
        {
            return NotFound();
        }

        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        var wish = new EventWish(
            Text("kind"), Text("title"), Text("starts"), Text("minutes"), Text("place"), Text("link"), Text("second"), Text("agenda"), Text("record"), Text("result"), Text("keep"), Number("cluster"), (int?)Number("revision"));
        var outcome = await OpenUpr.Planning.Events.Events.SaveAsync(Rooms, Access, id, wish, cancel);
        return await AnswerAsync(outcome, $"/events/{outcome.Id}", "saved", () => OnGetAsync(id, cancel));
    }
}
