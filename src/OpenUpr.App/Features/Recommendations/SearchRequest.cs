using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>What the address of a search asks for, read but not yet understood as a query.</summary>
/// <param name="Text">As typed into the search box.</param>
/// <param name="Filters">Every other field that is part of the query.</param>
/// <param name="Page">From 1.</param>
/// <param name="Open">The facet that is to be shown whole; null for none.</param>
/// <param name="Refusal">Why the address cannot be answered at all; null when it can.</param>
public sealed record SearchRequest(
    string Text,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Filters,
    SortBy Sort,
    int Page,
    int Size,
    string? Open,
    string? Refusal)
{
    /// <summary>Characters in the search box. Longer texts are pasted by mistake.</summary>
    public const int MaxText = 1_000;

    /// <summary>No search has as many pages; a larger number would only overflow.</summary>
    public const int MaxPage = 10_000_000;

    private static readonly string[] _ownFields = ["q", "sort", "page", "size", "open", "bom"];

    public static SearchRequest Read(IQueryCollection query)
    {
        var text = query["q"].ToString();
        var filters = query.Where(f => !_ownFields.Contains(f.Key, StringComparer.OrdinalIgnoreCase))
            .Select(f => (f.Key, Values: f.Value.OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v)).ToList()))
            .Where(f => f.Values.Count > 0)
            .ToDictionary(f => f.Key.ToLowerInvariant(), f => (IReadOnlyList<string>)f.Values);
        var (page, pageRefusal) = Number(query["page"], 1, n => n is >= 1 and <= MaxPage, Words.Search_PageRefused);
        var (size, sizeRefusal) = Number(query["size"], SearchLink.DefaultSize, SearchLink.Sizes.Contains, Words.Search_SizeRefused);
        var sortName = query["sort"].ToString();
        var sort = sortName.Length == 0 ? SortBy.Relevance : SortNames.Find(sortName);
        return new SearchRequest(
            text, filters, sort ?? SortBy.Relevance, page, size,
            query["open"].ToString() is { Length: > 0 } open ? open : null,
            text.Length > MaxText ? Numbers.Fill(Words.Search_TextTooLong, text.Length, MaxText)
                : sort is null ? Numbers.Fill(Words.Search_SortRefused, string.Join(", ", SortNames.All.Select(s => s.Name)))
                : pageRefusal ?? sizeRefusal);
    }

    private static (int Value, string? Refusal) Number(string? typed, int ifAbsent, Func<int, bool> allowed, string refusal)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return (ifAbsent, null);
        }

        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && allowed(number) ? (number, null) : (ifAbsent, refusal);
    }
}
