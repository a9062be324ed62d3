using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Founding a coalition: every account may, unless the operator says otherwise (<see cref="FoundingRule"/>).</summary>
[Access(AccessAttribute.SignedIn, "/coalitions/new")]
[Access(AccessAttribute.SignedIn, "/coalitions/new", Method = "POST")]
public sealed class FoundModel(Rooms rooms) : CoalitionForm(rooms)
{
    public string Me => HttpContext.SignedIn()!.DisplayName;

    /// <summary>Whether the operator lets this account found one.</summary>
    public bool IsAllowed { get; private set; } = true;

    public async Task OnGetAsync(CancellationToken cancel) => IsAllowed = await FoundingRule.AllowsAsync(Store, HttpContext.SignedIn()!.AccountId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (outcome, slug) = await Founding.FoundAsync(Rooms, HttpContext.SignedIn()!.AccountId, new NewCoalition(Text("name"), Text("language"), Text("country"), Text("founder"), Text("terms")), cancel);
        return outcome.IsDone ? SeeOther($"/coalitions/{slug}") : await FailAsync(outcome, () => Task.FromResult<IActionResult>(Page()));
    }
}
