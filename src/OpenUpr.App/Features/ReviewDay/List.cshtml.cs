using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>The boards of a coalition.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/review-day")]
public sealed class ListModel(Rooms rooms) : CoalitionPage(rooms.Store)
{
    public IReadOnlyList<BoardRow> Boards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Boards = await OpenUpr.Planning.ReviewDay.Boards.ListAsync(Store, Access, cancel);
}
