using System.Buffers;
using System.Text.Json;
using OpenUpr.Export;
using OpenUpr.Sources.Fetching;

namespace OpenUpr.App.Cli.Sources;

/// <summary>What became of every document that was asked for, for the eye and for scripts.</summary>
internal static class FetchReport
{
    public static void WriteTable(TextWriter output, IReadOnlyList<FetchOutcome> outcomes, int width)
    {
        var table = new TextTable([new("symbol"), new("language"), new("outcome"), new("bytes", Right: true), new("file", Rest: true)], width);
        foreach (var o in outcomes)
        {
            table.Add(o.Request.Symbol.Text, o.Request.Language, Word(o), o.Path is null ? "" : $"{o.Bytes}", o.Path ?? o.Message);
        }

        table.WriteTo(output);
    }

    /// <summary>One object a document.</summary>
    public static async Task WriteLinesAsync(Stream output, IReadOnlyList<FetchOutcome> outcomes, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var outcome in outcomes)
        {
            await using (var json = new Utf8JsonWriter(buffer, RecommendationJson.Options))
            {
                json.WriteStartObject();
                json.WriteString("symbol", outcome.Request.Symbol.Text);
                json.WriteString("language", outcome.Request.Language);
                json.WriteString("outcome", Word(outcome));
                json.WriteString("file", outcome.Path);
                json.WriteNumber("bytes", outcome.Bytes);
                json.WriteNumber("attempts", outcome.Attempts);
                json.WriteString("message", outcome.Message);
                json.WriteEndObject();
            }

            buffer.Write("\n"u8);
        }

        await output.WriteAsync(buffer.WrittenMemory, cancel);
    }

    private static string Word(FetchOutcome outcome) => outcome.Result.ToString().ToLowerInvariant();
}
