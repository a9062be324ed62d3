using System.Text.Json;
using System.Text.Json.Nodes;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Api;

/// <summary>The pieces of the OpenAPI document that operations share.</summary>
internal static class OpenApiParts
{
    public static IReadOnlyList<string> HeaderNames { get; } = ["ETag", "Link", "Location", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After"];

    private static readonly string[] _rateHeaders = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

    public static JsonObject Headers() => new([.. HeaderNames.Select(n => KeyValuePair.Create<string, JsonNode?>(n, new JsonObject
    {
        ["description"] = ApiText.Of($"Header_{n.Replace('-', '_')}"),
        ["schema"] = new JsonObject { ["type"] = n.StartsWith('R') ? "integer" : "string" },
    }))]);

    public static JsonObject Parameter(ApiParameter parameter, ApiSamples samples)
    {
        var one = new JsonObject { ["type"] = parameter.Range is null ? "string" : "integer" };
        if (parameter.Values.Count > 0)
        {
            one["enum"] = new JsonArray([.. parameter.Values.Select(v => JsonValue.Create(v))]);
        }

        if (parameter.Range is { } range)
        {
            (one["minimum"], one["maximum"]) = (range.Least, range.Most);
        }

        if (parameter.Default is { } ifAbsent)
        {
            one["default"] = Value(parameter, ifAbsent);
        }

        var described = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.InPath ? "path" : "query",
            ["description"] = parameter.Description,
            ["required"] = parameter.InPath || parameter.IsNeeded,
            ["schema"] = parameter.IsList ? new JsonObject { ["type"] = "array", ["items"] = one } : one,
        };
        if (parameter.IsList)
        {
            (described["style"], described["explode"]) = ("form", false);
        }

        if (parameter.Example.Length > 0)
        {
            var example = Value(parameter, samples.Fill(parameter.Example));
            described["example"] = parameter.IsList ? new JsonArray(example) : example;
        }

        return described;
    }

    /// <summary>A refusal as it is sent, on several lines.</summary>
    public static string ErrorText(ReferenceData reference) =>
        JsonSerializer.Serialize(ErrorAnswer.Describe(StatusCodes.Status400BadRequest, Refusal(reference)), new ApiJson(new JsonSerializerOptions(ApiJson.Sent.Options) { WriteIndented = true }).ProblemAnswer);

    /// <summary>The refusals, each with a real one as its example.</summary>
    public static JsonObject Errors(ReferenceData reference)
    {
        return new JsonObject
        {
            ["Moved"] = new JsonObject { ["description"] = ApiText.Of("Response_301"), ["headers"] = Named("Location") },
            ["NotModified"] = new JsonObject { ["description"] = ApiText.Of("Response_304"), ["headers"] = Named(["ETag", .. _rateHeaders]) },
            ["BadRequest"] = Error(400, Refusal(reference), _rateHeaders),
            ["NotFound"] = Error(404, null, _rateHeaders),
            ["TooLarge"] = Error(413, null, _rateHeaders),
            ["Unreadable"] = Error(422, null, _rateHeaders),
            ["TooManyRequests"] = Error(429, null, [.. _rateHeaders, "Retry-After"]),
            ["Failed"] = Error(500, null, []),
        };
    }

    private static Problem Refusal(ReferenceData reference)
    {
        var wrong = QueryParser.Parse("", new Dictionary<string, IReadOnlyList<string>> { ["session"] = ["999"], ["response"] = ["suported"] }, reference).Problems;
        return new Problem(string.Join(' ', wrong.Select(p => p.Message))) { Problems = wrong };
    }

    private static JsonObject Error(int status, Problem? problem, string[] headers) => new()
    {
        ["description"] = ApiText.Of($"Response_{status}"),
        ["headers"] = Named(headers),
        ["content"] = new JsonObject
        {
            [ErrorAnswer.ProblemType] = new JsonObject
            {
                ["schema"] = OpenApiDocument.Reference("schemas", OpenApiSchemas.NameOf(typeof(ProblemAnswer))),
                ["example"] = JsonSerializer.SerializeToNode(ErrorAnswer.Describe(status, problem), ApiJson.Sent.ProblemAnswer),
            },
        },
    };

    private static JsonObject Named(params string[] names) => new([.. names.Select(n => KeyValuePair.Create<string, JsonNode?>(n, OpenApiDocument.Reference("headers", n)))]);

    private static JsonValue Value(ApiParameter parameter, string text) =>
        parameter.Range is null ? JsonValue.Create(text) : JsonValue.Create(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
