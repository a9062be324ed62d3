using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Statistics;

internal sealed record StatisticTotal(int Count, int Supported, int Noted, int Pending, IReadOnlyList<int> Actions);

internal sealed record StatisticLine(string Key, string Label, int Count, double Share, int Supported, int Noted, int Pending, IReadOnlyList<int> Actions);

internal sealed record StatisticTableAnswer(string By, string Unit, StatisticTotal Total, int Without, IReadOnlyList<StatisticLine> Rows, int ByMachine);

internal sealed record StatisticHeadItem(string Key, string Label, int Count);

internal sealed record StatisticMatrixAnswer(
    string By, string Across, string Unit, int Total, IReadOnlyList<StatisticHeadItem> Rows, IReadOnlyList<StatisticHeadItem> Columns, IReadOnlyList<IReadOnlyList<int>> Cells, int ByMachine);

internal sealed record GlobalAnswer(
    string Unit, StatisticTotal Total, int? FirstSession, int? LastSession, IReadOnlyList<string>? MadeNone, IReadOnlyList<StatisticLine> UnderReview,
    IReadOnlyList<StatisticLine> Recommending, IReadOnlyList<StatisticLine> Issues, IReadOnlyList<StatisticLine> Sessions, int ByMachine);

/// <summary>The statistics for programs: everything at once, by one field, or by two.</summary>
internal static class StatisticsApi
{
    public static IReadOnlyList<ApiOperation> Operations(IReadOnlyList<ApiParameter> search) =>
    [
        new(
            "getStatistics", "/statistics", CountAsync, [typeof(StatisticTableAnswer), typeof(StatisticMatrixAnswer), typeof(GlobalAnswer)],
            [.. search, ApiParameters.By, ApiParameters.Across, ApiParameters.Unit],
            ["/statistics?by=response", "/statistics?by=issue&sur={sur}&unit=texts", "/statistics?by=rs-group&across=sur-group", "/statistics?session={session}"]),
    ];

    private static Task CountAsync(ApiCall call)
    {
        var (by, across) = (call.Value(ApiParameters.By), call.Value(ApiParameters.Across));
        var unit = Enum.Parse<CountUnit>(call.Value(ApiParameters.Unit)!, ignoreCase: true);
        return (by, across) switch
        {
            (null, { } alone) => call.RefuseAsync(new QueryProblem(ApiParameters.Across.Name, alone, ApiWords.Problem_AcrossAlone, [])),
            (null, null) => call.SendAsync(Of(GlobalStatistics.Read(call.Index, call.Query, unit), Word(unit)), ApiJson.Sent.GlobalAnswer),
            ({ } one, null) => call.SendAsync(Of(StatisticTable.Read(call.Index, call.Query, one, unit)), ApiJson.Sent.StatisticTableAnswer),
            ({ } one, { } other) => call.SendAsync(Of(StatisticMatrix.Read(call.Index, call.Query, one, other, unit)), ApiJson.Sent.StatisticMatrixAnswer),
        };
    }

    private static GlobalAnswer Of(GlobalStatistics all, string unit) => new(
        unit, Total(all.Total), all.FirstSession, all.LastSession, all.MadeNone, Lines(all.UnderReview), Lines(all.Recommending), Lines(all.Issues), Lines(all.Sessions), all.Issues.ByMachine);

    private static StatisticTableAnswer Of(StatisticTable table) => new(table.By, Word(table.Unit), Total(table.Total), table.Without, Lines(table), table.ByMachine);

    private static StatisticMatrixAnswer Of(StatisticMatrix matrix) =>
        new(matrix.RowField, matrix.ColumnField, Word(matrix.Unit), matrix.Total, Heads(matrix.Rows), Heads(matrix.Columns), matrix.Cells, matrix.ByMachine);

    private static List<StatisticHeadItem> Heads(IReadOnlyList<StatisticHead> heads) => [.. heads.Select(h => new StatisticHeadItem(h.Key, h.Label, h.Count))];

    private static StatisticTotal Total(StatisticRow row) => new(row.Count, row.Supported, row.Noted, row.Pending, row.Actions);

    private static List<StatisticLine> Lines(StatisticTable table) =>
        [.. table.Rows.Select(r => new StatisticLine(r.Key, r.Label, r.Count, r.ShareOf(table.Total.Count), r.Supported, r.Noted, r.Pending, r.Actions))];

    private static string Word(CountUnit unit) => unit.ToString().ToLowerInvariant();
}
