using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The coalitions in which a person has a place.</summary>
[Access(AccessAttribute.SignedIn, "/coalitions")]
public sealed class MineModel(Store store) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    public IReadOnlyList<MyCoalition> Coalitions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Coalitions = await MyCoalitions.ListAsync(store, HttpContext.SignedIn()!.AccountId, cancel);
}
