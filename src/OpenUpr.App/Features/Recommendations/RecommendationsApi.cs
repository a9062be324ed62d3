using System.Buffers;
using System.Globalization;
using System.Text.Json;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>The search, one recommendation, and the counts beside a search, for programs.</summary>
internal static class RecommendationsApi
{
    private static readonly ApiParameter _id = ApiParameters.InPath("id", "{id}");

    public static IReadOnlyList<ApiOperation> Operations(IReadOnlyList<ApiParameter> search) =>
    [
        new(
            "searchRecommendations", "/recommendations", SearchAsync, [typeof(RecommendationPage)],
            [.. search, ApiParameters.Sort, ApiParameters.Limit, ApiParameters.Cursor],
            ["/recommendations?sur={sur}&response=noted&limit=3", "/recommendations?q=rights&session={session}&sort=newest&limit=3", "/recommendations?rs={rs}&issue={issue}&limit=3"]),
        new("getRecommendation", "/recommendations/{id}", ShowAsync, [typeof(RecommendationDetail)], [_id], ["/recommendations/{id}"]),
        new("countFacets", "/facets", CountAsync, [typeof(FacetCounts)], search, ["/facets?sur={sur}&session={session}", "/facets?q=rights&response=noted"]),
    ];

    private static async Task SearchAsync(ApiCall call)
    {
        var sort = SortNames.Find(call.Value(ApiParameters.Sort)!)!.Value;
        var limit = call.Number(ApiParameters.Limit);
        SearchCursor? after = null;
        if (call.Typed(ApiParameters.Cursor) is { } typed && (after = SearchCursor.Read(typed, call.Query, sort)) is null)
        {
            await call.RefuseAsync(new QueryProblem(ApiParameters.Cursor.Name, typed, ApiWords.Problem_Cursor, []));
            return;
        }

        var found = call.Index.Run(call.Query, new SearchPage(sort, Limit: limit, Facets: false, MissingWords: false, After: after));
        var rows = await call.Context.RequestServices.GetRequiredService<RowCache>().ByIdsAsync(found.Ids, call.Cancel);
        var next = found.Next is { } end ? Address(call.Query, sort, limit, end) : null;
        if (next is not null)
        {
            call.Context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        await call.SendAsync(Write(found.Pairs, call.Query.Labels == LabelScope.People ? [.. rows.Select(r => r.OfPeople())] : rows, next, call.Store));
    }

    private static string Address(SearchQuery query, SortBy sort, int limit, SearchCursor after)
    {
        var fields = SearchAddress.Fields(query)
            .Append(new(ApiParameters.Sort.Name, sort == SortBy.Relevance ? "" : SortNames.NameOf(sort)))
            .Append(new(ApiParameters.Limit.Name, limit == ApiParameters.DefaultLimit ? "" : limit.ToString(CultureInfo.InvariantCulture)))
            .Append(new(ApiParameters.Cursor.Name, after.ToText(query, sort)));
        return SearchLink.ToFields(fields, ApiCatalogue.Root + SearchLink.Page);
    }

    private static ReadOnlyMemory<byte> Write(int total, IReadOnlyList<RecommendationRow> rows, string? next, Store store)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, RecommendationJson.Options);
        json.WriteStartObject();
        json.WriteNumber("total", total);
        json.WriteString("unit", "pairs");
        json.WriteStartArray("items");
        foreach (var row in rows)
        {
            RecommendationJson.Write(json, row, store.World);
        }

        json.WriteEndArray();
        json.WriteString("next", next);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static async Task ShowAsync(ApiCall call)
    {
        var typed = call.InPath(_id.Name);
        if (!long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || await RecommendationDetails.ResolveAsync(call.Store, id, call.Cancel) is not { } actual)
        {
            await call.NotFoundAsync(Numbers.Fill(Words.Error_NoRecommendation, typed));
            return;
        }

        if (actual != id)
        {
            await call.MovedAsync($"/recommendations/{actual}");
            return;
        }

        var details = (await RecommendationDetails.ReadAsync(call.Store, id, call.Cancel))!;
        await call.SendAsync(Write(details, call.Store));
    }

    private static ReadOnlyMemory<byte> Write(RecommendationDetails details, Store store)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, RecommendationJson.Options);
        json.WriteStartObject();
        RecommendationJson.WriteFields(json, details.Row, store.World);
        json.WritePropertyName("document");
        JsonSerializer.Serialize(json, RecommendationModels.Of(details.Source), ApiJson.Sent.DocumentItem);
        json.WritePropertyName("positions");
        JsonSerializer.Serialize(json, [.. details.Positions.Select(RecommendationModels.Of)], ApiJson.Sent.IReadOnlyListPositionItem);
        json.WritePropertyName("tags");
        JsonSerializer.Serialize(json, [.. details.Tags.Select(RecommendationModels.Of)], ApiJson.Sent.IReadOnlyListTagItem);
        json.WritePropertyName("schemes");
        JsonSerializer.Serialize(json, [.. details.Labels.Where(l => l.SetBy is not null).Select(RecommendationModels.Of)], ApiJson.Sent.IReadOnlyListSchemeItem);
        json.WritePropertyName("sameText");
        JsonSerializer.Serialize(json, [.. details.SameText.Select(p => new PairItem(p.Id, p.Rs))], ApiJson.Sent.IReadOnlyListPairItem);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static Task CountAsync(ApiCall call)
    {
        var found = call.Index.Run(call.Query, new SearchPage(Limit: 0, MissingWords: false));
        var facets = found.Facets.Select(f => new FacetItem(f.Field, [.. f.Values.Where(v => v.Count > 0 || v.Chosen).Select(v => new FacetValueItem(v.Value, v.Label, v.Count, v.Chosen))]));
        return call.SendAsync(new FacetCounts(found.Pairs, "pairs", found.Texts, found.Paragraphs, found.PairsWithoutParagraph, [.. facets]), ApiJson.Sent.FacetCounts);
    }
}
