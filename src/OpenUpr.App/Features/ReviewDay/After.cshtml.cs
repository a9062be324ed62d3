using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>After the day: what was noted beside what the report says.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/review-day/1/after")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/review-day/1/after", Method = "POST")]
public sealed class AfterModel(Rooms rooms, DayMatcher matcher) : DayPage(rooms)
{
    private const string Take = "take-";

    public ReconcileView View { get; private set; } = null!;

    /// <summary>From 0.</summary>
    public int PageNumber { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromQuery] int? page, CancellationToken cancel)
    {
        PageNumber = Math.Clamp(page ?? 0, 0, Lines.Most / Reconciling.PageSize);
        if (!await FindAsync(id, cancel) || await Reconciling.ReadAsync(Store, matcher, Access, id, PageNumber, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromQuery] int? page, CancellationToken cancel)
    {
        Outcome? outcome = Number("reopen") is { } reopened ? await Reconciling.ReopenAsync(Rooms, Access, id, reopened, cancel)
            : Act == "sure" ? await Reconciling.ConfirmSureAsync(Rooms, matcher, Access, id, cancel)
            : Act == "confirm" ? Choices() is { Count: > 0 } choices ? await Reconciling.ConfirmAsync(Rooms, Access, id, choices, cancel) : Outcome.Not(Refusal.Empty)
            : null;
        return outcome is { } came ? await AnswerAsync(came, FormattableString.Invariant($"/review-day/{id}/after"), "saved", () => OnGetAsync(id, page, cancel)) : NotFound();
    }

    /// <summary>Fields named by the line's number, such as take-7; what is left empty is decided later.</summary>
    private Dictionary<long, long?> Choices()
    {
        var choices = new Dictionary<long, long?>();
        foreach (var name in Request.Form.Keys.Where(k => k.StartsWith(Take, StringComparison.Ordinal)))
        {
            if (long.TryParse(name.AsSpan(Take.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && Text(name) is { Length: > 0 } choice)
            {
                choices[line] = choice == "none" ? null : Number(name) ?? -1;
            }
        }

        return choices;
    }
}
