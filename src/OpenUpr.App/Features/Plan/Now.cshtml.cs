using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Plan;

/// <summary>What now: the three next things, what is overdue, and what waits for whom.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/now")]
public sealed class NowModel(Rooms rooms, IEnumerable<IWaitingThings> others) : CoalitionPage(rooms.Store)
{
    public NowView View { get; private set; } = null!;

    public DateOnly Today => rooms.Today;

    public async Task OnGetAsync(CancellationToken cancel) => View = await WhatNow.ReadAsync(rooms, Access, others, cancel);
}
