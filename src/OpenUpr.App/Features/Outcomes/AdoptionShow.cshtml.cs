using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Positions;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>The adoption of the outcome: what is still pending, what the State said of it, what changed since the review.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/adoption")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/adoption", Method = "POST")]
public sealed class AdoptionShowModel(Rooms rooms) : OutcomePage(rooms)
{
    /// <summary>Changes, and pending recommendations, on one page.</summary>
    public const int PageSize = 50;

    public IReadOnlyList<BoardRow> Pending { get; private set; } = [];

    /// <summary>The part of them on this page.</summary>
    public IReadOnlyList<BoardRow> PendingOnPage { get; private set; } = [];

    public int PendingNumber { get; private set; } = 1;

    public int PendingPages { get; private set; } = 1;

    public IReadOnlyList<PositionChange> Changes { get; private set; } = [];

    /// <summary>The part of them on this page.</summary>
    public IReadOnlyList<PositionChange> OnPage { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>The session of the Council that adopts outcomes of this review's session; null where it is not known.</summary>
    public int? CouncilSession { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadBoardAsync(id, cancel))
        {
            return NotFound();
        }

        Pending = [.. Board.Rows.Where(r => r.Position == BoardRow.Pending)];
        (PendingOnPage, PendingNumber, PendingPages) = Part(Pending, "open");
        Changes = Adoptions.Changes(Board);
        (OnPage, PageNumber, Pages) = Part(Changes, "page");
        CouncilSession = Store.Reference.Adoptions.FirstOrDefault(a => a.Session == View.Review.Session)?.HrcSession;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        var outcome = Act switch
        {
            "said" => await Adoptions.SayAsync(Rooms, Access, id, new SaidWish(Number("row") ?? 0, Text("said"), Text("on"), Text("source")), cancel),
            "settle" => await Adoptions.SettleAsync(Rooms, Access, id, Text("on"), cancel),
            "unsettle" => await Adoptions.TakeBackAsync(Rooms, Access, id, cancel),
            _ => Outcome.Absent,
        };
        return await AnswerAsync(outcome, FormattableString.Invariant($"/follow-up/{id}/adoption"), "saved", () => OnGetAsync(id, cancel));
    }

    /// <summary>The page of a list that the address asks for, its number, and of how many.</summary>
    private (IReadOnlyList<T> Rows, int Number, int Pages) Part<T>(IReadOnlyList<T> all, string name)
    {
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        var number = int.TryParse(Request.Query[name], out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        return ([.. all.Skip((number - 1) * PageSize).Take(PageSize)], number, pages);
    }
}
