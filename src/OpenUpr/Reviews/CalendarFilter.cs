namespace OpenUpr.Reviews;

/// <summary>Which events of the calendar are wanted; what is null does not narrow.</summary>
/// <param name="Iso3">Only the reviews of this State, then with the steps that differ from State to State.</param>
/// <param name="Kind">Only steps of this key, see <see cref="StepRule.Key"/>.</param>
/// <param name="From">Only events that may still be going on on this day or later.</param>
/// <param name="To">Only events that may have begun by this day.</param>
public sealed record CalendarFilter(string? Iso3 = null, string? Kind = null, int? Cycle = null, int? Session = null, DateOnly? From = null, DateOnly? To = null);
