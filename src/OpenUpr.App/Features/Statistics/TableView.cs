using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Statistics;

/// <summary>One page of a statistic's table.</summary>
/// <param name="Ranked">True where the rows stand by number, so that each has a rank.</param>
/// <param name="Fold">True where a chart shows all that the table says: then it waits under "Show the numbers".</param>
public sealed record TableView(ShowModel Model, IReadOnlyList<StatisticRow> Rows, bool Ranked, bool Fold, int Page, int Pages, int Size)
{
    /// <summary>Bytes of a table that leave room for the charts of its page, beside a map and without one; and of one row without its addresses.</summary>
    private const int BudgetBesideMap = 20_000;
    private const int Budget = 32_000;
    private const int RowBytes = 420;
    private const int LinksOfRow = 5;

    public StatisticTable Table => Model.View!.Table;

    public SearchQuery Query => Model.View!.Query;

    /// <summary>What a reader could misread, in a sentence each.</summary>
    public IEnumerable<string> Notes()
    {
        if (Table.By == "issue")
        {
            yield return StatisticsWords.Note_Issues;
        }
        else if (StatisticFields.HasSeveral(Table.By))
        {
            yield return StatisticsWords.Note_Organisations;
        }
        else if (StatisticFields.IsTime(Table.By))
        {
            yield return StatisticsWords.Note_Sessions;
        }

        if (Table.Without > 0)
        {
            yield return Numbers.Fill(StatisticsWords.Note_Without, Numbers.Of(Table.Without, Table.Unit));
        }

        var open = Table.Total.Count - Table.Total.Supported - Table.Total.Noted;
        if (open > 0 && Table.Unit == CountUnit.Pairs)
        {
            yield return Numbers.Fill(StatisticsWords.Note_Pending, Numbers.Count(open));
        }

        if (Table.Unit != CountUnit.Pairs)
        {
            yield return StatisticsWords.Note_Rows;
        }
    }

    /// <summary>1.6 %: most shares of a long table are small, and whole numbers would make them all alike.</summary>
    public string ShareOfAll(StatisticRow row) => $"{(100 * row.ShareOf(Table.Total.Count)).ToString("N1", System.Globalization.CultureInfo.CurrentCulture)}\u00a0%";

    /// <summary>Highest first; sessions and cycles in the order of time.</summary>
    public static TableView OfRanking(ShowModel model) => model.View!.Table is var table && StatisticFields.IsTime(table.By)
        ? Of(model, table.InOrder(), ranked: false, fold: false)
        : Of(model, table.Rows, ranked: true, fold: false);

    /// <summary>In the order of time.</summary>
    public static TableView OfTrend(ShowModel model) => Of(model, model.View!.Table.InOrder(), ranked: false, fold: true);

    /// <summary>In the order of the chart, and all that the chart leaves out.</summary>
    public static TableView OfSupport(ShowModel model)
    {
        var rows = model.View!.Table.Rows;
        return Of(model, model.Asked.ByShare ? [.. rows.OrderByDescending(r => r.SupportedShare).ThenByDescending(r => r.Count).ThenBy(r => r.Key, StringComparer.Ordinal)] : rows, ranked: false, fold: true);
    }

    private static TableView Of(ShowModel model, IReadOnlyList<StatisticRow> rows, bool ranked, bool fold)
    {
        var link = SearchLink.To(model.View!.Query).Length;
        var size = Math.Clamp((model.Asked.By is "sur" or "rs" ? BudgetBesideMap : Budget) / (RowBytes + (LinksOfRow * link)) / 5 * 5, 10, 100);
        var pages = Math.Max(1, (rows.Count + size - 1) / size);
        var page = Math.Min(model.Asked.Search.Page, pages);
        return new TableView(model, [.. rows.Skip((page - 1) * size).Take(size)], ranked, fold && page == 1, page, pages, size);
    }
}
