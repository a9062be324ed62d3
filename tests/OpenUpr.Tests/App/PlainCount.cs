using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Tests.App;

/// <summary>Counts the rows of a store one by one, in the plainest way, for the search that an address names.</summary>
public sealed partial class PlainCount(IReadOnlyList<IndexRow> rows, ReferenceData reference)
{
    public static async Task<PlainCount> OfAsync(Site site) =>
        new(await IndexRows.ReadAllAsync(site.Store, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken), site.Store.Reference);

    /// <summary>All recommendations, without pledges.</summary>
    public IReadOnlyList<IndexRow> Rows { get; } = [.. rows.Where(r => r.Kind == RecommendationKind.Recommendation)];

    /// <summary>Every linked number of a page, with its address.</summary>
    public static IReadOnlyList<(string Address, int Number)> Links(string page) =>
        [.. NumberLink().Matches(page).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), int.Parse(m.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)))];

    /// <summary>The rows that an address of the search page stands for.</summary>
    public int Count(string address)
    {
        var query = address.Contains('?', StringComparison.Ordinal) ? address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => (Name: f[0], Value: WebUtility.UrlDecode(f[1]))).ToList();
        var pledges = fields.Contains(("kind", "pledge"));
        return rows.Count(r => (r.Kind == RecommendationKind.Pledge) == pledges && fields.All(f => f.Name == "kind" || Holds(r, f.Name, f.Value)));
    }

    public DateOnly? Day(IndexRow row) => reference.FindSession(row.Session)?.Start;

    private bool Holds(IndexRow row, string name, string value) => name switch
    {
        "q" => !Holds(row, value[1..value.IndexOf(':', StringComparison.Ordinal)], value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]),
        "sur" => row.Sur == value,
        "rs" => row.Rs == value,
        "issue" => row.Issues.Contains(value),
        "response" => string.Equals(row.Position?.ToString(), value, StringComparison.OrdinalIgnoreCase),
        "action" => row.Action == int.Parse(value, CultureInfo.InvariantCulture),
        "session" => row.Session == int.Parse(value, CultureInfo.InvariantCulture),
        "cycle" => reference.CycleOf(row.Session) == int.Parse(value, CultureInfo.InvariantCulture),
        "sur-group" => reference.GroupOf(row.Sur, Day(row)) == value,
        "rs-group" => reference.GroupOf(row.Rs, Day(row)) == value,
        "sur-org" => reference.OrganisationsOf(row.Sur, Day(row)).Contains(value),
        "rs-org" => reference.OrganisationsOf(row.Rs, Day(row)).Contains(value),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A page links to a search that this test cannot count."),
    };

    [GeneratedRegex("<a href=\"(/recommendations(?:\\?[^\"]*)?)\">(?:<b>)?([0-9,]+)(?:</b>|</a>| voluntary)")]
    private static partial Regex NumberLink();
}
