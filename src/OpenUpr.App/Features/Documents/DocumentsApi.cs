using System.Buffers;
using System.Globalization;
using System.Text.Json;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.Export;
using OpenUpr.Search.Passages;

namespace OpenUpr.App.Features.Documents;

internal sealed record PaperItem(
    long Id, string Kind, string? Symbol, string? Language, string? Sur, int? Session, int? Cycle, DateOnly? PublishedOn, int? Pages, int Passages, string FileName, DateTimeOffset ReceivedAt);

internal sealed record PaperList(int Total, IReadOnlyList<PaperItem> Items);

/// <summary>The fields of a paragraph as PassageJson writes them, for the API's description; tests hold the two together.</summary>
internal sealed record PassageItem(
    long Id, string Kind, string? Symbol, long DocumentId, string? Language, string? Sur, int? Session, int? Cycle, int Ordinal, string? Paragraph, int? Page, string? Heading, string Text,
    IReadOnlyList<string> States, IReadOnlyList<string> Submitters);

internal sealed record PassagePage(int Total, string Unit, IReadOnlyList<PassageItem> Items, string? Next);

/// <summary>The stored papers and the search in them, for programs.</summary>
internal static class DocumentsApi
{
    private const string Path = "/passages";
    private const int MaxOffset = 10_000_000;

    private static readonly ApiParameter _offset = new("offset", "0") { Range = (0, MaxOffset), Default = "0" };

    /// <param name="search">The parameters of a search of recommendations, some of which papers have too.</param>
    public static IReadOnlyList<ApiOperation> Operations(IReadOnlyList<ApiParameter> search) =>
    [
        new("listDocuments", "/documents", ListAsync, [typeof(PaperList)], [], ["/documents"]),
        new(
            "searchPassages", Path, SearchAsync, [typeof(PassagePage)],
            [
                .. search.Where(p => p.Name is "q" or "synonyms" || PassageFields.Shared.Contains(p.Name)),
                Filter(PassageFields.Paper, "summary", PassageParser.Kinds),
                Filter(PassageFields.Language, "en", PassageParser.Languages),
                Filter(PassageFields.State, "{rs}", []),
                Filter(PassageFields.Submitter, "JS1", []),
                ApiParameters.Limit,
                _offset,
            ],
            ["/passages?q=rights&limit=3", "/passages?sur={sur}&paper=summary,compilation&limit=3"]) { IsPassageSearch = true },
    ];

    private static async Task ListAsync(ApiCall call)
    {
        var index = await call.PapersAsync();
        await call.SendAsync(new PaperList(index.Documents.Count, [.. index.Documents.Select(Item)]), ApiJson.Sent.PaperList);
    }

    private static PaperItem Item(PassageDocument d) =>
        new(d.Id, d.Kind, d.Symbol, d.Language, d.Sur, d.Session, d.Cycle, d.PublishedOn, d.Pages, d.Passages, d.FileName, d.ReceivedAt);

    private static async Task SearchAsync(ApiCall call)
    {
        var (index, limit, offset) = (await call.PapersAsync(), call.Number(ApiParameters.Limit), call.Number(_offset));
        var found = index.Run(call.PassageQuery, offset, limit);
        var rows = await PassageRows.StreamAsync(call.Store, index, found.Ids, call.Cancel).ToListAsync(call.Cancel);
        await call.SendAsync(Write(found.Total, rows, offset + limit < found.Total ? Address(call.PassageQuery, limit, offset + limit) : null));
    }

    private static string Address(PassageQuery query, int limit, int offset) => SearchLink.ToFields(
        query.Fields()
            .Append(new(ApiParameters.Limit.Name, limit == ApiParameters.DefaultLimit ? "" : limit.ToString(CultureInfo.InvariantCulture)))
            .Append(new(_offset.Name, offset.ToString(CultureInfo.InvariantCulture))),
        ApiCatalogue.Root + Path);

    private static ReadOnlyMemory<byte> Write(int total, IReadOnlyList<PassageRow> rows, string? next)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, RecommendationJson.Options);
        json.WriteStartObject();
        json.WriteNumber("total", total);
        json.WriteString("unit", "paragraphs");
        json.WriteStartArray("items");
        foreach (var row in rows)
        {
            PassageJson.Write(json, row);
        }

        json.WriteEndArray();
        json.WriteString("next", next);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static ApiParameter Filter(string name, string example, IReadOnlyList<string> values) => new(name, example) { IsFilter = true, IsList = true, Values = values };
}
