using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Who is not at the table and what is done about it; exchanges with coalitions elsewhere (requirement D10).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/absent")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/absent", Method = "POST")]
public sealed class AbsentModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<AbsentGroup> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Groups = await Records.AbsentAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "add" => await Records.SaveAbsentAsync(Rooms, Access, new AbsentWish(Text("kind"), Text("name"), Text("plan")), cancel),
            "settle" => await Records.SettleAbsentAsync(Rooms, Access, Number("number") ?? 0, cancel),
            "remove" => await Records.RemoveAsync(Rooms, Access, "absent", Number("number") ?? 0, cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, "/absent", Act == "remove" ? "removed" : "saved", () => OnGetAsync(cancel)) : NotFound();
    }
}
