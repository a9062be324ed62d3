using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>The filters of the queue of labels as they stand in an address, so that every link and form keeps them.</summary>
/// <param name="Done">The text that was just answered; null for none.</param>
/// <param name="DoneSchemes">What was answered of it: what "undo" takes back.</param>
public sealed record QueueRequest(QueueFilter Filter, int Page, long? Done, IReadOnlyList<string> DoneSchemes)
{
    /// <summary>Beyond any queue, and small enough to count its rows.</summary>
    private const int LastPage = 1_000_000;

    public static QueueRequest Read(IQueryCollection query, Store store) => new(
        new QueueFilter(
            query["by"].ToString() switch { "action" => QueueOrder.Action, "issues" => QueueOrder.Issues, _ => QueueOrder.All },
            store.Reference.FindState(query["state"].ToString())?.Iso3,
            Number(query["session"]) is { } session and < int.MaxValue ? (int)session : null,
            query["set"].ToString() switch { Tag.Coder => Tag.Coder, Tag.Model => Tag.Model, _ => null }),
        (int)Math.Clamp(Number(query["page"]) ?? 1, 1, LastPage),
        Number(query["done"]),
        Schemes(query["schemes"]));

    /// <summary>The schemes that "keep" and "take the machine's" are about under these filters.</summary>
    public IReadOnlyList<string> Asked => Filter.By switch
    {
        QueueOrder.Action => [Tag.ActionScheme],
        QueueOrder.Issues => [Tag.IssueScheme],
        _ => [Tag.ActionScheme, Tag.IssueScheme],
    };

    public static IReadOnlyList<string> Schemes(string? listed) =>
        [.. (listed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(s => SchemeLabels.Schemes.Contains(s)).Distinct()];

    public string List(int page = 1, long? done = null, IReadOnlyList<string>? schemes = null) => "/curate/labels" + Query(page, done, schemes);

    public string One(long id, long? done = null, IReadOnlyList<string>? schemes = null) => $"/curate/labels/{id.ToString(CultureInfo.InvariantCulture)}" + Query(1, done, schemes);

    public string Next(long? done = null, IReadOnlyList<string>? schemes = null) => "/curate/labels/next" + Query(1, done, schemes);

    private string Query(int page, long? done, IReadOnlyList<string>? schemes)
    {
        (string Name, string? Value)[] fields =
        [
            ("by", Filter.By switch { QueueOrder.Action => "action", QueueOrder.Issues => "issues", _ => null }),
            ("set", Filter.SetBy),
            ("state", Filter.Sur),
            ("session", Filter.Session?.ToString(CultureInfo.InvariantCulture)),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
            ("done", done?.ToString(CultureInfo.InvariantCulture)),
            ("schemes", schemes is { Count: > 0 } ? string.Join(',', schemes) : null),
        ];
        var set = fields.Where(f => f.Value is not null).Select(f => $"{f.Name}={f.Value}").ToList();
        return set.Count == 0 ? "" : "?" + string.Join('&', set);
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
