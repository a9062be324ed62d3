using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenUpr.App.Features.Cycles;
using OpenUpr.App.Features.Issues;
using OpenUpr.App.Features.Sessions;
using OpenUpr.App.Features.States;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Api;

internal sealed record DumpAbout(string Stamp, string World, bool Fictional, DateTimeOffset? AsOf, int Rows, string Unit, IReadOnlyList<string> Sources);

internal sealed record DumpState(string Iso3, string? Iso2, string Status, string Name, NamesItem Names, IReadOnlyList<MembershipItem> Groups, IReadOnlyList<MembershipItem> Organisations);

/// <summary>The whole public database as one file of JSON lines; every line says by "kind" what it is.</summary>
internal static class DumpApi
{
    private const int FlushAt = 64 * 1024;
    private static readonly byte[] _newLine = "\n"u8.ToArray();

    public static IReadOnlyList<ApiOperation> Operations { get; } =
        [new("dumpDatabase", "/dump", SendAsync, [], [], ["/dump"]) { MediaType = "application/jsonl" }];

    private static async Task SendAsync(ApiCall call)
    {
        // Only a whole file counts: to ask by tag or by HEAD whether there is a newer one is as cheap as any other question.
        if (!call.IsHead && !await call.Context.RequestServices.GetRequiredService<RateLimits>().TryTakeAsync(RateRule.Dump, call.Context))
        {
            return;
        }

        var basis = await DataBasis.ReadAsync(call.Store, call.Cancel);
        call.Begin();
        var response = call.Context.Response;
        response.ContentType = ExportFormat.Jsonl.MediaType();
        response.Headers.ContentDisposition = $"attachment; filename=\"openupr{(call.Store.World == World.Demo ? "-fictional" : "")}-database.jsonl\"";
        if (basis.AsOf is { } asOf)
        {
            response.GetTypedHeaders().LastModified = asOf;
        }

        if (call.IsHead)
        {
            return;
        }

        await WriteReferenceAsync(call, basis, response.Body);
        var everything = SearchQuery.Everything with { Filters = SearchFilters.None with { Kind = KindFilter.All } };
        var rows = RecommendationRows.StreamAsync(call.Store, call.Index.AllIds(everything, SortBy.Id), cancel: call.Cancel);
        await RecommendationJson.WriteLinesAsync(response.Body, rows, call.Store.World, call.Cancel);
    }

    private static async Task WriteReferenceAsync(ApiCall call, DataBasis basis, Stream output)
    {
        var buffer = new ArrayBufferWriter<byte>(FlushAt);
        var (reference, types) = (call.Reference, ApiJson.Sent);
        var isDemo = reference.World == World.Demo;
        Line(buffer, "about", new DumpAbout(call.Index.Stamp, isDemo ? "demo" : "un", isDemo, basis.AsOf, call.Index.Count, "pairs", await SourceList.ReadAsync(call.Store, call.Cancel)), types.DumpAbout);
        foreach (var cycle in CyclesApi.All(call))
        {
            Line(buffer, "cycle", cycle, types.CycleItem);
        }

        foreach (var session in reference.Sessions)
        {
            Line(buffer, "session", SessionsApi.Read(call, session), types.SessionDetail);
        }

        foreach (var state in reference.States)
        {
            Line(buffer, "state", StatesApi.ForDump(reference, state), types.DumpState);
        }

        foreach (var issue in IssuesApi.All(call))
        {
            Line(buffer, "issue", issue, types.IssueItem);
        }

        await output.WriteAsync(buffer.WrittenMemory, call.Cancel);
    }

    /// <summary>The object as the API sends it, with its kind in front.</summary>
    private static void Line<T>(ArrayBufferWriter<byte> buffer, string kind, T item, JsonTypeInfo<T> type)
    {
        using (var json = new Utf8JsonWriter(buffer, RecommendationJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            foreach (var field in JsonSerializer.SerializeToElement(item, type).EnumerateObject())
            {
                field.WriteTo(json);
            }

            json.WriteEndObject();
        }

        buffer.Write(_newLine);
    }
}
