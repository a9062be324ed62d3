using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Agenda;

/// <summary>Steps and deadlines of the reviews that the coalition plans; of its State's latest review where it has no plan yet.</summary>
/// <param name="moment">A day and an hour in Geneva as a moment; null where the machine has no time zone data.</param>
public sealed class ReviewDays(Rooms rooms, Func<DateOnly, TimeOnly, DateTimeOffset?> moment) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        var reference = rooms.Store.Reference;
        return [.. (await ReviewsAsync(rooms.Store, access, cancel)).Select(r => ReviewTimeline.Of(reference, r.State, r.Session)).OfType<ReviewTimeline>()
            .SelectMany(t => t.Steps.Where(s => s is { Date: not null, NextSession: null }).Select(s => Of(t, s, s.Date!))).Where(t => t.Days.Meets(span))];
    }

    /// <summary>The reviews that the coalition works on.</summary>
    public static async Task<IReadOnlyList<(string State, int Session)>> ReviewsAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        var plans = (await Plans.ListAsync(store, access, cancel)).Where(p => p is { ClosedAt: null, Session: not null }).Select(p => (p.State, p.Session!.Value)).Distinct().ToList();
        if (plans.Count > 0)
        {
            return plans;
        }

        await using var db = store.Open();
        var country = await db.Coalitions.Where(c => c.Id == access.CoalitionId).Select(c => c.Country).SingleOrDefaultAsync(cancel);
        return country is not null && store.Reference.ReviewSlots.Where(s => s.Iso3 == country).MaxBy(s => s.Session) is { } slot ? [(country, slot.Session)] : [];
    }

    private DatedThing Of(ReviewTimeline review, TimelineStep step, StepDate date) => new(
        DatedKinds.Step, string.Create(CultureInfo.InvariantCulture, $"step-{review.Session.Number}-{step.Key}-{review.Iso3}"), new Days(date.Earliest, date.OverBy < date.Earliest ? date.Earliest : date.OverBy), step.What, step.Key,
        string.Create(CultureInfo.InvariantCulture, $"/calendar?state={review.Iso3}&session={review.Session.Number}"))
    {
        At = date is { Estimated: false, Time: { } time, Latest: { } last } ? moment(last, time) : null,
        Date = date, State = review.Iso3, Session = review.Session.Number, IsPublic = true, IsTentative = date.Certainty != Certainty.Confirmed,
    };
}

/// <summary>Sessions of the Human Rights Council and of the Working Group; that of the coalition's own review is a step of it.</summary>
public sealed class SessionDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        var own = (await ReviewDays.ReviewsAsync(rooms.Store, access, cancel)).Select(r => r.Session).ToHashSet();
        var reference = rooms.Store.Reference;
        return [.. GenevaSessions.Except(reference, null).Where(q => q.Days.Meets(span) && !(q.Kind == QuietDays.WorkingGroup && own.Contains(Number(q)))).Select(q => new DatedThing(
            q.Kind == QuietDays.Council ? DatedKinds.Council : DatedKinds.WorkingGroup, $"{q.Kind}-{q.Name}", q.Days, null, q.Name, q.Kind == QuietDays.Council ? "/calendar" : $"/calendar?session={q.Name}")
        {
            IsPublic = true,
            IsTentative = q.Kind == QuietDays.Council ? reference.HrcSessions.Any(h => h.Number == Number(q) && (h.Certainty != Certainty.Confirmed || h.End is null)) : reference.Sessions.Any(s => s.Number == Number(q) && s.Certainty != Certainty.Confirmed),
        })];
    }

    private static int Number(QuietDays session) => int.Parse(session.Name, CultureInfo.InvariantCulture);
}
