using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Api;

/// <summary>
/// The OpenAPI 3.1 document, made from the operations and the types that are sent. Its examples are real answers of the world that is served;
/// it is therefore made again when the index was replaced, and not before someone asks.
/// </summary>
internal sealed class OpenApiDocument(IServiceProvider services, Store store, LiveIndex live)
{
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly string[] _chapters = ["Doc_What", "Doc_Licence", "Doc_Limits", "Doc_Paging", "Doc_Errors", "Doc_Caching"];
    private volatile Made? _made;

    public static IReadOnlyList<ApiOperation> Operations { get; } =
        [new("getDescription", "/openapi.json", SendAsync, [], [], ["/openapi.json"])];

    public async Task<ReadOnlyMemory<byte>> ReadAsync()
    {
        var index = live.Current;
        if (_made is { } made && ReferenceEquals(made.Of, index))
        {
            return made.Json;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(await MakeAsync(ApiSamples.Of(index)), _options);
        _made = new Made(index, json);
        return json;
    }

    private static async Task SendAsync(ApiCall call) => await call.SendAsync(await call.Context.RequestServices.GetRequiredService<OpenApiDocument>().ReadAsync());

    private async Task<JsonObject> MakeAsync(ApiSamples samples)
    {
        var operations = ApiCatalogue.Operations(store.Reference);
        var paths = new JsonObject();
        foreach (var operation in operations)
        {
            paths.Add(operation.Path, new JsonObject { [operation.Method.ToLowerInvariant()] = await OperationAsync(operation, samples) });
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = ApiCatalogue.Root, ["description"] = ApiText.Of("Doc_Server") }),
            ["security"] = new JsonArray(),
            ["tags"] = new JsonArray([.. operations.Select(o => o.Tag).Distinct().Select(t => new JsonObject { ["name"] = t, ["description"] = ApiText.Of($"Tag_{t}") })]),
            ["paths"] = paths,
            ["components"] = Components(operations, samples),
        };
    }

    private static JsonObject Info() => new()
    {
        ["title"] = ApiText.Of("Doc_Title"),
        ["version"] = "1",
        ["summary"] = ApiText.Of("Doc_Summary"),
        ["description"] = string.Join("\n\n", _chapters.Select(ApiText.Of)),
        ["contact"] = new JsonObject { ["name"] = "OpenUPR" },
        ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
    };

    private async Task<JsonObject> OperationAsync(ApiOperation operation, ApiSamples samples)
    {
        var described = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["description"] = operation.Description,
            ["tags"] = new JsonArray(operation.Tag),
            ["parameters"] = new JsonArray([.. operation.Parameters.Select(p => Reference("parameters", p.Key))]),
            ["responses"] = await ResponsesAsync(operation, samples),
            ["x-example-requests"] = new JsonArray([.. operation.Examples.Select(e => new JsonObject { ["request"] = ApiCatalogue.Root + samples.Fill(e), ["status"] = StatusCodes.Status200OK })]),
        };
        if (operation.FileType is { } type)
        {
            described["requestBody"] = new JsonObject
            {
                ["description"] = ApiText.Of($"Op_{operation.Id}_Body"),
                ["required"] = true,
                ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = type } } },
            };
        }

        return described;
    }

    private async Task<JsonObject> ResponsesAsync(ApiOperation operation, ApiSamples samples)
    {
        var headers = new JsonObject([.. OpenApiParts.HeaderNames.Where(n => operation.FileType is null || n.StartsWith("Rate", StringComparison.Ordinal)).Where(n => n != "Link" || operation.Parameters.Contains(ApiParameters.Cursor)).Where(n => n is not ("Retry-After" or "Location"))
            .Select(n => KeyValuePair.Create<string, JsonNode?>(n, Reference("headers", n)))]);
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = ApiText.Of("Response_200"),
                ["headers"] = headers,
                ["content"] = new JsonObject { [operation.MediaType] = new JsonObject { ["schema"] = SchemaOf(operation), ["example"] = await ExampleAsync(operation, samples) } },
            },
        };
        if (operation.HasPathParameter)
        {
            responses["301"] = Reference("responses", "Moved");
        }

        if (operation.FileType is null)
        {
            responses["304"] = Reference("responses", "NotModified");
        }

        responses["400"] = Reference("responses", "BadRequest");
        if (operation.HasPathParameter)
        {
            responses["404"] = Reference("responses", "NotFound");
        }

        if (operation.FileType is not null)
        {
            (responses["413"], responses["422"]) = (Reference("responses", "TooLarge"), Reference("responses", "Unreadable"));
        }

        responses["429"] = Reference("responses", "TooManyRequests");
        responses["500"] = Reference("responses", "Failed");
        return responses;
    }

    private static JsonObject SchemaOf(ApiOperation operation) => (operation.MediaType, operation.Models.Count) switch
    {
        (ApiOperation.Json, 0) => new JsonObject { ["type"] = "object" },
        (_, 0) => new JsonObject { ["type"] = "string", ["contentMediaType"] = operation.MediaType },
        (_, 1) => Reference("schemas", OpenApiSchemas.NameOf(operation.Models[0])),
        _ => new JsonObject { ["oneOf"] = new JsonArray([.. operation.Models.Select(m => Reference("schemas", OpenApiSchemas.NameOf(m)))]) },
    };

    private async Task<JsonNode> ExampleAsync(ApiOperation operation, ApiSamples samples)
    {
        if (operation.Shown is { } shown)
        {
            return shown();
        }

        if (operation.MediaType != ApiOperation.Json)
        {
            var search = ApiCatalogue.Operations(store.Reference)[0];
            var found = await OpenApiExample.AskAsync(services, search, samples.Fill(search.Examples[0]));
            return string.Concat(found["items"]!.AsArray().Take(1).Select(i => i!.ToJsonString(OpenApiExample.Compact) + "\n"));
        }

        // The document would hold itself.
        return operation.Models.Count == 0 ? new JsonObject { ["openapi"] = "3.1.0" } : await OpenApiExample.AskAsync(services, operation, samples.Fill(operation.Examples[0]));
    }

    private JsonObject Components(IReadOnlyList<ApiOperation> operations, ApiSamples samples) => new()
    {
        ["parameters"] = new JsonObject([.. operations.SelectMany(o => o.Parameters).DistinctBy(p => p.Key).Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, OpenApiParts.Parameter(p, samples)))]),
        ["headers"] = OpenApiParts.Headers(),
        ["responses"] = OpenApiParts.Errors(store.Reference),
        ["schemas"] = OpenApiSchemas.Make([.. operations.SelectMany(o => o.Models), typeof(ProblemAnswer)]),
    };

    internal static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    private sealed record Made(SearchIndex Of, byte[] Json);
}
