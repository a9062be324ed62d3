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

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public bool HasOlder { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancel)
    {
        Number = Math.Clamp(number ?? 1, 1, 10_000);
        var found = await OpenUpr.Coalitions.Meetings.ListAsync(Store, Access, cancel, Number);
        (Meetings, HasOlder) = ([.. found.Take(OpenUpr.Coalitions.Meetings.PageSize)], found.Count > OpenUpr.Coalitions.Meetings.PageSize);
        Hosts = await OpenUpr.Coalitions.Meetings.HostsAsync(Store, Access, cancel);
        Open = await Decisions.OpenAsync(Store, Access, cancel);
    }
}
