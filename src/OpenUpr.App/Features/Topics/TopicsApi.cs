using OpenUpr.App.Features.Api;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.App.Features.Topics;

internal sealed record TopicItem(string Slug, string Name, int Count);

internal sealed record TopicPage(int Total, string Unit, IReadOnlyList<TopicItem> Items);

/// <summary>OHCHR's themes and groups of affected persons for programs.</summary>
internal static class TopicsApi
{
    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        new("listThemes", "/themes", call => ListAsync(call, TopicList.Themes, "theme"), [typeof(TopicPage)], [], ["/themes"]),
        new("listPersons", "/persons", call => ListAsync(call, TopicList.Persons, "person"), [typeof(TopicPage)], [], ["/persons"]),
    ];

    private static Task ListAsync(ApiCall call, TopicList list, string field)
    {
        var counts = call.CountsOf(field);
        return call.SendAsync(new TopicPage(list.All.Count, "pairs", [.. list.All.Select(t => new TopicItem(t.Slug, t.Name, counts.GetValueOrDefault(t.Slug)))]), ApiJson.Sent.TopicPage);
    }
}
