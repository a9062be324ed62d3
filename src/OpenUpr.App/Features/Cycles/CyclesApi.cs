using System.Globalization;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Features.States;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Cycles;

internal sealed record CycleItem(int Number, int FirstSession, int LastSession, string? From, string? To, string Certainty, int Received, string? Note);

internal sealed record CycleList(int Total, string Unit, IReadOnlyList<CycleItem> Items);

/// <summary>The cycles of the review for programs.</summary>
internal static class CyclesApi
{
    public static IReadOnlyList<ApiOperation> Operations { get; } = [new("listCycles", "/cycles", ListAsync, [typeof(CycleList)], [], ["/cycles"])];

    private static Task ListAsync(ApiCall call)
    {
        var items = All(call);
        return call.SendAsync(new CycleList(items.Count, "pairs", items), ApiJson.Sent.CycleList);
    }

    public static IReadOnlyList<CycleItem> All(ApiCall call)
    {
        var counts = call.Index.Run(SearchQuery.Everything, new SearchPage(Limit: 0)).Facets.First(f => f.Field == "cycle").Values.ToDictionary(v => v.Value, v => v.Count);
        return [.. call.Reference.Cycles.Select(c => new CycleItem(
            c.Number, c.FirstSession, c.LastSession, c.From, c.To, StatesApi.Word(c.Certainty), counts.GetValueOrDefault(c.Number.ToString(CultureInfo.InvariantCulture)), c.Note))];
    }
}
