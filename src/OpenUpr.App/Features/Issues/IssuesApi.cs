using OpenUpr.App.Features.Api;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Issues;

internal sealed record IssueItem(string Slug, string Name, int Count);

internal sealed record IssuePage(int Total, string Unit, IReadOnlyList<IssueItem> Items);

/// <summary>The issues for programs.</summary>
internal static class IssuesApi
{
    public static IReadOnlyList<ApiOperation> Operations { get; } = [new("listIssues", "/issues", ListAsync, [typeof(IssuePage)], [], ["/issues"])];

    private static Task ListAsync(ApiCall call)
    {
        var items = All(call);
        return call.SendAsync(new IssuePage(items.Count, "pairs", items), ApiJson.Sent.IssuePage);
    }

    public static IReadOnlyList<IssueItem> All(ApiCall call)
    {
        var counts = call.CountsOf("issue");
        return [.. IssueList.Current.All.Select(i => new IssueItem(i.Slug, i.Name, counts.GetValueOrDefault(i.Slug)))];
    }
}
