using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>A coalition's home: what is due, what waits for me, what changed, how far we are. Guests find what is shared with them; who was invited, the terms.</summary>
[Access(AccessAttribute.Invited, "/coalitions/{coalition}")]
public sealed class HomeModel(Rooms rooms, IEnumerable<IWaitingThings> waiting) : CoalitionPage(rooms.Store)
{
    /// <summary>Null for a guest.</summary>
    public HomeView? View { get; private set; }

    /// <summary>What is next by the plan; null for a guest.</summary>
    public NowView? Now { get; private set; }

    /// <summary>True where the coalition has chosen an issue that this person may see.</summary>
    public bool HasPriorities { get; private set; }

    public Coalition About { get; private set; } = null!;

    public IReadOnlyList<SharedThing> Shared { get; private set; } = [];

    public DateOnly Today => rooms.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Access.Role == CoalitionRole.Invited)
        {
            return SeeOther(Link("/terms"));
        }

        if (Access.Role == CoalitionRole.Guest)
        {
            Shared = await Sharing.WithMeAsync(Store, Access, cancel);
            return Page();
        }

        // Beside the rest, on a thread of its own: SQLite answers while one waits.
        var now = Task.Run(() => WhatNow.ReadAsync(rooms, Access, waiting, cancel), cancel);
        (About, _) = await Profiles.ReadAsync(Store, Access, cancel);
        View = await RoomHome.ReadAsync(rooms, Access, cancel);
        HasPriorities = await Priorities.AnyAsync(Store, Access, cancel);
        Now = await now;
        return Page();
    }
}
