using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Events;

namespace OpenUpr.App.Features.Events;

/// <summary>The plan of who speaks when, and a clock that counts down where scripts run.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/events/1/clock")]
public sealed class ClockModel(Rooms rooms) : CoalitionPage(rooms.Store)
{
    public EventView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        View = (await OpenUpr.Planning.Events.Events.ReadAsync(rooms, Access, id, cancel))!;
        return View is null ? NotFound() : Page();
    }
}
