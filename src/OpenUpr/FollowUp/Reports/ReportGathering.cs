using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>Gathers what a report says from the followed review: confirmed judgements, measures of the matrix, obstacles of the agreed list.</summary>
public static class ReportGathering
{
    public static async Task<ReportData> ReadAsync(Store store, CoalitionAccess access, FollowView follow, FollowReport report, CancellationToken cancel)
    {
        var set = await ReportSet.ReadAsync(store, access, follow, report, cancel);
        var matrix = await ActionRows.ReadAsync(store, access, follow, cancel);
        var listed = await ListedAsync(store, access, set, cancel);
        var indicators = (await IndicatorRows.ReadAsync(store, access, matrix, cancel)).ToLookup(i => i.Action.Action.Id);
        var chosen = set.Monitoring.Rows.Select(r => r.Row.Row.Id).ToHashSet();
        ActionRow[] actions = [.. matrix.Actions.Where(a => a.Entry.State != ActionEntry.Dropped && a.Rows.Any(r => chosen.Contains(r.Row.Id)))];
        var serving = actions.SelectMany((a, i) => a.Rows.Select(r => (r.Row.Id, Place: i))).ToLookup(p => p.Id, p => p.Place);
        var years = set.Monitoring.Rounds.ToDictionary(r => r.Round.Id, r => r.Round.Year);
        var rows = set.Monitoring.Rows.Select(r => Row(r, set, years, [.. serving[r.Row.Row.Id]], listed.GetValueOrDefault(r.Row.Row.Id))).ToList();
        return new ReportData(
            report.Kind, report.Mode, report.Scope, follow.Review.State, follow.Review.Session, access.Name, follow.Rows.Count, rows.SelectMany(r => r.Judgements).Select(j => (DateOnly?)j.On).Max(),
            report.RoundId is { } round && years.TryGetValue(round, out var year) ? year : null, rows, [.. actions.Select(a => Measure(a, indicators[a.Action.Id]))]);
    }

    private static ReportRow Row(MonitoredRow row, ReportSet set, Dictionary<long, int> years, IReadOnlyList<int> measures, (string? Obstacle, string? Needs) listed)
    {
        var followed = row.Row.Row;
        var judgements = row.Standing.OrderBy(a => a.Organisation is null).ThenBy(a => a.Organisation, StringComparer.Ordinal).Select(a => new ReportJudgement(
            a.Organisation, a.Assessment.Value, a.Assessment.Explanation, a.Assessment.Regression, a.Assessment.Effect, a.Assessment.RoundId is { } round && years.TryGetValue(round, out var year) ? year : null,
            DateOnly.FromDateTime(a.Assessment.ConfirmedAt!.Value.UtcDateTime), [.. a.Evidence.Select(e => new ReportEvidence(e.Evidence.Kind, e.Evidence.CaseId is null ? e.Evidence.Address : null))]));
        return new ReportRow(
            followed.Place, followed.Number, followed.Text, set.Positions[followed.Id], row.Row.States, row.Row.Issues, [.. judgements], measures, set.Before.GetValueOrDefault(followed.Id), listed.Obstacle, listed.Needs);
    }

    private static ReportMeasure Measure(ActionRow row, IEnumerable<IndicatorRow> indicators) => new(
        row.Code, row.Entry.Text, row.Entry.State, row.Entry.Ministry, row.Entry.From, row.Entry.To, row.Entry.Assistance,
        [.. indicators.Select(i => new ReportIndicator(i.Indicator.Name, i.Indicator.Unit, i.Indicator.Baseline, i.Indicator.Target, i.Latest?.Value, i.Latest?.On))]);

    /// <summary>Challenges and help that the newest list of recommendations names, as far as the coalition agreed to them.</summary>
    private static async Task<Dictionary<long, (string? Obstacle, string? Needs)>> ListedAsync(Store store, CoalitionAccess access, ReportSet set, CancellationToken cancel)
    {
        var sheet = await SharedList.ListsAsync(store, access, set.Monitoring.Follow.Review, cancel) is [var newest, ..] ? newest : null;
        var rows = sheet is null ? null : await SharedList.ReadAsync(store, access, set.Monitoring, sheet.Id, cancel);
        return (rows ?? []).Where(r => r.Listed.State == MatrixEntry.Agreed && (r.There.Challenges ?? r.There.Assistance) is not null).ToDictionary(r => r.Row.Row.Row.Id, r => (r.There.Challenges, r.There.Assistance));
    }
}
