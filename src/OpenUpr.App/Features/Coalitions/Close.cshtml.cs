using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Closing a coalition, and taking that back while the term runs.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/closing")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/closing", Method = "POST")]
public sealed class CloseModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>When everything is destroyed; null where nobody asked for it.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>What would go.</summary>
    public CoalitionHolds Holds { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        EndsAt = await Closing.EndsAtAsync(Store, Access, cancel);
        Holds = await Closing.HoldsAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Act == "keep")
        {
            return await AnswerAsync(await Closing.TakeBackAsync(Rooms, Access, cancel), "/closing", "saved", () => OnGetAsync(cancel));
        }

        // A stolen session must not be enough.
        return IsProved ? await AnswerAsync(await Closing.AskAsync(Rooms, Access, Text("name"), cancel), "/closing", "saved", () => OnGetAsync(cancel)) : await AskForProofAsync(() => OnGetAsync(cancel));
    }
}
