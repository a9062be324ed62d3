using System.Globalization;
using OpenUpr.App.Features.Papers;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Search;
using OpenUpr.Search.Passages;

namespace OpenUpr.App.Features.Documents;

/// <summary>The filters of papers as the page draws them.</summary>
internal static class DocumentFacets
{
    /// <summary>Values shown of a field; the others are found by typing, such as sur:FRA.</summary>
    private const int Top = 12;

    public static string FieldName(string field) => DocumentsWords.ResourceManager.GetString("Facet_" + field, CultureInfo.CurrentUICulture) ?? Labels.Field(field);

    public static IReadOnlyList<FacetView> Of(IReadOnlyList<Facet> facets, Labels labels) => [.. facets.Where(f => f.Values.Count > 0).Select(f =>
    {
        var all = f.Values.Select(v => v with { Label = ValueName(f.Field, v.Value, labels) }).ToList();
        var shown = all.Where(v => v.Chosen).Union(all.OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.CurrentCulture).Take(Top)).ToList();
        return new FacetView(f.Field, FieldName(f.Field), f.Field == PassageFields.Paper || all.Exists(v => v.Chosen), false, shown, all.Count - shown.Count);
    })];

    /// <summary>Whether a paper passes the filters that papers themselves have.</summary>
    public static bool Passes(PassageDocument paper, PassageQuery query)
    {
        var filters = query.Words.Filters;
        return In(query.Papers, paper.Kind) && In(query.Languages, paper.Language) && In(filters.Sur, paper.Sur)
            && In([.. filters.Sessions.Cast<int?>()], paper.Session) && In([.. filters.Cycles.Cast<int?>()], paper.Cycle);
    }

    private static bool In<T>(IReadOnlyList<T> chosen, T? value) => chosen.Count == 0 || (value is not null && chosen.Contains(value));

    private static string ValueName(string field, string value, Labels labels) => field switch
    {
        PassageFields.Paper => PaperLabels.Kind(value),
        PassageFields.Language => PaperLabels.Language(value),
        PassageFields.State => labels.State(value),
        _ => labels.Value(field, value),
    };
}
