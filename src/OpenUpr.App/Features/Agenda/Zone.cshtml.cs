using Microsoft.AspNetCore.Mvc;
using OpenUpr.Agenda;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Agenda;

/// <summary>In whose hours a person reads the calendar, beside Geneva's.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/calendar/zone")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/calendar/zone", Method = "POST")]
public sealed class ZoneModel(Rooms rooms) : CoalitionForm(rooms)
{
    public string? Chosen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Chosen = Failed is null ? await AgendaChoices.ZoneAsync(Store, Access, cancel) : Text("zone");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await AnswerAsync(await AgendaChoices.SetZoneAsync(Rooms, Access, Text("zone"), cancel), "/calendar", "saved", () => OnGetAsync(cancel));
}
