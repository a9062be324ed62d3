using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Positions;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>The workshop after the review: which cluster works on which recommendations, how far each is, and the sheet of results.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/workshop")]
public sealed class WorkshopShowModel(Rooms rooms) : OutcomePage(rooms)
{
    /// <summary>Clusters with their recommendations; those that belong to none come last, under 0.</summary>
    public IReadOnlyList<(long Cluster, string Name, IReadOnlyList<BoardRow> Rows)> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadBoardAsync(id, cancel))
        {
            return NotFound();
        }

        Groups = [.. Board.Rows.GroupBy(r => r.Followed.Duty is null ? 0 : r.Row.DutyClusterId ?? 0).OrderBy(g => g.Key == 0).ThenBy(g => g.First().Followed.Duty, StringComparer.CurrentCulture)
            .Select(g => (g.Key, g.First().Followed.Duty ?? Resources.FollowUpWords.Duty_None, (IReadOnlyList<BoardRow>)[.. g]))];
        return Page();
    }

    /// <summary>Whether the workshop wrote of it.</summary>
    public static bool IsWorkedOn(BoardRow row) => row.Entry is { } e && (e.Lobbying ?? e.Idea ?? e.Actors ?? e.Acceptance ?? e.Government ?? e.Dissemination ?? e.International ?? e.Charter ?? e.Monitoring) is not null;
}
