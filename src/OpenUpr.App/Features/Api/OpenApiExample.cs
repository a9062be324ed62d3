using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenUpr.App.Features.Api;

/// <summary>Asks an operation as a reader would, without the network, for the examples of the document.</summary>
internal static class OpenApiExample
{
    /// <summary>Rows of a list that an example shows.</summary>
    private const int Rows = 2;

    /// <summary>The one list whose length means something: a count for each action category.</summary>
    private const string WholeList = "actions";

    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="address">Behind <see cref="ApiCatalogue.Root"/>.</param>
    public static async Task<JsonNode> AskAsync(IServiceProvider services, ApiOperation operation, string address)
    {
        var (path, query) = address.Split('?') is [var before, var after] ? (before, $"?{after}") : (address, "");
        var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = ApiCatalogue.Root + path;
        context.Request.QueryString = new QueryString(query);
        context.Response.Body = body;
        foreach (var (name, value) in operation.Path.Split('/').Zip(path.Split('/')).Where(p => p.First.StartsWith('{')))
        {
            context.Request.RouteValues[name.Trim('{', '}')] = value;
        }

        await ApiRoutes.AnswerAsync(context, operation);

        // A store without data has no recommendation to show.
        return body.Length == 0 ? new JsonObject() : Shortened(JsonNode.Parse(body.ToArray())!, null);
    }

    private static JsonNode Shortened(JsonNode node, string? name) => node switch
    {
        JsonArray list => new JsonArray([.. list.Take(name == WholeList ? list.Count : Rows).Select(i => i is null ? null : Shortened(i, null))]),
        JsonObject whole => new JsonObject(whole.Select(f => KeyValuePair.Create(f.Key, f.Value is null ? null : Shortened(f.Value, f.Key)))),
        _ => node.DeepClone(),
    };
}
