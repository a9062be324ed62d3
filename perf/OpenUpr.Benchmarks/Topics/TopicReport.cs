using System.Globalization;
using System.Text;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Benchmarks.Topics;

/// <summary>The measures as markdown.</summary>
internal static class TopicReport
{
    public static string Of(string model, IReadOnlyList<TopicTest> tests, double microseconds)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Goals, themes and persons against OHCHR's thematic lists

            `dotnet run -c Release --project perf/OpenUpr.Benchmarks -- topics MODEL LIST.docx LIST.docx perf/results/topics.md`

            Each list is foretold by a model that learned from the others; issues as the model "{model}" reads them. **This is little evidence**: two lists of one State,
            and the map was written with both of them at hand, so that other lists will be foretold less well. {microseconds:0.0} µs a text once words and issues are known.


            """);
        foreach (var (scheme, head) in new[] { (Tag.SdgScheme, "Goals"), (Tag.ThemeScheme, "Themes"), (Tag.PersonsScheme, "Affected persons") })
        {
            Measures(text, head, [.. tests.Where(t => t.Counts.ContainsKey(scheme)).Select(t => (t, t.Counts[scheme]))]);
        }

        text.AppendLine("\"Public officials\" stand on nearly every row of the newer list and on hardly any of the older one: no text says so, the model leaves them out, and the recall of persons pays for it.\n");
        foreach (var test in tests.Where(t => t.Counts.Count > 1))
        {
            Details(text, test);
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void Measures(StringBuilder text, string head, IReadOnlyList<(TopicTest Test, LabelCounts Counts)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {head}\n\n| list | rows | by | precision | recall | micro F1 | macro F1 |\n|---|---|---|---|---|---|---|\n");
        foreach (var (test, c) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {test.List} | {test.Rows} | {test.Way} | {c.Precision:0.000} | {c.Recall:0.000} | {c.Micro:0.000} | {c.Macro:0.000} |\n");
        }

        text.Append('\n');
    }

    private static void Details(StringBuilder text, TopicTest test)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {test.List}, {test.Way}\n\nConfidence and how many were right:\n\n| | labels given | mean confidence | right |\n|---|---|---|---|\n");
        foreach (var (scheme, counts) in test.Counts)
        {
            foreach (var (confidence, right, given) in counts.Reliability)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {scheme} | {given} | {confidence:0.00} | {right:0.00} |\n");
            }
        }

        text.Append("\n| goal | right | wrong | missed |\n|---|---|---|---|\n");
        foreach (var (label, right, wrong, missed) in test.Counts[Tag.SdgScheme].Labels.OrderBy(l => int.Parse(l.Label, CultureInfo.InvariantCulture)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {label} {Sdg.NameOf(label)} | {right} | {wrong} | {missed} |\n");
        }

        text.Append('\n');
    }
}
