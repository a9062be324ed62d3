using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>Every recommendation of a followed review with its position now, what is wished for and what is expected; and a step that is noted for several of them at once.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/positions")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/positions", Method = "POST")]
[RequestFormLimits(ValueCountLimit = 1_024)]
public sealed class PositionsShowModel(Rooms rooms) : OutcomePage(rooms)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 50;

    public FollowFilter Filter { get; private set; } = FollowFilter.All;

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public int Found { get; private set; }

    public IReadOnlyList<GovernmentMeeting> Meetings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadBoardAsync(id, cancel))
        {
            return NotFound();
        }

        Filter = FollowFilter.Read(name => Request.Query[name]);

        // The position here is the one that holds, which a settled one may have changed.
        var rows = Board.Rows.Where(r => (Filter.Position is null || r.Position == Filter.Position) && (Filter with { Position = null }).Passes(r.Followed)).ToList();
        Found = rows.Count;
        Pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(Request.Query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;
        Rows = [.. rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        Meetings = await GovernmentMeetings.ListAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadBoardAsync(id, cancel) || Act != "step")
        {
            return NotFound();
        }

        long[] rows = [.. Many("chosen").Select(c => long.TryParse(c, out var row) ? row : 0).Distinct()];
        var outcome = await LobbySteps.AddAsync(Rooms, Access, id, rows, new LobbyWish(Text("on"), Text("whom"), Text("asked"), Text("result"), Text("says"), Number("meeting"), null), cancel);
        return await AnswerAsync(outcome, FormattableString.Invariant($"/follow-up/{id}/positions") + FollowFilter.Read(name => Request.Query[name]).Query(), "saved", () => OnGetAsync(id, cancel));
    }
}
