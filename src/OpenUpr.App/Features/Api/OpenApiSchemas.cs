using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using OpenUpr.App.Features.Instruments;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;
using OpenUpr.Search.Passages;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Features.Api;

/// <summary>Schemas of the types that are sent, from the types themselves. What a field means is a resource, "Field_NAME" or, where one name means several things, "Field_TYPE_NAME".</summary>
internal static class OpenApiSchemas
{
    /// <summary>Fields that hold one of a few words.</summary>
    private static readonly Dictionary<string, string[]> _words = new()
    {
        ["unit"] = ["pairs", "texts", "paragraphs"],
        ["kind"] = ["recommendation", "pledge"],
        ["Instrument_kind"] = [.. InstrumentsApi.Kinds],
        ["CheckReport_kind"] = [.. DocumentKinds.All.Select(k => k.Name())],
        ["Passage_kind"] = [.. PassageParser.Kinds],
        ["Paper_kind"] = [.. PassageParser.Kinds],
        ["position"] = ["supported", "noted", "pending"],
        ["certainty"] = ["unknown", "derived", "tentative", "confirmed"],
        ["precision"] = ["unknown", "month", "day"],
        ["setBy"] = ["coder", "model", "user"],
        ["criterion"] = [.. Enum.GetValues<SmartCriterion>().Select(CriterionItem.Name)],
        ["verdict"] = [.. Enum.GetValues<SmartVerdict>().Select(CriterionItem.Name)],
        ["scheme"] = ["action", "issue", "sdg", "theme", "persons"],
    };

    private static readonly string[] _suffixes = ["Item", "Answer"];

    public static string NameOf(Type type) => _suffixes.Aggregate(type.Name, (name, suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name);

    /// <summary>The types and all that they hold, by name.</summary>
    public static JsonObject Make(IEnumerable<Type> types)
    {
        var made = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var waiting = new Queue<Type>(types);
        while (waiting.TryDequeue(out var type))
        {
            if (!made.ContainsKey(NameOf(type)))
            {
                made.Add(NameOf(type), Make(type, waiting));
            }
        }

        return new JsonObject(made.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value)));
    }

    private static JsonNode Make(Type type, Queue<Type> found)
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        var schema = ApiJson.Default.Options.GetJsonSchemaAsNode(type, exporter);
        schema["description"] = ApiText.Of($"Schema_{NameOf(type)}");
        return schema;

        JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
        {
            var own = context.TypeInfo.Type;
            if (!context.Path.IsEmpty && own.IsClass && own.Namespace?.StartsWith("OpenUpr", StringComparison.Ordinal) == true)
            {
                found.Enqueue(own);
                schema = OpenApiDocument.Reference("schemas", NameOf(own));
            }

            // What a part holds is described where the part itself is.
            return context.PropertyInfo is { } property && property.DeclaringType.IsAssignableFrom(type) ? Described(schema.AsObject(), NameOf(type), property.Name) : schema;
        }
    }

    private static JsonObject Described(JsonObject schema, string type, string field)
    {
        schema["description"] = ApiText.Find($"Field_{type}_{field}") ?? ApiText.Of($"Field_{field}");
        schema.Remove("default");
        if ((_words.TryGetValue($"{type}_{field}", out var words) || _words.TryGetValue(field, out words)) && TypesOf(schema["type"]) is { } types && types.Contains("string"))
        {
            schema["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w)), .. types.Contains("null") ? new JsonNode?[] { null } : []]);
        }

        return schema;
    }

    private static string[]? TypesOf(JsonNode? type) => type switch
    {
        JsonArray several => [.. several.Select(t => t!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => null,
    };
}
