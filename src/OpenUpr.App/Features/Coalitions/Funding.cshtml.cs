using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Money: what members pool, what donors gave and to whom, what is sought (requirements D7, D8).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/funding")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/funding", Method = "POST")]
public sealed class FundingModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<(Grant Grant, string? Holder)> Grants { get; private set; } = [];

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        (Grants, Organisations) = (await Records.GrantsAsync(Store, Access, cancel), await OrganisationChoicesAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        switch (Act)
        {
            case "add":
                var wish = new GrantWish(Text("kind"), Text("donor"), Number("holder"), Text("amount"), Text("currency"), Text("from"), Text("to"), Flag("excludes"), Flag("prefers"), Text("note"));
                return await AnswerAsync(await Records.SaveGrantAsync(Rooms, Access, wish, cancel), "/funding", "saved", () => OnGetAsync(cancel));
            case "remove":
                return await AnswerAsync(await Records.RemoveAsync(Rooms, Access, "grant", Number("number") ?? 0, cancel), "/funding", "removed", () => OnGetAsync(cancel));
            default:
                return NotFound();
        }
    }
}
