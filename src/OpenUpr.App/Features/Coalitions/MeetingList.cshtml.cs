using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The meetings of a coalition, what they decided that is still open, and whose turn it is to receive the others.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/meetings")]
public sealed class MeetingListModel(Store store, TimeProvider time) : CoalitionPage(store)
{
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyList<HostRow> Hosts { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Open { get; private set; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Meetings = await OpenUpr.Coalitions.Meetings.ListAsync(Store, Access, cancel);
        Hosts = await OpenUpr.Coalitions.Meetings.HostsAsync(Store, Access, cancel);
        Open = await Decisions.OpenAsync(Store, Access, cancel);
    }
}
