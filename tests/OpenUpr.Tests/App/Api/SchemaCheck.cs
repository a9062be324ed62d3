using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenUpr.Tests.App.Api;

/// <summary>The part of JSON Schema that the document uses. Stricter than the standard: a field that the schema does not name is a fault.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    public void AssertValid(JsonNode schema, JsonNode? value, string place) => Assert.Empty(Faults(schema, value, place));

    private IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string place)
    {
        if (schema["$ref"] is { } reference)
        {
            return Faults(JsonWalk.Find(document, reference.GetValue<string>())!, value, place);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            var fitting = choices.Count(c => !Faults(c!, value, place).Any());
            return fitting == 1 ? [] : [$"{place}: fits {fitting} of the schemas"];
        }

        var types = schema["type"] is JsonArray several ? [.. several.Select(t => t!.GetValue<string>())] : new[] { schema["type"]!.GetValue<string>() };
        var actual = TypeOf(value);
        if (!types.Contains(actual) && !(actual == "integer" && types.Contains("number")))
        {
            return [$"{place}: is {actual}, not {string.Join(" or ", types)}"];
        }

        if (schema["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value)))
        {
            return [$"{place}: {value} is none of {words.ToJsonString()}"];
        }

        return value switch
        {
            JsonObject whole when schema["properties"] is JsonObject fields => OfObject(schema, fields, whole, place),
            JsonArray list => list.SelectMany((item, i) => Faults(schema["items"]!, item, $"{place}[{i}]")),
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonNode schema, JsonObject fields, JsonObject whole, string place)
    {
        var missing = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).Where(r => !whole.ContainsKey(r)).Select(r => $"{place}.{r}: is missing");
        var unknown = whole.Where(f => !fields.ContainsKey(f.Key)).Select(f => $"{place}.{f.Key}: is not described");
        return missing.Concat(unknown).Concat(whole.Where(f => fields.ContainsKey(f.Key)).SelectMany(f => Faults(fields[f.Key]!, f.Value, $"{place}.{f.Key}")));
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().All(c => char.IsDigit(c) || c == '-') ? "integer" : "number",
        _ => "boolean",
    };
}

/// <summary>Ways through a JSON document.</summary>
internal static class JsonWalk
{
    /// <summary>The node and all below it.</summary>
    public static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject whole => whole.Select(f => f.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };

    /// <summary>What "#/components/schemas/X" names, or null.</summary>
    public static JsonNode? Find(JsonNode document, string reference) => reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (at, name) => at?[name]);
}
