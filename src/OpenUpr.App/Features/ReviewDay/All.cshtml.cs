using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>All that was noted, in the order in which it was said; one speaker's alone where one is chosen.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/review-day/1/lines")]
public sealed class AllModel(Rooms rooms) : DayPage(rooms)
{
    public const int PageSize = 50;

    private Dictionary<long, string> _states = [];

    public IReadOnlyList<DaySpeaker> Speakers { get; private set; } = [];

    public IReadOnlyList<LineView> Lines { get; private set; } = [];

    /// <summary>0 for the State under review.</summary>
    public long? Speaker { get; private set; }

    /// <summary>From 0.</summary>
    public int PageNumber { get; private set; }

    public int Count { get; private set; }

    public string? StateOf(DayNote note) => note.SpeakerId is { } speaker ? _states.GetValueOrDefault(speaker) : null;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromQuery] long? speaker, [FromQuery] int? page, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (Speaker, PageNumber) = (speaker, Math.Clamp(page ?? 0, 0, OpenUpr.Planning.ReviewDay.Lines.Most / PageSize));
        Speakers = await OpenUpr.Planning.ReviewDay.Speakers.ListAsync(Store, Access, id, cancel);
        _states = Speakers.ToDictionary(s => s.Id, s => s.State);
        (Lines, Count) = await BoardFeed.PageAsync(Store, Access, Board, speaker, PageNumber * PageSize, PageSize, cancel);
        return Page();
    }
}
