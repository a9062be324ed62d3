using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Calendar;

[Access(AccessAttribute.Public, "/calendar?state={state}")]
public sealed class ShowModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    public CalendarRequest Asked { get; private set; } = null!;

    public DateOnly Today { get; } = Geneva.Today(time);

    public ReferenceData Reference => store.Reference;

    public Labels Labels => labels;

    /// <summary>The session that is going on or comes next; null where none is known.</summary>
    public Session? NextSession => Reference.Sessions.Where(s => s.End >= Today).MinBy(s => s.Start);

    /// <summary>The next closing date for stakeholders that may still be open.</summary>
    public CalendarEvent? NextDeadline => ReviewCalendar.Events(Reference, new CalendarFilter(Kind: "stakeholder-deadline", From: Today)) is [var first, ..] ? first : null;

    public IReadOnlyList<CalendarEvent> Upcoming { get; private set; } = [];

    public IReadOnlyList<CalendarEvent> Past { get; private set; } = [];

    /// <summary>The cycle whose past dates are listed.</summary>
    public int PastCycle { get; private set; }

    /// <summary>The review whose steps are drawn when a State is asked for; null for an observer or where it has none.</summary>
    public ReviewTimeline? Timeline { get; private set; }

    /// <summary>All reviews of the State, the latest first.</summary>
    public IReadOnlyList<ReviewTimeline> Reviews { get; private set; } = [];

    /// <summary>The State's steps take the place of the list, unless one kind of date is asked for.</summary>
    public bool ShowsTimeline => Asked.State is not null && Asked.Kind is null;

    public string FileAddress => $"{Request.Scheme}://{Request.Host}{Asked.Address(CalendarRequest.File)}";

    public IActionResult OnGet()
    {
        Asked = CalendarRequest.Read(Request.Query, Reference);
        if (Asked.Refusal is { } refusal)
        {
            HttpContext.Features.Set(new Problem(refusal));
            return NotFound();
        }

        if (!Asked.Canonical)
        {
            return RedirectPermanent(Asked.Address(CalendarRequest.Page));
        }

        if (Asked.State is { } state)
        {
            ReadReviews(state.Iso3);
        }

        PastCycle = Asked.Cycle ?? Reference.CycleOf(Asked.Session ?? 0) ?? Reference.Sessions.LastOrDefault(s => s.Start <= Today)?.Cycle ?? Reference.Cycles[0].Number;
        Upcoming = ReviewCalendar.Events(Reference, Asked.Filter with { From = Today });
        Past = [.. ReviewCalendar.Events(Reference, Asked.Filter with { Cycle = Asked.State is null ? PastCycle : Asked.Cycle }).Where(e => e.Date.OverBy < Today)];
        if (Asked.Session is null)
        {
            Past = [.. Past.Reverse()];
        }

        return Page();
    }

    /// <summary>The States of a session in the order of their reviews where it is known, else by name.</summary>
    public IEnumerable<ReviewSlot> StatesOf(Session session) => Reference.ReviewSlots.Where(s => s.Session == session.Number)
        .OrderBy(s => s.Position ?? int.MaxValue).ThenBy(s => labels.State(s.Iso3), StringComparer.CurrentCulture);

    private void ReadReviews(string iso3)
    {
        Reviews = [.. Reference.ReviewSlots.Where(s => s.Iso3 == iso3).Select(s => s.Session).Distinct().OrderDescending()
            .Select(n => ReviewTimeline.Of(Reference, iso3, n)).OfType<ReviewTimeline>()];

        // The review that is on its way: the latest that has begun to be prepared, unless the address names one.
        Timeline = Asked.Session is not null || Asked.Cycle is not null
            ? Reviews.FirstOrDefault(r => r.Session.Number == Asked.Session || r.Session.Cycle == Asked.Cycle)
            : Reviews.FirstOrDefault(r => r.Steps.Any(s => s.Date?.Earliest <= Today)) ?? (Reviews is [.., var first] ? first : null);
    }
}
