using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Statistics;

/// <summary>What the address of a statistic asks for: a search, and how it is counted and shown.</summary>
/// <param name="By">One of <see cref="All"/>.</param>
/// <param name="Across">The second field of a matrix; null where there is none.</param>
/// <param name="ByShare">Orders issues by their supported share instead of by their number.</param>
/// <param name="Map">Asks the picture for the map in place of the bars.</param>
/// <param name="Refusal">Why the address cannot be answered at all; null when it can.</param>
public sealed record StatisticsRequest(SearchRequest Search, string By, string? Across, CountUnit Unit, bool ByShare, bool Map, string? Refusal)
{
    public const string Page = "/statistics";
    public const string Global = "global";
    public const string Trends = "trends";
    public const string TrendsByCycle = "trends-cycle";
    public const string Matrix = "matrix";
    public const string Support = "support";

    private const string CountOrder = "count";
    private const string ShareOrder = "share";

    private static readonly string[] _ownFields = ["by", "across", "unit", "order", "chart"];

    /// <summary>What is no count by a single field, in the order in which the page offers it.</summary>
    public static IReadOnlyList<string> Views { get; } = [Global, Trends, TrendsByCycle, Matrix, Support];

    public static IReadOnlyList<string> All { get; } = [.. Views, .. StatisticFields.All];

    public static IReadOnlyList<CountUnit> Units { get; } = [CountUnit.Pairs, CountUnit.Texts, CountUnit.Paragraphs];

    /// <summary>The fields of the matrix that is asked for; null where none is.</summary>
    public (string Rows, string Columns)? MatrixFields => By == Matrix ? ("rs-group", "sur-group") : Across is { } across ? (By, across) : null;

    /// <summary>The field that the table, its chart and the data files are counted by.</summary>
    public string Field => By switch
    {
        Global => "sur",
        Trends => "session",
        TrendsByCycle => "cycle",
        Matrix => "rs-group",
        Support => "issue",
        _ => By,
    };

    public static StatisticsRequest Read(IQueryCollection query)
    {
        var search = SearchRequest.Read(new QueryCollection(
            query.Where(f => !_ownFields.Contains(f.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(f => f.Key, f => f.Value, StringComparer.OrdinalIgnoreCase)));
        var (by, byRefusal) = OneOf(query["by"].ToString(), All, Global, StatisticsWords.Refused_By);
        var (across, acrossRefusal) = OneOf(query["across"].ToString(), StatisticFields.All, "", StatisticsWords.Refused_Across);
        var (unit, unitRefusal) = OneOf(query["unit"].ToString(), [.. Units.Select(NameOf)], NameOf(CountUnit.Pairs), StatisticsWords.Refused_Unit);
        var (order, orderRefusal) = OneOf(query["order"].ToString(), [CountOrder, ShareOrder], CountOrder, StatisticsWords.Refused_Order);
        return new StatisticsRequest(
            search, by, across.Length > 0 && across != by && StatisticFields.All.Contains(by) ? across : null,
            Units.First(u => NameOf(u) == unit), order == ShareOrder, query["chart"] == "map",
            search.Refusal ?? byRefusal ?? acrossRefusal ?? unitRefusal ?? orderRefusal);
    }

    public static string NameOf(CountUnit unit) => unit.ToString().ToLowerInvariant();

    /// <summary>The name of a statistic, as the page's form offers it.</summary>
    public static string Label(string by) => by switch
    {
        Global => StatisticsWords.By_Global,
        Trends => StatisticsWords.By_Trends,
        TrendsByCycle => StatisticsWords.By_TrendsCycle,
        Matrix => StatisticsWords.By_Matrix,
        Support => StatisticsWords.By_Support,
        _ => Labels.Field(by),
    };

    /// <summary>The address of this statistic over a search; what is as by default is left out.</summary>
    public string To(SearchQuery query, string path = Page, int page = 1, bool map = false) => SearchLink.ToFields(
        [
            new("by", By == Global ? "" : By),
            new("across", Across ?? ""),
            new("unit", Unit == CountUnit.Pairs ? "" : NameOf(Unit)),
            new("order", ByShare && By == Support ? ShareOrder : ""),
            new("chart", map ? "map" : ""),
            .. SearchAddress.Fields(query),
            new("page", page == 1 ? "" : page.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ],
        path);

    /// <summary>The same numbers as a file of data.</summary>
    public string ToData(SearchQuery query, string extension) =>
        (this with { By = MatrixFields?.Rows ?? Field, Across = MatrixFields?.Columns }).To(query, Page + extension);

    private static (string Value, string? Refusal) OneOf(string typed, IReadOnlyList<string> known, string ifAbsent, string refusal)
    {
        var found = typed.Length == 0 ? ifAbsent : known.FirstOrDefault(k => k.Equals(typed, StringComparison.OrdinalIgnoreCase));
        return (found ?? ifAbsent, found is null ? Numbers.Fill(refusal, typed, string.Join(", ", known)) : null);
    }
}
