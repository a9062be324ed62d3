using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The organisations of a coalition.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/organisations")]
public sealed class OrganisationsModel(Store store) : CoalitionPage(store)
{
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Organisations = await MemberOrganisations.ListAsync(Store, Access, cancel);
}
