using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Planning.Events;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Events;

/// <summary>The events of a coalition, the latest first.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/events")]
public sealed class ListModel(Store store) : CoalitionPage(store)
{
    public IReadOnlyList<EventRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await OpenUpr.Planning.Events.Events.ListAsync(Store, Access, cancel);
}
