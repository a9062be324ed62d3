using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Consultations;

/// <summary>Consultations on the review, and the regular meetings with the government.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/consultation")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation", Method = "POST")]
public sealed class ListModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<ConsultationRow> Rows { get; private set; } = [];

    public IReadOnlyList<GovernmentMeeting> Meetings { get; private set; } = [];

    /// <summary>What was asked and learnt about recommendations, by the meeting.</summary>
    public ILookup<long, (LobbyStep Step, string? Number)> Asked { get; private set; } = Array.Empty<(LobbyStep Step, string? Number)>().ToLookup(s => s.Step.Id);

    public bool MayChange => Access.Is(CoalitionRole.Contributor);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Rows = await OpenUpr.Planning.Consultations.Consultations.ListAsync(Store, Access, cancel);
        Meetings = await GovernmentMeetings.ListAsync(Store, Access, cancel);
        Asked = await LobbySteps.OfMeetingsAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "meeting" => await GovernmentMeetings.AddAsync(Rooms, Access, Text("title"), Text("with"), Text("on"), Text("every"), cancel),
            "held" => await GovernmentMeetings.HeldAsync(Rooms, Access, Number("number") ?? 0, Text("note"), cancel),
            "remove" => await GovernmentMeetings.RemoveAsync(Rooms, Access, Number("number") ?? 0, cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, "/consultation", Act == "remove" ? "removed" : "saved", () => OnGetAsync(cancel)) : NotFound();
    }
}
