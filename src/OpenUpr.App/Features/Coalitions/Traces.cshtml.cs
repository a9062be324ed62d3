using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>What the room holds of one person: found, taken along, forgotten.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/people/1/traces")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/people/1/traces", Method = "POST")]
public sealed class TracesModel(Rooms rooms, IEnumerable<IRoomTexts> others) : CoalitionForm(rooms)
{
    public TracesView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await PersonTraces.FindAsync(Rooms, Access, others, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        switch (Act)
        {
            case "export":
                return await PersonTraces.ExportAsync(Rooms, Access, others, id, cancel) is { } json ? File(json, "application/json", "person.json") : NotFound();
            case "erase":
                return await AnswerAsync(await PersonTraces.EraseAsync(Rooms, Access, id, cancel), $"/people/{id}/traces", "erased", () => OnGetAsync(id, cancel));
            default:
                return NotFound();
        }
    }
}
