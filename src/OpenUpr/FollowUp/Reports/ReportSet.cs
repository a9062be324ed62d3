using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>
/// The rows that a report counts: its choice of recommendations, with the judgements that a second person confirmed, of an annual assessment those up to its round. Its numbers and the list of the rows behind them both come from here.
/// </summary>
/// <param name="Monitoring">What is counted.</param>
/// <param name="Before">The light of each recommendation before the round of an annual assessment, by row; empty for another.</param>
public sealed record ReportSet(FollowReport Report, BoardView Board, MonitoringView Monitoring, IReadOnlyDictionary<long, string> Before)
{
    /// <summary>The position of each recommendation, by row: the State's answer, or how it was settled at the adoption.</summary>
    public IReadOnlyDictionary<long, string> Positions { get; } = Board.Rows.ToDictionary(r => r.Row.Id, r => r.Position);

    /// <summary>Null where there is no such report of this review for this person.</summary>
    public static async Task<ReportSet?> ReadAsync(Store store, CoalitionAccess access, FollowView follow, long reportId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) && await db.FollowReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reportId && r.FollowId == follow.Review.Id, cancel) is { } report
            ? await ReadAsync(store, access, follow, report, cancel) : null;
    }

    /// <summary>The same of a report that was read already.</summary>
    public static async Task<ReportSet> ReadAsync(Store store, CoalitionAccess access, FollowView follow, FollowReport report, CancellationToken cancel)
    {
        var board = await PositionBoard.ReadAsync(store, access, follow, cancel);
        return Of(report, board, await AssessmentRows.ReadAsync(store, access, follow, cancel));
    }

    /// <summary>Pure.</summary>
    public static ReportSet Of(FollowReport report, BoardView board, MonitoringView monitoring)
    {
        var round = report.RoundId is { } id ? monitoring.Rounds.FirstOrDefault(r => r.Round.Id == id)?.Round : null;
        var years = monitoring.Rounds.ToDictionary(r => r.Round.Id, r => r.Round.Year);
        bool Counts(AssessmentRow a) => round is null || (a.Assessment.RoundId is { } of ? years.GetValueOrDefault(of) <= round.Year : round.ClosedAt is null || a.Assessment.WrittenAt < round.ClosedAt);
        var counted = monitoring.Where(a => a.IsConfirmed && Counts(a));
        var before = round is null ? [] : monitoring.Where(a => a.IsConfirmed && Counts(a) && a.Assessment.RoundId != round.Id && a.Assessment.WrittenAt < BeginOf(round)).Rows.ToDictionary(r => r.Row.Row.Id, r => r.Light);
        var keys = board.Rows.Where(r => r.Entry?.IsKey == true).Select(r => r.Row.Id).ToHashSet();
        var issues = report.Issues?.Split('\n') ?? [];
        return new ReportSet(report, board, counted with { Rows = [.. counted.Rows.Where(IsIn)] }, before);

        bool IsIn(MonitoredRow row) => report.Scope switch
        {
            ReportScopes.Issues => row.Row.Issues.Any(issues.Contains),
            ReportScopes.Cluster => row.Row.Row.DutyClusterId == report.ScopeClusterId,
            ReportScopes.Key => keys.Contains(row.Row.Row.Id),
            ReportScopes.Assessed => row.All.Count > 0,
            _ => true,
        };
    }

    /// <summary>The first moment of a round: what was written outside of any round since then is not before it.</summary>
    private static DateTimeOffset BeginOf(AssessmentRound round) => new(round.From.ToDateTime(default), TimeSpan.Zero);
}
