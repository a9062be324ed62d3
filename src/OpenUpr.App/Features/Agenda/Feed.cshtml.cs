using Microsoft.AspNetCore.Mvc;
using OpenUpr.Agenda;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Agenda;

/// <summary>A person's own calendar feed: made, renewed, closed.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/calendar/feed")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/calendar/feed", Method = "POST")]
public sealed class FeedModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>Null while the person has none.</summary>
    public CalendarFeed? Feed { get; private set; }

    /// <summary>The link that was just made: the only time that it is shown.</summary>
    public string? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Feed = await CalendarFeeds.ReadAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        switch (Act)
        {
            case "close":
                return await AnswerAsync(await CalendarFeeds.CloseAsync(Rooms, Access, cancel), "/calendar/feed", "saved", () => OnGetAsync(cancel));
            case "make" when await CalendarFeeds.MakeAsync(Rooms, Access, Flag("titles"), cancel) is { Token: { } token }:
                // Shown at once and without an address of its own: the secret is kept nowhere.
                Made = $"{Request.Scheme}://{Request.Host}/feeds/{token}.ics";
                return await OnGetAsync(cancel);
            default:
                return NotFound();
        }
    }
}
