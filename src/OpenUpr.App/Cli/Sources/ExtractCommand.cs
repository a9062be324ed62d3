using System.CommandLine;
using OpenUpr.Export;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Reviews;

namespace OpenUpr.App.Cli.Sources;

/// <summary>openupr extract: what stands in papers as JSON lines, without a store.</summary>
internal sealed class ExtractCommand : Verb
{
    private const string Pledges = "pledges";
    private const string Passages = "passages";
    private const string Facts = "facts";

    private readonly OutputOptions _output;
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Papers of a review: reports, addenda, decisions, lists, base documents, advance questions; .pdf, .docx or .doc. Folders are searched through.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _also = new("--also")
    {
        Description = "Give these too, separated by commas.", HelpName = $"{Pledges},{Passages},{Facts}",
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
    };

    public ExtractCommand(Terminal terminal)
        : base(
            terminal, "extract", "Read recommendations, answers and paragraphs out of papers, without a store.",
            "openupr extract downloads/A_HRC_43_15.pdf --format jsonl",
            "openupr extract downloads/papers --format jsonl --also pledges,facts --out papers.jsonl")
    {
        _output = new OutputOptions(terminal, "jsonl");
        _also.Validators.Add(result =>
        {
            foreach (var wrong in (result.GetValueOrDefault<string[]>() ?? []).Where(v => v is not (Pledges or Passages or Facts)))
            {
                result.AddError($"--also does not know '{wrong}'. Use {Pledges}, {Passages} or {Facts}.");
            }
        });
        Add(_files);
        Add(_also);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var files = Importer.FindFiles(parsed.GetRequiredValue(_files));
        var also = parsed.GetValue(_also) ?? [];
        var refused = 0;
        await _output.WriteAsync(parsed, WriteAsync, cancel);
        Terminal.Talk.WriteLine(files.Count == 0 ? "No files found" : $"{files.Count - refused} of {files.Count} files read");
        return files.Count == 0 || refused > 0 ? Exit.Failed : Exit.Done;

        async Task WriteAsync(Stream output)
        {
            var table = _output.Format(parsed) is null ? new ReadingTable(Terminal.Width) : null;
            await foreach (var paper in PaperExtraction.ReadAsync(files, ReferenceData.Load(World.UnitedNations), cancel))
            {
                if (paper.Reading is not { } reading)
                {
                    refused++;
                    Terminal.Talk.WriteLine($"{paper.File}: refused. {paper.Refusal}");
                }
                else if (table is not null)
                {
                    table.Add(paper.File, reading);
                }
                else
                {
                    ReadingJson.WriteLines(output, paper.File, reading, also.Contains(Pledges), also.Contains(Passages), also.Contains(Facts));
                    await output.FlushAsync(cancel);
                }
            }

            table?.WriteTo(output);
        }
    }
}
