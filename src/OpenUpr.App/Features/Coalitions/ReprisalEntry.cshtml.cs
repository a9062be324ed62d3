using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>One entry of the reprisal log and the steps that were taken.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/reprisals/1")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/reprisals/1", Method = "POST")]
public sealed class ReprisalEntryModel(Rooms rooms) : CoalitionForm(rooms)
{
    public ReprisalView Entry { get; private set; } = null!;

    public DateOnly Today => Rooms.Today;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await Reprisals.FindAsync(Rooms, Access, id, cancel) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "step" => await Reprisals.AddStepAsync(Rooms, Access, id, Text("step"), Text("on"), Text("note"), cancel),
            "close" or "reopen" => await Reprisals.SetClosedAsync(Rooms, Access, id, Act == "close", cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, $"/reprisals/{id}", "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
