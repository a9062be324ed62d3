using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Export;

/// <summary>A recommendation as one JSON object, with the fields of the command-line contract. Scripts rely on it: it may grow, never change.</summary>
public static class RecommendationJson
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Letters of every script are written as they are; the output is a file or a JSON answer, never part of a page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object. What is not known is null; "partial" and "fictional" are there only when true, "labels" only where there are any, "score" only in a list of what is like a text.</summary>
    public static void Write(Utf8JsonWriter json, RecommendationRow row, World world)
    {
        json.WriteStartObject();
        WriteFields(json, row, world);
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of the object alone, for an object that has more.</summary>
    public static void WriteFields(Utf8JsonWriter json, RecommendationRow row, World world)
    {
        json.WriteNumber("id", row.Id);
        json.WriteString("kind", RecommendationColumns.KindWord(row.Kind));
        json.WriteString("sur", row.Sur);
        json.WriteString("rs", row.Rs);
        json.WriteNumber("session", row.Session);
        Number(json, "cycle", row.Cycle);
        json.WriteString("symbol", row.Symbol);
        json.WriteString("paragraph", row.Paragraph);
        Number(json, "page", row.Page);
        json.WriteString("text", row.Text);
        json.WriteString("position", RecommendationColumns.PositionWord(row.Position));
        json.WriteString("positionText", row.PositionText);
        Number(json, "action", row.Action);
        json.WriteStartArray("issues");
        foreach (var issue in row.Issues)
        {
            json.WriteStringValue(issue);
        }

        json.WriteEndArray();
        json.WriteStartArray("sdgs");
        foreach (var sdg in row.Sdgs)
        {
            json.WriteNumberValue(sdg);
        }

        json.WriteEndArray();
        json.WriteString("source", row.Source);
        if (row.Score is { } score)
        {
            json.WriteNumber("score", RecommendationColumns.Rounded(score));
        }

        if (row.Same is { } others)
        {
            json.WriteStartArray("same");
            foreach (var other in others)
            {
                json.WriteNumberValue(other);
            }

            json.WriteEndArray();
        }

        if (row.Partial)
        {
            json.WriteBoolean("partial", true);
        }

        if (world == World.Demo)
        {
            json.WriteBoolean("fictional", true);
        }

        WriteOrigins(json, row.Labels);
    }

    /// <summary>Whose the labels are; nothing where there are none.</summary>
    private static void WriteOrigins(Utf8JsonWriter json, RowLabels labels)
    {
        if (labels == RowLabels.Nobody)
        {
            return;
        }

        json.WriteStartObject("labels");
        WriteOrigin(json, "action", labels.Action);
        WriteOrigin(json, "issues", labels.Issues);
        WriteOrigin(json, "sdgs", labels.Sdgs);
        if (labels.Model is not null)
        {
            json.WriteString("model", labels.Model);
        }

        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, string name, LabelOrigin? origin)
    {
        if (origin is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("setBy", origin.SetBy);
        if (origin.SetBy == Tag.Model)
        {
            json.WriteStartArray("confidence");
            foreach (var confidence in origin.Confidence)
            {
                json.WriteNumberValue(Math.Round((decimal)confidence, 3));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one object a line, UTF-8 without a byte order mark.</summary>
    public static async Task WriteLinesAsync(Stream output, IAsyncEnumerable<RecommendationRow> rows, World world, CancellationToken cancel = default)
    {
        var buffer = new ArrayBufferWriter<byte>(FlushAt * 2);
        await using var json = new Utf8JsonWriter(buffer, Options);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            json.Reset();
            Write(json, row, world);
            json.Flush();
            buffer.Write("\n"u8);
            if (buffer.WrittenCount >= FlushAt)
            {
                await output.WriteAsync(buffer.WrittenMemory, cancel);
                buffer.ResetWrittenCount();
            }
        }

        await output.WriteAsync(buffer.WrittenMemory, cancel);
        await output.FlushAsync(cancel);
        buffer.ResetWrittenCount();
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
