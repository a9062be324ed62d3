using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Plan;

/// <summary>The dates of a plan: what would move now, which session it counts from, and what has moved before.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/plan/dates")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/plan/dates", Method = "POST")]
public sealed class DatedModel(Rooms rooms) : CoalitionForm(rooms)
{
    public ReviewPlan Plan { get; private set; } = null!;

    public IReadOnlyList<PlanMove> Moves { get; private set; } = [];

    public IReadOnlyList<PastChange> Past { get; private set; } = [];

    public IEnumerable<Choice> Sessions => Store.Reference.ReviewSlots.Where(s => s.Iso3 == Plan.State).Select(s => s.Session).Concat(Store.Reference.Sessions.Where(s => s.Start >= Rooms.Today).Select(s => s.Number)).Distinct().Order()
        .Select(n => new Choice(n.ToString(CultureInfo.InvariantCulture), new Shared.Labels(Store).SessionWithMonths(n)));

    public async Task<IActionResult> OnGetAsync([FromQuery] long? plan, CancellationToken cancel)
    {
        if (await Plans.FindAsync(Store, Access, Number("plan") ?? plan, cancel) is not { } found)
        {
            return NotFound();
        }

        Plan = found;
        Moves = await PlanDates.PendingAsync(Store, Access, found, cancel);
        Past = await PlanChanges.ListAsync(Store, Access, found.Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (id, revision) = (Number("plan") ?? 0, (int?)Number("revision"));
        Outcome? outcome = Act switch
        {
            "apply" => await PlanDates.ApplyAsync(Rooms, Access, id, revision, cancel),
            "session" => await PlanDates.ChooseSessionAsync(Rooms, Access, id, Text("session") is { Length: > 0 } ? (int?)Number("session") ?? 0 : null, revision, cancel),
            "close" or "reopen" => await Plans.SetClosedAsync(Rooms, Access, id, Act == "close", cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, FormattableString.Invariant($"/plan/dates?plan={id}"), "saved", () => OnGetAsync(null, cancel)) : NotFound();
    }
}
