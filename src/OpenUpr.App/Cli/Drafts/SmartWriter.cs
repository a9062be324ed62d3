using System.Text.Json;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
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
            table.Add(CriterionItem.Name(finding.Criterion), CriterionItem.Name(finding.Verdict), Short(string.Join(" | ", FindingItem.WordsOf(draft, finding))), FindingItem.Sentence(finding));
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
        foreach (var criterion in CriterionItem.Of(draft, review))
        {
            _writer.WriteLine(JsonSerializer.Serialize(criterion, ApiJson.Sent.CriterionItem));
        }
    }

    private static string Short(string words) => words.Length <= WidestWords ? words : $"{words[..(WidestWords - 3)]}...";
}
