using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Statistics;

/// <summary>What the address of a statistic asks for: a search, and by what it is counted.</summary>
/// <param name="Across">The second field of a matrix, or null for a table.</param>
/// <param name="Refusal">Why the address cannot be answered at all; null when it can.</param>
public sealed record StatisticsExportRequest(SearchRequest Search, string By, string? Across, CountUnit Unit, string? Refusal)
{
    public const string DefaultBy = "sur";

    private static readonly string[] _ownFields = ["by", "across", "unit"];

    public static StatisticsExportRequest Read(IQueryCollection query)
    {
        var search = SearchRequest.Read(new QueryCollection(
            query.Where(f => !_ownFields.Contains(f.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(f => f.Key, f => f.Value, StringComparer.OrdinalIgnoreCase)));
        var by = Field(query["by"].ToString());
        var across = Field(query["across"].ToString());
        var unit = query["unit"].ToString();
        CountUnit? counted = unit.Length == 0 ? CountUnit.Pairs : Enum.GetValues<CountUnit>().Cast<CountUnit?>().FirstOrDefault(u => NameOf(u!.Value).Equals(unit, StringComparison.OrdinalIgnoreCase));
        return new StatisticsExportRequest(
            search, by.Name ?? DefaultBy, across.Name, counted ?? CountUnit.Pairs,
            search.Refusal ?? by.Refusal ?? across.Refusal ?? (counted is null ? Numbers.Fill(StatisticsExportWords.UnitRefused, unit, string.Join(", ", Enum.GetValues<CountUnit>().Select(NameOf))) : null));
    }

    public static string NameOf(CountUnit unit) => unit.ToString().ToLowerInvariant();

    private static (string? Name, string? Refusal) Field(string typed)
    {
        var known = StatisticFields.All.FirstOrDefault(f => f.Equals(typed, StringComparison.OrdinalIgnoreCase));
        return (known, typed.Length == 0 || known is not null ? null : Numbers.Fill(StatisticsExportWords.FieldRefused, typed, string.Join(", ", StatisticFields.All)));
    }
}
