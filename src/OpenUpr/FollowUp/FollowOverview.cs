using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp;

/// <summary>Lights of the recommendations of one issue.</summary>
/// <param name="Counts">By light: green, amber, red, mixed, none.</param>
public sealed record IssueLights(string Issue, IReadOnlyDictionary<string, int> Counts);

/// <summary>How far a followed review is: lights by issue, what is overdue, what waits for whom.</summary>
/// <param name="LateIndicators">Indicators whose day has passed without a value since.</param>
/// <param name="Unconfirmed">Judgements that wait for a second person.</param>
/// <param name="Comments">Guests' and members' words on versions that nobody answered.</param>
/// <param name="Round">What the running round still asks for, by the cluster that works on it; null without a cluster.</param>
public sealed record FollowOverview(
    IReadOnlyList<IssueLights> Issues, IReadOnlyList<ActionRow> LateActions, IReadOnlyList<(ActionRow Action, ActionIndicator Indicator)> LateIndicators, int Unconfirmed, int Comments, AssessmentRound? Running, IReadOnlyList<(string? Cluster, int Rows)> Round)
{
    /// <summary>The lights in the order in which a page shows them.</summary>
    public static IReadOnlyList<string> Lights { get; } = ["green", "amber", "red", "mixed", "none"];

    /// <summary>True where nothing was planned or judged yet.</summary>
    public bool IsEmpty { get; private init; }

    public static async Task<FollowOverview> ReadAsync(Rooms rooms, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        var monitoring = await AssessmentRows.ReadAsync(rooms.Store, access, follow, cancel);
        var matrix = await ActionRows.ReadAsync(rooms.Store, access, follow, cancel);
        await using var db = rooms.Store.Open(access);
        var today = rooms.Today;
        var measured = (await (from v in db.IndicatorValues.AsNoTracking() join i in db.ActionIndicators on v.IndicatorId equals i.Id where i.DueOn < today && v.On >= i.DueOn select v.IndicatorId).ToListAsync(cancel)).ToHashSet();
        var comments = await (from c in db.ActionComments join v in db.ActionVersions on c.VersionId equals v.Id where v.FollowId == follow.Review.Id && c.AnsweredAt == null select c.Id).CountAsync(cancel);
        return new FollowOverview(
            [.. follow.Rows.SelectMany(r => r.Issues).Distinct().Order(StringComparer.CurrentCulture).Select(i => new IssueLights(i, Count(monitoring.Rows.Where(r => r.Row.Issues.Contains(i)))))],
            [.. matrix.Actions.Where(a => a.IsLate(today)).OrderBy(a => a.Entry.To)],
            [.. from a in matrix.Actions where a.Entry.State != ActionEntry.Dropped from i in a.Indicators where i.DueOn < today && !measured.Contains(i.Id) orderby i.DueOn select (a, i)],
            monitoring.Rows.Sum(r => r.All.Count(a => !a.IsConfirmed)), comments, monitoring.Running?.Round,
            [.. monitoring.Rows.Where(monitoring.IsDue).GroupBy(r => r.Row.Duty).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.CurrentCulture).Select(g => (g.Key, g.Count()))])
        {
            IsEmpty = matrix.Actions.Count == 0 && monitoring.Rows.All(r => r.All.Count == 0),
        };
    }

    private static Dictionary<string, int> Count(IEnumerable<MonitoredRow> rows) => rows.GroupBy(r => r.Light).ToDictionary(g => g.Key, g => g.Count());
}
