using System.Globalization;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>Writes the addresses of searches. What is as by default is left out, so that one search has one address.</summary>
public static class SearchLink
{
    public const string Page = "/recommendations";
    public const int DefaultSize = 20;

    public static IReadOnlyList<int> Sizes { get; } = [DefaultSize, 50, 100];

    public static string To(SearchQuery query, SortBy sort = SortBy.Relevance, int page = 1, int size = DefaultSize, string path = Page, string? open = null)
    {
        var fields = SearchAddress.Fields(query).ToList();
        AddUnless(sort == SortBy.Relevance, "sort", SortNames.NameOf(sort));
        AddUnless(size == DefaultSize, "size", size.ToString(CultureInfo.InvariantCulture));
        AddUnless(page == 1, "page", page.ToString(CultureInfo.InvariantCulture));
        AddUnless(open is null, "open", open ?? "");
        return ToFields(fields, path);

        void AddUnless(bool isDefault, string name, string value)
        {
            if (!isDefault)
            {
                fields.Add(new(name, value));
            }
        }
    }

    /// <summary>The address of a search by one or more filters, such as ("sur", "CUB").</summary>
    public static string To(params ReadOnlySpan<(string Field, string Value)> filters)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var (field, value) in filters)
        {
            fields.Add(new(field, value));
        }

        return ToFields(fields, Page);
    }

    /// <summary>The address of a search as it would be typed.</summary>
    public static string Typed(string text) => To(("q", text));

    public static string ToFields(IEnumerable<KeyValuePair<string, string>> fields, string path)
    {
        var query = string.Join('&', fields.Where(f => f.Value.Length > 0).Select(f => $"{Escape(f.Key)}={Escape(f.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    // Commas, colons and spaces stay readable: people read and shorten these addresses by hand.
    private static string Escape(string value) => Uri.EscapeDataString(value)
        .Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%20", "+", StringComparison.Ordinal);
}
