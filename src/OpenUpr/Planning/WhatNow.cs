using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>Something that waits for somebody, from another part of the room.</summary>
/// <param name="Kind">For the reader's words, such as "follow-up".</param>
/// <param name="What">In the coalition's words.</param>
/// <param name="MemberId">Whom it waits for, if a person; a guest too.</param>
/// <param name="Path">Where it stands, inside the room.</param>
public sealed record WaitingThing(string Kind, string What, long? MemberId, long? ClusterId, DateOnly? DueOn, string Path)
{
    /// <summary>How many of them wait; null where it is one thing.</summary>
    public int? Count { get; init; }
}

/// <summary>What another part of the room has waiting, as far as a person may see it.</summary>
public interface IWaitingThings
{
    Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel);
}

/// <summary>Something to do, from the plan, a meeting or elsewhere.</summary>
/// <param name="Kind">task, decision, or another part's word.</param>
/// <param name="Task">The plan's task; null for anything else, whose words are <paramref name="What"/>.</param>
/// <param name="From">When its time begins; null where it has none.</param>
public sealed record NowThing(string Kind, PlanTask? Task, string? What, long? MemberId, long? ClusterId, DateOnly? From, DateOnly? DueOn, string Path)
{
    /// <summary>How many of them wait; null where it is one thing.</summary>
    public int? Count { get; init; }
}

/// <summary>Whom things wait for.</summary>
public enum WaitsFor
{
    Me,
    Person,
    FormerMember,
    Cluster,
    Guest,
    Nobody,
}

/// <summary>What waits for one person, one cluster or nobody yet, the first due first.</summary>
/// <param name="Name">Null for nobody.</param>
public sealed record WaitingGroup(WaitsFor For, string? Name, IReadOnlyList<NowThing> Things);

/// <summary>What to do now.</summary>
/// <param name="Next">The three next things that are not late: what runs and ends first, then what begins first.</param>
/// <param name="Overdue">The latest first.</param>
/// <param name="Total">Open tasks of the plan.</param>
public sealed record NowView(ReviewPlan? Plan, IReadOnlyList<NowThing> Next, IReadOnlyList<NowThing> Overdue, IReadOnlyList<WaitingGroup> Waiting, int Total, int Moves);

/// <summary>One answer to "what now": the three next things, what is overdue, and what waits for whom, from the plan, the meetings' decisions and other parts.</summary>
public static class WhatNow
{
    /// <summary>Next things that are named: more would be a list again.</summary>
    public const int Few = 3;

    /// <summary>Things shown of one group, and of what is overdue.</summary>
    public const int MostOfGroup = 50;

    /// <param name="others">Where other parts add what waits; see <see cref="IWaitingThings"/>.</param>
    public static async Task<NowView> ReadAsync(Rooms rooms, CoalitionAccess access, IEnumerable<IWaitingThings> others, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var plan = await Plans.FindAsync(rooms.Store, access, null, cancel);
        plan = plan is { ClosedAt: null } ? plan : null;
        var running = await db.ReviewPlans.Where(p => p.ClosedAt == null).Select(p => p.Id).ToListAsync(cancel);
        var tasks = await db.PlanTasks.AsNoTracking().Where(t => running.Contains(t.PlanId) && (t.State == PlanTask.Open || t.State == PlanTask.Started)).ToListAsync(cancel);
        var things = tasks.ConvertAll(t => new NowThing("task", t, t.Title, t.OwnerId, t.ClusterId, t.From, t.To, FormattableString.Invariant($"/plan/tasks/{t.Id}")));
        things.AddRange((await Decisions.OpenAsync(rooms.Store, access, cancel)).Select(d => new NowThing("decision", null, d.Decision.Text, d.Decision.OwnerId, d.Decision.ClusterId, null, d.Decision.DueOn, FormattableString.Invariant($"/meetings/{d.Decision.MeetingId}"))));
        things.AddRange((await RoomParts.ReadAsync(others, (other, c) => other.ReadAsync(access, c), cancel)).Select(w => new NowThing(w.Kind, null, w.What, w.MemberId, w.ClusterId, null, w.DueOn, w.Path) { Count = w.Count }));

        var today = rooms.Today;
        var moves = plan is null ? 0 : (await PlanDates.PendingAsync(rooms.Store, access, plan, cancel)).Count(m => m.Kind != MoveKind.Stays);
        return new NowView(plan, NextOf(things, today), [.. things.Where(t => t.DueOn < today).OrderBy(t => t.DueOn).Take(MostOfGroup)], await GroupsAsync(db, access, things, today, cancel), tasks.Count, moves);
    }

    /// <summary>What runs now and ends first, then what begins first; what has no date at all only where there is nothing else.</summary>
    internal static IReadOnlyList<NowThing> NextOf(IEnumerable<NowThing> things, DateOnly today) =>
        [.. things.Where(t => t.DueOn is null || t.DueOn >= today).OrderBy(t => t.DueOn is null).ThenBy(t => t.From > today ? t.From : today).ThenBy(t => t.DueOn).ThenBy(t => StepBook.Place(t.Task?.Step)).Take(Few)];

    private static async Task<IReadOnlyList<WaitingGroup>> GroupsAsync(OpenUprDb db, CoalitionAccess access, List<NowThing> things, DateOnly today, CancellationToken cancel)
    {
        var names = await TaskRows.NamesAsync(db, cancel);
        var clusters = await TaskRows.ClusterNamesAsync(db, access, cancel);
        var places = await db.Memberships.AsNoTracking().Where(m => m.CoalitionId == access.CoalitionId).Select(m => new { m.Id, m.Role, m.LeftAt }).ToDictionaryAsync(m => m.Id, m => (IsGuest: m.Role == "guest", HasLeft: m.LeftAt != null), cancel);
        var due = things.Where(t => t.Task is null || t.From <= today);
        var groups = due.GroupBy(t => t switch
        {
            { MemberId: { } who } when places.GetValueOrDefault(who).HasLeft => (WaitsFor.FormerMember, (long?)who),
            { MemberId: { } who } => (who == access.MemberId ? WaitsFor.Me : places.GetValueOrDefault(who).IsGuest ? WaitsFor.Guest : WaitsFor.Person, who),
            { ClusterId: { } cluster } => (WaitsFor.Cluster, cluster),
            _ => (WaitsFor.Nobody, null),
        });
        return [.. groups.Select(g => new WaitingGroup(g.Key.Item1, g.Key.Item1 == WaitsFor.Cluster ? clusters.GetValueOrDefault(g.Key.Item2!.Value) : g.Key.Item2 is { } who ? names.GetValueOrDefault(who) : null, [.. g.OrderBy(t => t.DueOn ?? DateOnly.MaxValue).Take(MostOfGroup)]))
            .OrderBy(g => g.For).ThenBy(g => g.Name, StringComparer.CurrentCulture)];
    }
}
