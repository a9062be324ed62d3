using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>One recommendation on the big screen of a workshop: what the cluster says goes in as it goes, and the next one is one key away.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/workshop/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/workshop/1", Method = "POST")]
public sealed class WorkshopRowModel(Rooms rooms, LiveIndex live) : OutcomePage(rooms)
{
    public static IReadOnlyList<string> Plans { get; } = ["lobbying", "idea", "actors"];

    private static readonly string[] s_codes = [EntryFields.Ideal, EntryFields.Expected, .. Plans, .. EntryFields.Strands];

    public BoardRow Row { get; private set; } = null!;

    public Expectation? Proposal { get; private set; }

    /// <summary>Of the same cluster, in the order of the report.</summary>
    public IReadOnlyList<BoardRow> Round { get; private set; } = [];

    /// <summary>Among them, from 1.</summary>
    public int Place { get; private set; }

    public BoardRow? Before => Place > 1 ? Round[Place - 2] : null;

    public BoardRow? Next => Place < Round.Count ? Round[Place] : null;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (!await LoadBoardAsync(id, cancel) || Board.Find(row) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        Round = [.. Board.Rows.Where(r => r.Followed.Duty == found.Followed.Duty)];
        Place = Round.Index().First(r => r.Item.Row.Id == row).Index + 1;
        Proposal = Expectations.Of(live.Current, View.Review.State, found.Followed);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (await OnGetAsync(id, row, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        Client = Text("client") ?? Client;
        var saved = await PositionWriting.SaveAsync(Rooms, Access, id, Typed(row, s_codes), Client, cancel);
        if (Act == "keep" && saved is { Outcome.IsDone: true, Clash: null })
        {
            // The page's own script asks for no page: it says "saved".
            return StatusCode(StatusCodes.Status204NoContent);
        }

        if ((Clash = saved.Clash) is not null)
        {
            Client = Arrivals.NewClient();
            return await FailAsync(Outcome.Not(Refusal.Conflict), () => OnGetAsync(id, row, cancel));
        }

        var to = Act switch { "next" => Next ?? Row, "before" => Before ?? Row, _ => Row };
        return await AnswerAsync(saved.Outcome, FormattableString.Invariant($"/follow-up/{id}/workshop/{to.Row.Id}"), "saved", () => OnGetAsync(id, row, cancel));
    }
}
