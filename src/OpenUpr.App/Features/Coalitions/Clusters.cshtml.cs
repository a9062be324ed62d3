using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The clusters and regional groups of a coalition (requirement D6).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/clusters")]
public sealed class ClustersModel(Store store) : CoalitionPage(store)
{
    public IReadOnlyList<ClusterRow> Clusters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Clusters = await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel);
}
