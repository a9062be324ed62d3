using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>One facet as the page draws it.</summary>
/// <param name="More">How many further values the whole list has; 0 when it is shown whole.</param>
public sealed record FacetView(string Field, string Label, bool Expanded, bool Whole, IReadOnlyList<FacetValue> Values, int More);

/// <summary>Chooses what the page shows of each facet: the largest values and the chosen ones, or all of the one facet that was asked for, so that a page stays light.</summary>
public sealed class FacetViews(Labels labels)
{
    private const int Top = 8;

    /// <summary>A list that is hardly longer than its top is not worth a link.</summary>
    private const int Spare = 4;

    /// <summary>A page that is as heavy as it may be has no room for lists that few ask for; the help links to each, and statistics and the query language have them.</summary>
    private static readonly string[] _onlyWhenAsked = ["sdg", "theme", "person", "instrument"];

    /// <summary>Hundreds of long names, which have a page of their own: the list is never shown whole.</summary>
    private const string OnPageOfItsOwn = "instrument";

    private static readonly string[] _expanded = ["response", "action", "issue"];
    private static readonly string[] _byNumber = ["action", "session", "cycle", "sdg"];

    public IReadOnlyList<FacetView> Of(IReadOnlyList<Facet> facets, string? open) =>
        [.. FilterField.All.Select(f => facets.FirstOrDefault(x => x.Field == f.Name)).OfType<Facet>().Where(f => !_onlyWhenAsked.Contains(f.Field) || open == f.Field || f.Values.Any(v => v.Chosen)).Select(f => View(f, open == f.Field && f.Field != OnPageOfItsOwn)).Where(f => f.Values.Count > 0)];

    private FacetView View(Facet facet, bool whole)
    {
        var all = facet.Values.Where(v => v.Count > 0 || v.Chosen).Select(v => v with { Label = labels.Value(facet.Field, v.Value) }).ToList();
        var shown = whole || all.Count <= Top + Spare ? all : [.. all.Where(v => v.Chosen).Union(Ranked(facet.Field, all).Take(Top))];
        return new FacetView(
            facet.Field, Labels.Field(facet.Field), whole || _expanded.Contains(facet.Field) || all.Exists(v => v.Chosen), whole,
            [.. whole ? InOrder(facet.Field, shown) : Ranked(facet.Field, shown)], all.Count - shown.Count);
    }

    /// <summary>Sessions, cycles and actions by number, the newest first; the others by count.</summary>
    private static IEnumerable<FacetValue> Ranked(string field, IEnumerable<FacetValue> values) => _byNumber.Contains(field)
        ? values.OrderByDescending(v => int.Parse(v.Value, CultureInfo.InvariantCulture))
        : field == "response" ? values : values.OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.CurrentCulture);

    private static IEnumerable<FacetValue> InOrder(string field, IEnumerable<FacetValue> values) =>
        _byNumber.Contains(field) ? Ranked(field, values) : values.OrderBy(v => v.Label, StringComparer.CurrentCulture);

    /// <summary>Where the whole list stands; null where this page shows it when asked.</summary>
    public static string? PageOf(FacetView facet) => facet.Field == OnPageOfItsOwn ? "/instruments" : null;

    public static string MoreLabel(FacetView facet) => Numbers.Fill(Words.Facet_All, facet.Values.Count + facet.More);
}
