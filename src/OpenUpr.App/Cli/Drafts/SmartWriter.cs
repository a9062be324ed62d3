using System.Text.Json;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Cli.Drafts;

/// <summary>Writes reviews: a table with a row for each finding, or a JSON object for each criterion with its gravest verdict.</summary>
internal sealed class SmartWriter(Stream output, int width, bool lines) : IAsyncDisposable
{
    private const int WidestWords = 24;

    private readonly StreamWriter _writer = new(output, leaveOpen: true) { NewLine = "\n" };

    public void Write(string draft, SmartReview review)
    {
        if (lines)
        {
            WriteLines(draft, review);
        }
        else
        {
            WriteTable(draft, review);
        }
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void WriteTable(string draft, SmartReview review)
    {
        var table = new TextTable([new("criterion"), new("verdict"), new("words"), new("suggestion", Rest: true)], width);
        foreach (var finding in review.Findings)
        {
            table.Add(Name(finding.Criterion), Name(finding.Verdict), Short(string.Join(" | ", Words(draft, finding))), Sentence(finding));
            foreach (var proposal in finding.Rewritten)
            {
                table.Add("", "", "", Numbers.Fill(SmartWords.Table_Proposal, proposal));
            }
        }

        table.WriteTo(_writer);
        if (review.Action is { } action)
        {
            _writer.WriteLine();
            _writer.WriteLine(SmartText.Category(action));
        }
    }

    private void WriteLines(string draft, SmartReview review)
    {
        foreach (var criterion in Enum.GetValues<SmartCriterion>())
        {
            var findings = review.Findings.Where(f => f.Criterion == criterion).ToList();
            var verdict = review.VerdictOf(criterion);
            var deciding = findings.Where(f => f.Verdict == verdict).ToList();
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, RecommendationJson.Options))
            {
                json.WriteStartObject();
                json.WriteString("criterion", Name(criterion));
                json.WriteString("verdict", Name(verdict));
                WriteArray(json, "words", deciding.SelectMany(f => Words(draft, f)));
                json.WriteString("suggestion", string.Join(' ', deciding.Select(Sentence)));
                WriteArray(json, "proposals", findings.SelectMany(f => f.Rewritten));
                json.WriteStartArray("findings");
                findings.ForEach(f => WriteFinding(json, draft, f));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            _writer.Flush();
            buffer.WriteTo(output);
            output.Write("\n"u8);
        }
    }

    private static void WriteFinding(Utf8JsonWriter json, string draft, SmartFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("verdict", Name(finding.Verdict));
        WriteArray(json, "words", Words(draft, finding));
        json.WriteString("suggestion", Sentence(finding));
        WriteArray(json, "proposals", finding.Rewritten);
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Sentence(SmartFinding finding) => $"{SmartText.Say(finding)} {SmartText.Suggest(finding)}".TrimEnd();

    private static IEnumerable<string> Words(string draft, SmartFinding finding) => finding.Places.Select(p => draft[p.Start..p.End]);

    private static string Name(SmartVerdict verdict) => verdict.ToString().ToLowerInvariant();

    private static string Name(SmartCriterion criterion) => criterion == SmartCriterion.TimeBound ? "time-bound" : criterion.ToString().ToLowerInvariant();

    private static string Short(string words) => words.Length <= WidestWords ? words : $"{words[..(WidestWords - 3)]}...";
}
