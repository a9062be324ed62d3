using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Plan;

/// <summary>A review that a plan can be made for.</summary>
public sealed record ReviewChoice(int Session, ReviewTimeline Timeline, bool IsPast);

/// <summary>Starting a plan: which State, which session, from which day.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/plan/new")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/plan/new", Method = "POST")]
public sealed class NewModel(Rooms rooms) : CoalitionForm(rooms)
{
    public string? State { get; private set; }

    public IReadOnlyList<ReviewChoice> Reviews { get; private set; } = [];

    /// <summary>The session that is chosen before anybody chooses: the next one.</summary>
    public int? Proposed { get; private set; }

    public DateOnly Today => Rooms.Today;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? state, CancellationToken cancel)
    {
        var reference = Store.Reference;
        var (about, _) = await Profiles.ReadAsync(Store, Access, cancel);
        State = reference.FindState(Text("state") ?? state ?? about.Country ?? "") is { Status: StateStatus.Member } found ? found.Iso3 : null;
        Reviews = State is null ? [] : [.. reference.ReviewSlots.Where(s => s.Iso3 == State).Select(s => ReviewTimeline.Of(reference, State, s.Session)).OfType<ReviewTimeline>()
            .Select(t => new ReviewChoice(t.Session.Number, t, t.Steps.FirstOrDefault(s => s.Key == "review")?.StatusOn(Today) == StepStatus.Done)).OrderByDescending(r => r.Session)];
        Proposed = int.TryParse(Text("session"), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : IsPost ? null : Reviews.Where(r => !r.IsPast).Select(r => (int?)r.Session).Min() ?? Reviews.Select(r => (int?)r.Session).FirstOrDefault();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var session = Text("session") is { Length: > 0 } typed ? int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : (int?)null;
        var outcome = await Plans.StartAsync(Rooms, Access, new PlanWish(Text("state"), session, Text("start")), cancel);
        return await AnswerAsync(outcome, FormattableString.Invariant($"/plan?plan={outcome.Id}"), "planstarted", () => OnGetAsync(null, cancel));
    }
}
