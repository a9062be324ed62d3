using System.Text.Json;
using OpenUpr.App.Features.Api;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.App.Features.Instruments;

internal sealed record InstrumentItem(string Slug, string Kind, string Name, string? Abbreviation, IReadOnlyList<string> Names, string? Parent, string? Address, int Count);

internal sealed record InstrumentPage(int Total, string Unit, IReadOnlyList<InstrumentItem> Items);

/// <summary>The instruments and bodies that texts name, for programs.</summary>
internal static class InstrumentsApi
{
    public static IReadOnlyList<ApiOperation> Operations { get; } = [new("listInstruments", "/instruments", ListAsync, [typeof(InstrumentPage)], [], ["/instruments"])];

    /// <summary>The kinds as the API writes them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetValues<EntityKind>().Select(NameOf)];

    private static Task ListAsync(ApiCall call)
    {
        var counts = call.CountsOf("instrument");
        var items = EntityList.Current.All.Select(e => new InstrumentItem(e.Slug, NameOf(e.Kind), e.Name, e.Abbreviation, e.Names, e.Parent, e.Address, counts.GetValueOrDefault(e.Slug)));
        return call.SendAsync(new InstrumentPage(EntityList.Current.All.Count, "pairs", [.. items]), ApiJson.Sent.InstrumentPage);
    }

    private static string NameOf(EntityKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
