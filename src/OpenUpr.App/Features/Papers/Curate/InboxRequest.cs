using System.Globalization;
using OpenUpr.Papers;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>The filters of the inbox as they stand in an address, so that every link and form keeps them.</summary>
public sealed record InboxRequest(InboxFilter Filter, int Page)
{
    /// <summary>Beyond any inbox, and small enough to count its rows.</summary>
    private const int LastPage = 1_000_000;

    public static InboxRequest Read(IQueryCollection query) => new(
        new InboxFilter(
            Text(query["kind"]), Text(query["state"]),
            long.TryParse(query["document"], NumberStyles.None, CultureInfo.InvariantCulture, out var document) ? document : null,
            query["show"] == "settled",
            int.TryParse(query["session"], NumberStyles.None, CultureInfo.InvariantCulture, out var session) ? session : null,
            query["differs"].ToString() switch { "words" => DifferenceSize.Words, "little" => DifferenceSize.Small, _ => null }),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? Math.Min(page, LastPage) : 1);

    /// <summary>The part of an address after "?", with the question mark; empty where nothing is asked for.</summary>
    public string Query(int page = 1, long? done = null, long? many = null)
    {
        var parts = new List<string>();
        Add("kind", Filter.Code);
        Add("state", Filter.Sur);
        Add("session", Filter.Session?.ToString(CultureInfo.InvariantCulture));
        Add("differs", Filter.Size switch { DifferenceSize.Words => "words", DifferenceSize.Small => "little", _ => null });
        Add("document", Filter.DocumentId?.ToString(CultureInfo.InvariantCulture));
        Add("show", Filter.Settled ? "settled" : null);
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        Add("done", done?.ToString(CultureInfo.InvariantCulture));
        Add("many", many?.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    public string List(int page = 1, long? done = null, long? many = null) => "/curate/doubts" + Query(page, done, many);

    /// <summary>The page that asks before all doubts under the filters are answered alike.</summary>
    public string Many(string act) => "/curate/doubts/many" + Query() + (Query().Length == 0 ? "?" : "&") + "act=" + act;

    public string One(long id, long? done = null) => $"/curate/doubts/{id.ToString(CultureInfo.InvariantCulture)}" + Query(1, done);

    // PostgreSQL takes no zero byte, not even to compare with.
    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Replace("\0", "\uFFFD", StringComparison.Ordinal).Trim();
}
