using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>One search over all that a person may see in the room; it reads the room for each question and keeps nothing.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/search")]
public sealed class RoomSearchModel(Rooms rooms, IEnumerable<IRoomTexts> others) : CoalitionPage(rooms.Store)
{
    public string? Query { get; private set; }

    public IReadOnlyList<RoomHit> Hits { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken cancel)
    {
        Query = q?.Trim() is { Length: > 0 } asked ? asked[..Math.Min(asked.Length, RoomSearch.MaxQuery)] : null;
        Hits = await RoomSearch.FindAsync(rooms, Access, others, Query, cancel);
    }
}
