using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The reprisal log: there for its readers, and for nobody else (requirement D9).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/reprisals")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/reprisals", Method = "POST")]
public sealed class ReprisalLogModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<ReprisalView> Entries { get; private set; } = [];

    public string? Contacts { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Reprisals.ListAsync(Rooms, Access, cancel) is not { } entries)
        {
            return NotFound();
        }

        (Entries, Contacts) = (entries, (await Profiles.ReadAsync(Store, Access, cancel)).Profile.SafetyContacts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await Reprisals.AddAsync(Rooms, Access, Text("who"), Text("what"), Text("where"), Text("when"), Text("by"), cancel);
        return await AnswerAsync(outcome, $"/reprisals/{outcome.Id}", "saved", () => OnGetAsync(cancel));
    }
}
