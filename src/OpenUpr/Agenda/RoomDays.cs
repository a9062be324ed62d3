using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.Agenda;

/// <summary>Windows of the plan's tasks. What was left out from the beginning is not among them; what was skipped later is, as cancelled.</summary>
public sealed class TaskDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var tasks = await db.PlanTasks.AsNoTracking()
            .Where(t => t.From != null && t.To != null && t.From <= span.To && t.To >= span.From && t.Fit != PlanFit.TooLate && t.Fit != PlanFit.LeftOut && db.ReviewPlans.Any(p => p.Id == t.PlanId && p.ClosedAt == null))
            .ToListAsync(cancel);
        var ids = tasks.ConvertAll(t => (long?)t.Id).ToHashSet();
        var changes = (await db.PlanChanges.AsNoTracking().Where(c => c.TaskId != null).Select(c => new { c.TaskId, c.At }).ToListAsync(cancel)).Where(c => ids.Contains(c.TaskId)).GroupBy(c => c.TaskId!.Value).ToDictionary(g => g.Key, g => g.Max(c => c.At));
        return [.. tasks.Select(t => new DatedThing(DatedKinds.Task, Key("task", t.Id), new Days(t.From!.Value, t.To!.Value), t.Title, t.Step, Path("/plan/tasks/", t.Id))
        {
            IsTentative = t.Basis is PlanBasis.Range or PlanBasis.Estimated, IsDone = t.State == PlanTask.Done, IsCancelled = t.State == PlanTask.Skipped, OwnerId = t.OwnerId, Revision = t.Revision, ChangedAt = changes.TryGetValue(t.Id, out var at) ? at : null,
        })];
    }

    internal static string Key(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}");

    internal static string Path(string path, long id) => string.Create(CultureInfo.InvariantCulture, $"{path}{id}");
}

/// <summary>Decisions of meetings with a day by which they are due.</summary>
public sealed class DecisionDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.DueOn != null && d.DueOn >= span.From && d.DueOn <= span.To).ToListAsync(cancel);
        return [.. decisions.Select(d => new DatedThing(DatedKinds.Decision, TaskDays.Key("decision", d.Id), new Days(d.DueOn!.Value, d.DueOn.Value), d.Text, null, TaskDays.Path("/meetings/", d.MeetingId))
        {
            IsDone = d.DoneAt is not null, OwnerId = d.OwnerId,
        })];
    }
}

/// <summary>Meetings of the coalition and its clusters.</summary>
public sealed class MeetingDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var meetings = await db.Meetings.AsNoTracking().Select(m => new { m.Id, m.Title, m.StartsAt, m.Revision }).ToListAsync(cancel);
        return [.. from meeting in meetings
                   let day = DateOnly.FromDateTime(meeting.StartsAt.UtcDateTime)
                   where day >= span.From && day <= span.To
                   select new DatedThing(DatedKinds.Meeting, TaskDays.Key("meeting", meeting.Id), new Days(day, day), meeting.Title, null, TaskDays.Path("/meetings/", meeting.Id)) { At = meeting.StartsAt, Revision = meeting.Revision }];
    }
}

/// <summary>Events to which the coalition invites, or goes (requirements H9 to H11, I6, L13).</summary>
public sealed class EventDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var events = await db.CoalitionEvents.AsNoTracking().Select(e => new { e.Id, e.Title, e.Kind, e.StartsAt, e.Minutes, e.Revision }).ToListAsync(cancel);
        return [.. from found in events
                   let days = new Days(DateOnly.FromDateTime(found.StartsAt.UtcDateTime), DateOnly.FromDateTime(found.StartsAt.AddMinutes(found.Minutes ?? 0).UtcDateTime))
                   where days.Meets(span)
                   select new DatedThing(DatedKinds.Event, TaskDays.Key("event", found.Id), days, found.Title, found.Kind, TaskDays.Path("/events/", found.Id)) { At = found.StartsAt, Revision = found.Revision }];
    }
}

/// <summary>Holidays and the coalition's own quiet times (requirement H8).</summary>
public sealed class QuietTimes(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel) =>
        [.. (await QuietPeriods.ListAsync(rooms.Store, access, cancel)).SelectMany(p => QuietPeriods.DaysOf(p, span.From).Where(q => q.Days.Meets(span))
            .Select(q => new DatedThing(DatedKinds.Quiet, string.Create(CultureInfo.InvariantCulture, $"quiet-{p.Id}-{q.Days.From.Year}"), q.Days, p.Name, p.Kind, "/plan/quiet")))];
}

/// <summary>Dates of treaty bodies that the secretariat wrote down (requirement C11).</summary>
public sealed class TreatyDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var dates = await db.TreatyDates.AsNoTracking().Where(t => t.From <= span.To && t.To >= span.From).ToListAsync(cancel);
        return [.. dates.Select(t => new DatedThing(DatedKinds.Treaty, TaskDays.Key("treaty", t.Id), new Days(t.From, t.To), t.Note, $"{t.Committee} {t.Kind}", "/calendar/treaty") { Source = t.Source })];
    }
}
