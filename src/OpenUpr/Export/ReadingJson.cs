using System.Text.Json;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Export;

/// <summary>What was read from a paper as JSON lines: one object for each text, answer or paragraph, with the fields of the command-line contract.</summary>
public static class ReadingJson
{
    /// <param name="file">The file's own name.</param>
    /// <param name="pledges">True to give voluntary commitments beside the recommendations.</param>
    /// <param name="passages">True to give every paragraph of the paper as well; papers without recommendations and answers always give them.</param>
    /// <param name="facts">True to give what the paper says of the review itself, such as its troika.</param>
    public static void WriteLines(Stream output, string file, PaperReading reading, bool pledges = false, bool passages = false, bool facts = false)
    {
        foreach (var text in reading.Texts.Where(t => pledges || t.Kind == RecommendationKind.Recommendation))
        {
            WriteLine(output, file, reading.Identity, json => Write(json, text));
        }

        foreach (var answer in reading.Answers)
        {
            WriteLine(output, file, reading.Identity, json => Write(json, answer));
        }

        foreach (var passage in passages || reading.Texts.Count + reading.Answers.Count == 0 ? reading.Passages : [])
        {
            WriteLine(output, file, reading.Identity, json => Write(json, passage));
        }

        foreach (var fact in facts ? reading.Facts : [])
        {
            WriteLine(output, file, reading.Identity, json => Write(json, fact));
        }
    }

    private static void WriteLine(Stream output, string file, PaperIdentity identity, Action<Utf8JsonWriter> fields)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("document", identity.Symbol);
            json.WriteString("kind", identity.KindName);
            json.WriteString("language", identity.Language);
            json.WriteString("stateUnderReview", identity.Sur);
            WriteNumber(json, "session", identity.Session);
            fields(json);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, ReadText text)
    {
        WritePlace(json, text.Paragraph, text.Part, text.Page, text.Text);
        json.WriteString("unit", text.Kind == RecommendationKind.Pledge ? "pledge" : "recommendation");
        WriteList(json, "recommendingStates", text.States);
        WritePosition(json, text.Position);
        WriteList(json, "cited", text.Cited);
        WriteList(json, "themes", text.Themes);
        json.WriteStartArray("sdgs");
        foreach (var goal in text.Sdgs)
        {
            json.WriteNumberValue(goal);
        }

        json.WriteEndArray();
        WriteList(json, "persons", text.Persons);
    }

    private static void Write(Utf8JsonWriter json, ReadAnswer answer)
    {
        WritePlace(json, answer.Paragraph, answer.Part, answer.Page, null);
        json.WriteString("unit", "answer");
        WriteList(json, "recommendingStates", []);
        WritePosition(json, answer.Position);
    }

    private static void Write(Utf8JsonWriter json, ReadPassage passage)
    {
        WritePlace(json, passage.Number, null, passage.Page, passage.Text);
        json.WriteString("unit", "passage");
        json.WriteString("heading", passage.Heading);
        WriteList(json, "states", passage.States);
        WriteList(json, "submitters", passage.Submitters);
    }

    private static void Write(Utf8JsonWriter json, ReadFact fact)
    {
        WritePlace(json, null, null, fact.Page, fact.Value);
        json.WriteString("unit", "fact");
        json.WriteString("fact", fact.Kind);
    }

    private static void WritePlace(Utf8JsonWriter json, string? paragraph, string? part, int? page, string? text)
    {
        json.WriteString("paragraph", paragraph);
        json.WriteString("part", part);
        WriteNumber(json, "page", page);
        json.WriteString("text", text);
    }

    private static void WritePosition(Utf8JsonWriter json, ReadPosition? position)
    {
        json.WriteString("position", position?.Value.ToString().ToLowerInvariant());
        json.WriteBoolean("partial", position?.Partial ?? false);
        json.WriteString("positionText", position?.Wording);
        json.WriteString("positionSource", position?.Source);
        json.WriteString("lead", position?.Lead);
        json.WriteString("reason", position?.Reason);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
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

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
