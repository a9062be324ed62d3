using System.Text.Json;
using OpenUpr.Search.Passages;

namespace OpenUpr.Export;

/// <summary>A paragraph of a paper as one JSON object, the same for the command line and the API. It may grow, never change.</summary>
public static class PassageJson
{
    /// <summary>Writes one object. What is not known is null.</summary>
    public static void Write(Utf8JsonWriter json, PassageRow row)
    {
        var document = row.Document;
        json.WriteStartObject();
        json.WriteNumber("id", row.Id);
        json.WriteString("kind", document.Kind);
        json.WriteString("symbol", document.Symbol);
        json.WriteNumber("documentId", document.Id);
        json.WriteString("language", document.Language);
        json.WriteString("sur", document.Sur);
        Number(json, "session", document.Session);
        Number(json, "cycle", document.Cycle);
        json.WriteNumber("ordinal", row.Ordinal);
        json.WriteString("paragraph", row.Number);
        Number(json, "page", row.Page);
        json.WriteString("heading", row.Heading);
        json.WriteString("text", row.Text);
        List(json, "states", row.States);
        List(json, "submitters", row.Submitters.Select(s => s.Code));
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
