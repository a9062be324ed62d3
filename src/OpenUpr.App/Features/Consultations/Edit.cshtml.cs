using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Consultations;

/// <summary>Writing down how a consultation was. Two who write at once are told of each other.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation/1/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation/1/edit", Method = "POST")]
public class EditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>As it is stored now; null for a new one.</summary>
    public Consultation? Found { get; private set; }

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        Found = id is { } known ? await OpenUpr.Planning.Consultations.Consultations.FindAsync(Store, Access, known, cancel) : null;
        if (id is not null && (Found is null || !(Access.Is(CoalitionRole.Editor) || Found.AuthorId == Access.MemberId)))
        {
            return NotFound();
        }

        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        var wish = new ConsultationWish(
            Text("kind"), Text("title"), Text("place"), Text("asked"), Text("told"), Text("held"), Text("comments"), Text("minutes"), Many("invitee"), Many("channel"), Text("notes"), Text("organisations"), Text("people"), Number("cluster"), (int?)Number("revision"));
        var outcome = await OpenUpr.Planning.Consultations.Consultations.SaveAsync(Rooms, Access, id, wish, cancel);
        return await AnswerAsync(outcome, $"/consultation/{outcome.Id}", "saved", () => OnGetAsync(id, cancel));
    }
}
