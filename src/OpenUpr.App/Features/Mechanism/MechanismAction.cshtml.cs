using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Mechanism;

namespace OpenUpr.App.Features.Mechanism;

/// <summary>What a body reported on one action: every report, the newest first, and a form for the next.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/mechanism/actions/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/mechanism/actions/1", Method = "POST")]
public sealed class MechanismActionModel(Rooms rooms) : MechanismPage(rooms)
{
    public ReportedAction Action { get; private set; } = null!;

    public string Client { get; } = Arrivals.NewClient();

    /// <summary>Guests to whom it was given, with the number under which it was.</summary>
    public IReadOnlyList<GivenTo> Given { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long action, CancellationToken cancel)
    {
        if (!await LoadMechanismAsync(id, cancel) || Mechanism.Actions.FirstOrDefault(a => a.Row.Action.Id == action) is not { } found)
        {
            return NotFound();
        }

        Action = found;
        Given = await ReportDuties.GivenAsync(Store, Access, action, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long action, CancellationToken cancel)
    {
        var outcome = Act == "back" ? await ReportDuties.TakeBackAsync(Rooms, Access, id, Number("duty") ?? 0, cancel)
            : await ReportWriting.AddAsync(Rooms, Access, id, action, Number("seen"), new ReportWish(Text("done"), Text("state"), Text("percent"), Text("obstacles"), Text("help"), Text("next")), Text("client"), cancel);
        return await AnswerAsync(outcome, string.Create(CultureInfo.InvariantCulture, $"/follow-up/{id}/mechanism/actions/{action}"), "saved", () => OnGetAsync(id, action, cancel));
    }
}
