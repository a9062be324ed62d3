using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Writing agenda and minutes. Two who write at once are told of each other.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/meetings/1/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/meetings/1/edit", Method = "POST")]
public class MeetingEditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>As it is stored now; null for a new one.</summary>
    public Meeting? Meeting { get; private set; }

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    /// <summary>Whose turn it is to receive the others.</summary>
    public HostRow? NextHost { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        Meeting = id is { } known ? (await Meetings.ReadAsync(Store, Access, known, cancel))?.Meeting : null;
        if (id is not null && (Meeting is null || !(Access.Is(CoalitionRole.Editor) || Meeting.AuthorId == Access.MemberId)))
        {
            return NotFound();
        }

        Organisations = await OrganisationChoicesAsync(cancel);
        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        NextHost = await Meetings.HostsAsync(Store, Access, cancel) is [var next, ..] ? next : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        var wish = new MeetingWish(Text("title"), Text("starts"), Text("venue"), Number("host"), Number("cluster"), Text("agenda"), Text("minutes"), (int?)Number("revision"));
        var outcome = await Meetings.SaveAsync(Rooms, Access, id, wish, cancel);
        return await AnswerAsync(outcome, $"/meetings/{outcome.Id}", "saved", () => OnGetAsync(id, cancel));
    }
}
