using OpenUpr.App.Features.Coalitions;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>A page of one board.</summary>
public abstract class DayPage(Rooms rooms) : CoalitionForm(rooms)
{
    public DayBoard Board { get; private set; } = null!;

    public bool MayWrite => Access.Is(CoalitionRole.Contributor);

    public bool MayEdit => Access.Is(CoalitionRole.Editor);

    /// <summary>The address of a page of this board; <paramref name="path"/> begins with a slash, or is empty for the board itself.</summary>
    public string BoardLink(string path) => Link(FormattableString.Invariant($"/review-day/{Board.Id}{path}"));

    /// <summary>False where there is no such board for this person.</summary>
    protected async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        var found = await Boards.FindAsync(Store, Access, id, cancel);
        Board = found!;
        return found is not null;
    }
}
