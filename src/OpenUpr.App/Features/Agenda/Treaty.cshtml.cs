using Microsoft.AspNetCore.Mvc;
using OpenUpr.Agenda;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Agenda;

/// <summary>Dates of treaty bodies, entered by the secretariat with the page they were found on (requirement C11).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/calendar/treaty")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/calendar/treaty", Method = "POST")]
public sealed class TreatyModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<TreatyDate> Dates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Dates = await TreatyDates.ListAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "add" => await TreatyDates.AddAsync(Rooms, Access, new TreatyWish(Text("committee"), Text("kind"), Text("from"), Text("to"), Text("source"), Text("note")), cancel),
            "remove" => await TreatyDates.RemoveAsync(Rooms, Access, Number("number") ?? 0, cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, "/calendar/treaty", "saved", () => OnGetAsync(cancel)) : NotFound();
    }
}
