using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Planning.Outreach;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>One recommendation: its dated positions, what the coalition wants and why, the obligations it matches, whom to speak to, what was asked and learnt.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/positions/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/positions/1", Method = "POST")]
public sealed class PositionRowModel(Rooms rooms, LiveIndex live, ContactIndex contacts) : OutcomePage(rooms)
{
    /// <summary>The fields of this page's form; the workshop has the others.</summary>
    public static IReadOnlyList<string> Codes { get; } = [EntryFields.Ideal, EntryFields.Expected, EntryFields.Key, EntryFields.Lobby, EntryFields.Rationale, EntryFields.Private];

    public BoardRow Row { get; private set; } = null!;

    /// <summary>What past answers let expect; null where there are none.</summary>
    public Expectation? Proposal { get; private set; }

    /// <summary>What the recommendation may match and nobody decided about.</summary>
    public IReadOnlyList<FoundObligation> Proposed { get; private set; } = [];

    public IReadOnlyList<RecommendationObligation> Refused { get; private set; } = [];

    public IReadOnlyList<(OutcomeEntry Entry, string? Author)> History { get; private set; } = [];

    public IReadOnlyList<GovernmentMeeting> Meetings { get; private set; } = [];

    /// <summary>Contacts that a step can be from, as far as the person sees them.</summary>
    public IReadOnlyList<Choice> Contacts { get; private set; } = [];

    public string? NameOfMeeting(long? id) => Meetings.FirstOrDefault(m => m.Id == id)?.Title;

    public string? NameOfContact(long? id) => Contacts.FirstOrDefault(c => c.Value == Number(id))?.Label;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (!await LoadBoardAsync(id, cancel) || Board.Find(row) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        var review = View.Review;
        Proposal = Expectations.Of(live.Current, review.State, found.Followed);
        var decided = await Obligations.DecidedAsync(Store, Access, row, cancel);
        Proposed = Obligations.Open((await ObligationFinder.OfAsync(Store, live.Current, review.State, review.Session, cancel)).For(found.Followed), decided);
        Refused = [.. decided.Where(d => !d.IsConfirmed)];
        History = await PositionBoard.HistoryAsync(Store, Access, id, row, cancel);
        Meetings = await GovernmentMeetings.ListAsync(Store, Access, cancel);
        Contacts = [.. (await contacts.ReadAsync(Access, cancel)).Where(c => c.LeftOn is null).Select(c => new Choice(Number(c.Id)!, c.Name))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (await OnGetAsync(id, row, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        var here = FormattableString.Invariant($"/follow-up/{id}/positions/{row}");
        return Act switch
        {
            "save" => await SaveAsync(id, row, here, cancel),
            "step" => await DoneAsync(await LobbySteps.AddAsync(Rooms, Access, id, [row], new LobbyWish(Text("on"), Text("whom"), Text("asked"), Text("result"), Text("says"), Number("meeting"), Number("contact")), cancel)),
            "remove-step" => await DoneAsync(await LobbySteps.RemoveAsync(Rooms, Access, id, Number("step") ?? 0, cancel)),
            "confirm" or "refuse" => await DoneAsync(await Obligations.DecideAsync(Rooms, Access, id, row, new ObligationWish(Text("kind"), Text("key"), Text("name"), Text("source"), Act == "confirm"), cancel)),
            "forget" => await DoneAsync(await Obligations.RemoveAsync(Rooms, Access, id, row, Number("obligation") ?? 0, cancel)),
            _ => NotFound(),
        };

        Task<IActionResult> DoneAsync(Outcome outcome) => AnswerAsync(outcome, here, "saved", () => OnGetAsync(id, row, cancel));
    }

    private async Task<IActionResult> SaveAsync(long id, long row, string here, CancellationToken cancel)
    {
        Client = Text("client") ?? Client;
        var saved = await PositionWriting.SaveAsync(Rooms, Access, id, Typed(row, Codes), Client, cancel);
        if ((Clash = saved.Clash) is not null)
        {
            Client = Arrivals.NewClient();
            return await FailAsync(Outcome.Not(Refusal.Conflict), () => OnGetAsync(id, row, cancel));
        }

        return await AnswerAsync(saved.Outcome, here, "saved", () => OnGetAsync(id, row, cancel));
    }
}
