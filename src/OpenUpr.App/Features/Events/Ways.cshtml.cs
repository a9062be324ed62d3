using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Events;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Events;

/// <summary>Attend, watch, hold an event or speak to the press: what speaks for each, what to mind, and what the coalition decides.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/events/ways")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/ways", Method = "POST")]
public sealed class WaysModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyDictionary<string, WayChoice> Chosen { get; private set; } = new Dictionary<string, WayChoice>();

    public bool MayChange => Access.Is(CoalitionRole.Contributor);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Chosen = await WayChoices.ReadAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var way = Text("way");
        return await AnswerAsync(await WayChoices.SaveAsync(Rooms, Access, way, Text($"answer-{way}"), Text($"reason-{way}"), Many("tick"), cancel), "/events/ways", "saved", () => OnGetAsync(cancel));
    }
}
