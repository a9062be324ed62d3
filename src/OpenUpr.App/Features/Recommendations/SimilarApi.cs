using System.Buffers;
using System.Text.Json;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Similar;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

internal sealed record SimilarItem(
    long Id, string Kind, string Sur, string Rs, int Session, int? Cycle, string? Symbol, string? Paragraph, int? Page, string Text, string? Position, string? PositionText,
    int? Action, IReadOnlyList<string> Issues, IReadOnlyList<int> Sdgs, string Source, double Score, IReadOnlyList<PairItem> Pairs, IReadOnlyList<SameItem> Same, bool Partial = false, bool Fictional = false,
    LabelsItem? Labels = null);

internal sealed record SameItem(long Id, string Sur, int Session, string? Position, double Score, IReadOnlyList<PairItem> Pairs);

internal sealed record AnswersItem(string State, int Texts, int Supported, int Noted);

internal sealed record SimilarPage(string Unit, IReadOnlyList<SimilarItem> Items, IReadOnlyList<AnswersItem> BySur, IReadOnlyList<AnswersItem> ByRs);

/// <summary>The recommendations most like a text, and how they were answered, for programs.</summary>
internal static class SimilarApi
{
    private static readonly ApiParameter _text = new("text", "rights of women");
    private static readonly ApiParameter _limit = ApiParameters.Limit with { Name = "limit", Default = "10" };

    public static IReadOnlyList<ApiOperation> Operations(IReadOnlyList<ApiParameter> search) =>
    [
        new(
            "findSimilar", "/similar", FindAsync, [typeof(SimilarPage)], [_text, .. search.Where(p => p.Name is not ("q" or "synonyms")), _limit],
            ["/similar?text=rights%20of%20women&limit=3", "/similar?text=rights%20of%20women&response=supported&limit=3"]),
    ];

    private static async Task FindAsync(ApiCall call)
    {
        var text = call.Typed(_text) ?? "";
        if (text.Length is 0 or > SimilarQuery.MaxLength)
        {
            await call.RefuseAsync(new QueryProblem(_text.Name, "", Numbers.Fill(ApiWords.Problem_Text, SimilarQuery.MaxLength), []));
            return;
        }

        var alike = AlikeRecommendations.Read(call.Index, new SimilarQuery(text) { Filters = call.Query.Filters, Limit = call.Number(_limit) }.About(Reading.Of(text)?.Read));
        var rows = await call.Context.RequestServices.GetRequiredService<RowCache>().ByIdsAsync([.. alike.Texts.Select(t => t.Found.RecommendationId)], call.Cancel);
        await call.SendAsync(Write(alike, rows.ToDictionary(r => r.Id), call.Store));
    }

    private static ReadOnlyMemory<byte> Write(AlikeRecommendations alike, Dictionary<long, RecommendationRow> rows, Store store)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, RecommendationJson.Options);
        json.WriteStartObject();
        json.WriteString("unit", "texts");
        json.WriteStartArray("items");
        foreach (var text in alike.Texts.Where(t => rows.ContainsKey(t.Found.RecommendationId)))
        {
            json.WriteStartObject();
            RecommendationJson.WriteFields(json, rows[text.Found.RecommendationId] with { Score = text.Found.Score }, store.World);
            json.WritePropertyName("pairs");
            JsonSerializer.Serialize(json, Pairs(text), ApiJson.Sent.IReadOnlyListPairItem);
            json.WritePropertyName("same");
            JsonSerializer.Serialize(json, [.. text.Same.Select(Same)], ApiJson.Sent.IReadOnlyListSameItem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "bySur", alike.BySur);
        Write(json, "byRs", alike.ByRs);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static SameItem Same(AlikeText text) => new(
        text.Found.RecommendationId, text.Sur, text.Session, text.Position?.ToString().ToLowerInvariant(), (double)RecommendationColumns.Rounded(text.Found.Score), Pairs(text));

    private static IReadOnlyList<PairItem> Pairs(AlikeText text) => [.. text.Pairs.Select(p => new PairItem(p.Id, p.Rs))];

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<AlikeAnswers> answers)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, [.. answers.Select(a => new AnswersItem(a.State!, a.Texts, a.Supported, a.Noted))], ApiJson.Sent.IReadOnlyListAnswersItem);
    }
}
