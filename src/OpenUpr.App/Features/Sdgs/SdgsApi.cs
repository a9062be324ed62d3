using OpenUpr.App.Features.Api;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.App.Features.Sdgs;

internal sealed record SdgItem(int Number, string Name, string Text, int Count);

internal sealed record SdgPage(int Total, string Unit, IReadOnlyList<SdgItem> Items);

/// <summary>The Sustainable Development Goals for programs.</summary>
internal static class SdgsApi
{
    public static IReadOnlyList<ApiOperation> Operations { get; } = [new("listSdgs", "/sdgs", ListAsync, [typeof(SdgPage)], [], ["/sdgs"])];

    private static Task ListAsync(ApiCall call)
    {
        var counts = call.CountsOf("sdg");
        return call.SendAsync(
            new SdgPage(Sdg.Goals.Count, "pairs", [.. Sdg.Goals.Select(g => new SdgItem(int.Parse(g.Number, System.Globalization.CultureInfo.InvariantCulture), g.Name, g.Text, counts.GetValueOrDefault(g.Number)))]),
            ApiJson.Sent.SdgPage);
    }
}
