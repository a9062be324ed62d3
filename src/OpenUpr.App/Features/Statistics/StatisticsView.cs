using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Statistics;

/// <summary>What was counted for one address, ready to be drawn.</summary>
/// <param name="Table">By the field asked for; for the overview by State under review.</param>
/// <param name="Global">The overview; null for anything else.</param>
/// <param name="Matrix">Null where no matrix was asked for.</param>
public sealed record StatisticsView(
    StatisticsRequest Asked, SearchQuery Query, StatisticTable Table, GlobalStatistics? Global, StatisticMatrix? Matrix, string Basis, StatisticsFigures Figures)
{
    /// <summary>Rows and columns of a matrix together that a page can show.</summary>
    private const int MostCells = 900;

    /// <summary>Characters of all the links of a matrix; more would outweigh the page.</summary>
    private const int MostLinks = 50_000;

    public StatisticRow Total => Table.Total;

    public bool IsEmpty => Total.Count == 0;

    public bool MatrixFits => Matrix is { } matrix && matrix.Rows.Count * matrix.Columns.Count <= MostCells
        && matrix.Cells.Sum(r => r.Count(c => c > 0)) * (90 + SearchLink.To(Query).Length) <= MostLinks;

    public static StatisticsView Read(StatisticsRequest asked, SearchQuery query, SearchIndex index, Store store, Labels labels, DataBasis data)
    {
        var global = asked.By == StatisticsRequest.Global ? GlobalStatistics.Read(index, query, asked.Unit) : null;
        var tables = global is null ? StatisticTable.ReadAll(index, query, [asked.Field, "session"], asked.Unit) : [global.UnderReview, global.Sessions];
        var matrix = asked.MatrixFields is var (rows, columns) ? StatisticMatrix.Read(index, query, rows, columns, asked.Unit) : null;
        var basis = StatisticsBasis.Of(query, tables[1], labels, data.AsOf);
        return new StatisticsView(asked, query, tables[0], global, matrix, basis, new StatisticsFigures(labels, store.Reference, query, basis));
    }

    /// <summary>The first chart of this view.</summary>
    public Figure Chart() => Asked switch
    {
        _ when Matrix is { } matrix => Figures.Heat(matrix),
        { By: StatisticsRequest.Trends or StatisticsRequest.TrendsByCycle } => Figures.Trend(Table),
        { By: StatisticsRequest.Support } => Figures.Support(Table, Asked.ByShare),
        { By: StatisticsRequest.Global } => Figures.Map(Table),
        { Map: true, By: "sur" or "rs" } => Figures.Spread(Table),
        _ => Figures.Ranking(Table),
    };
}
