using System.CommandLine;
using OpenUpr.App.Cli.Stores;
using OpenUpr.Import;

namespace OpenUpr.App.Cli.Sources;

/// <summary>openupr import: files and folders into the store, with a report of each file.</summary>
internal sealed class ImportCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly OutputOptions _output;
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders. Folders are searched through; files are told apart by what they hold, not by their names. With --reread they may be left out: then every stored paper is meant.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Read and check everything, store nothing." };
    private readonly Option<bool> _reread = new("--reread") { Description = "Read stored papers again with the reader of today, show what that changes, then change it; with --dry-run, only show." };

    public ImportCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "import", "Read files into the store: UPR Info's export (.csv, .xls or .xlsx) and papers of reviews (.pdf, .docx or .doc).",
            "openupr import downloads/upr-info downloads/papers",
            "openupr import export.csv --dry-run --format jsonl",
            "openupr import --reread --dry-run")
    {
        _store = store;
        _output = new OutputOptions(terminal, "jsonl");
        Add(_paths);
        Add(_dryRun);
        Add(_reread);
        _output.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_paths) is not { Tokens.Count: > 0 } && !result.GetValue(_reread))
            {
                result.AddError("Required argument 'PATH' missing for command: 'import'. Name files or folders, or use --reread alone.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var paths = parsed.GetValue(_paths) ?? [];
        if (parsed.GetValue(_reread))
        {
            return await new RereadRun(Terminal, _output).RunAsync(parsed, await _store.OpenAsync(parsed, cancel), paths, parsed.GetValue(_dryRun), cancel);
        }

        var files = Importer.FindFiles(paths);
        var store = await _store.OpenAsync(parsed, cancel);
        var importer = new Importer(store, Terminal.Time);
        var options = new ImportOptions(DryRun: parsed.GetValue(_dryRun));
        var reports = await ImportProgressBar.RunAsync(Terminal, files, progress => importer.ImportManyAsync(files, options, progress, cancel));

        await _output.WriteAsync(
            parsed,
            stream => _output.Format(parsed) is null ? ImportReportWriter.WriteTableAsync(stream, reports, Terminal.Width) : ImportReportWriter.WriteLinesAsync(stream, reports),
            cancel);
        Terminal.Talk.WriteLine(ImportReportWriter.Summary(reports, options.DryRun));
        if (!options.DryRun)
        {
            await LabelRun.RunAsync(Terminal, store, cancel);
        }

        return files.Count == 0 || reports.Any(r => r.Refusal is not null) ? Exit.Failed : Exit.Done;
    }
}
