using Microsoft.AspNetCore.Http;
using OpenUpr.App.Features.Statistics;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Statistics;

/// <summary>The chart of a statistic, drawn as the site draws it: sessions and cycles as lines over time, two fields as a heat table, all else as bars.</summary>
internal static class StatsPicture
{
    public static async Task<string> DrawAsync(Store store, SearchIndex index, SearchQuery query, string by, string? across, CountUnit unit, CancellationToken cancel)
    {
        var labels = new Labels(store);
        var asked = StatisticsRequest.Read(QueryCollection.Empty) with { By = across is null ? Chart(by) : by, Across = across, Unit = unit };
        var view = StatisticsView.Read(asked, query, index, store, labels, await DataBasis.ReadAsync(store, cancel));
        if (view.Matrix is { } matrix && !view.MatrixFits)
        {
            throw new CliException(Numbers.Fill(StatisticsWords.Matrix_TooLarge, matrix.Rows.Count, matrix.Columns.Count));
        }

        var figure = view.Chart();
        return figure.Picture.Standalone(figure.Text, store.World == World.Demo ? StatisticsWords.Source_Demo : StatisticsWords.Source_Own);
    }

    private static string Chart(string by) => by switch
    {
        "session" => StatisticsRequest.Trends,
        "cycle" => StatisticsRequest.TrendsByCycle,
        _ => by,
    };
}
