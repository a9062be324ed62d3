using System.CommandLine;
using System.Text.Json;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;
using OpenUpr.Sources;

namespace OpenUpr.App.Cli.Drafts;

/// <summary>openupr check: a document against the rules of its kind. Needs no store.</summary>
internal sealed class CheckCommand : Verb
{
    private static readonly TimeSpan s_longestRead = TimeSpan.FromSeconds(60);

    private readonly Argument<string[]> _files = new("FILE") { Description = "Word files (.docx).", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _kind = new("--as", "--kind")
    {
        Description = "What it is meant to be; its rules hold.", HelpName = string.Join('|', DocumentKinds.All.Select(k => k.Name())), DefaultValueFactory = _ => DocumentKind.SubmissionIndividual.Name(),
    };

    private readonly Option<string?> _language = new("--language") { Description = "Whose limits hold. Default: as the text seems to be.", HelpName = "en|fr|es" };
    private readonly OutputOptions _output;

    public CheckCommand(Terminal terminal)
        : base(
            terminal, "check", "Hold a document against the UN's rules for its kind: words, parts, notes, traces in the file. Exit code 1 when something must be changed.",
            "openupr check downloads/submission.docx --as submission-joint",
            "openupr check downloads/statement.docx --as oral-statement --language fr --format jsonl")
    {
        _output = new OutputOptions(terminal, "jsonl");
        _kind.Validators.Add(result =>
        {
            if (DocumentKinds.Find(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"--as does not know '{result.GetValueOrDefault<string>()}'. Use {string.Join(", ", DocumentKinds.All.Select(k => k.Name()))}.");
            }
        });
        _kind.CompletionSources.Add([.. DocumentKinds.All.Select(k => k.Name())]);
        _language.AcceptOnlyFromAmong("en", "fr", "es");
        Add(_files);
        Add(_kind);
        Add(_language);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var kind = DocumentKinds.Find(parsed.GetValue(_kind))!.Value;
        var failed = false;
        await _output.WriteAsync(
            parsed,
            async stream =>
            {
                await using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                foreach (var path in parsed.GetRequiredValue(_files))
                {
                    var (name, report) = (SourceFile.NameOf(path), Check(path, kind, parsed.GetValue(_language), cancel));
                    failed |= report?.HasErrors ?? true;
                    if (report is not null)
                    {
                        Write(writer, name, report, _output.Format(parsed) is not null);
                    }
                }
            },
            cancel);
        return failed ? Exit.Failed : Exit.Done;
    }

    private CheckReport? Check(string path, DocumentKind kind, string? language, CancellationToken cancel)
    {
        try
        {
            using var file = SourceFile.Open(path);
            var document = WordFile.Read(file.Content, file.Length, s_longestRead, cancel);
            return Checker.Check(document, kind, language, Terminal.Time.GetUtcNow().Year, cancel);
        }
        catch (SourceException e)
        {
            Terminal.Talk.WriteLine($"{SourceFile.NameOf(path)}: refused. {e.Message}");
            return null;
        }
    }

    private void Write(StreamWriter writer, string name, CheckReport report, bool lines)
    {
        if (lines)
        {
            foreach (var finding in report.Findings)
            {
                writer.WriteLine(JsonSerializer.Serialize(CheckItem.Of(name, finding), ApiJson.Sent.CheckItem));
            }
        }
        else if (report.Findings.Count > 0)
        {
            var table = new TextTable([new("severity"), new("rule"), new("place"), new("finding", Rest: true)], Terminal.Width);
            foreach (var finding in report.Findings)
            {
                table.Add(CheckText.Code(finding.Severity), finding.Rule.Code, Short(finding.Place), Sentence(finding));
            }

            table.WriteTo(writer);
        }

        Terminal.Talk.WriteLine(Summary(name, report));
    }

    private static string Sentence(CheckFinding finding) =>
        $"{CheckText.Say(finding)}{(finding.Excerpt is { } words ? $" \"{words}\"" : "")} {CheckText.Advice(finding)} ({CheckSources.Get(finding.Rule.Source)})";

    /// <summary>"12.", "n3" for a note, "¶17" for a paragraph without a number.</summary>
    private static string Short(CheckPlace place) => place.Note is { } note ? $"note {note}" : place.Label is { } label ? label : place.Paragraph is { } paragraph ? $"¶{paragraph}" : "";

    private static string Summary(string name, CheckReport report)
    {
        var limit = report.Limit is { } l ? Numbers.Fill(CheckWords.Table_Limit, Numbers.Count(l.Value)) : "";
        var words = Numbers.Count(report.Words.Counted);
        int Of(CheckSeverity severity) => report.Findings.Count(f => f.Severity == severity) + CheckRules.All.Where(r => r.Severity == severity).Sum(r => report.More.GetValueOrDefault(r.Code));
        return report.Findings.Count == 0
            ? Numbers.Fill(CheckWords.Table_None, name, report.Tested, words, limit, string.Join("; ", CheckText.Unknown(report.Kind)))
            : Numbers.Fill(CheckWords.Table_Count, name, Of(CheckSeverity.Must), Of(CheckSeverity.Should), Of(CheckSeverity.Look), words, limit);
    }
}
