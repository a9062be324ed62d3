using System.Globalization;
using System.Text.Json;
using OpenUpr.App.Shared;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Cli.Classification;

/// <summary>One classified text as a JSON object. Issues go by UPR Info's names, so that they compare with its exports.</summary>
internal static class ClassificationJson
{
    public static void Write(Utf8JsonWriter json, int row, TextClassification found, IReadOnlyList<Reason>? reasons)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row);
        if (int.TryParse(found.Action.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var action))
        {
            // A model may have been trained without this part.
            json.WriteNumber("action", action);
            json.WriteNumber("actionConfidence", Rounded(found.Action.Confidence));
        }

        WriteValues(json, "issues", found.Issues, Labels.Issue);
        json.WriteStartObject("issueConfidence");
        foreach (var issue in found.Issues)
        {
            json.WriteNumber(Labels.Issue(issue.Value), Rounded(issue.Confidence));
        }

        json.WriteEndObject();
        WriteValues(json, "sdgs", found.Sdgs, v => v);
        WriteValues(json, "themes", found.Themes, v => v);
        WriteValues(json, "persons", found.Persons, v => v);
        if (reasons is not null)
        {
            WriteReasons(json, reasons);
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, IReadOnlyList<ScoredLabel> labels, Func<string, string> nameOf)
    {
        json.WriteStartArray(name);
        foreach (var label in labels)
        {
            json.WriteStringValue(nameOf(label.Value));
        }

        json.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<Reason> reasons)
    {
        json.WriteStartArray("why");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("scheme", reason.Scheme);
            json.WriteString("value", reason.Value);
            json.WriteString("code", reason.Code);
            json.WriteString("words", reason.Words);
            json.WriteNumber("weight", Rounded(reason.Weight));
            json.WriteString("sentence", ReasonSentences.Of(reason));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
