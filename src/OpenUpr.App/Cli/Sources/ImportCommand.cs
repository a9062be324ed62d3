using System.CommandLine;
using OpenUpr.Import;

namespace OpenUpr.App.Cli.Sources;

/// <summary>openupr import: files and folders into the store, with a report of each file.</summary>
internal sealed class ImportCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly OutputOptions _output;
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders. Folders are searched through; files are told apart by what they hold, not by their names.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Read and check everything, store nothing." };

    public ImportCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "import", "Read files into the store: UPR Info's export as .csv, .xls or .xlsx.",
            "openupr import downloads/upr-info",
            "openupr import export.csv --dry-run --format jsonl")
    {
        _store = store;
        _output = new OutputOptions(terminal, "jsonl");
        Add(_paths);
        Add(_dryRun);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var files = Importer.FindFiles(parsed.GetRequiredValue(_paths));
        var store = await _store.OpenAsync(parsed, cancel);
        var importer = new Importer(store, Terminal.Time);
        var options = new ImportOptions(DryRun: parsed.GetValue(_dryRun));
        var reports = await ImportProgressBar.RunAsync(
            Terminal, files, (file, progress) => importer.ImportAsync(file, options, progress, cancel));

        await _output.WriteAsync(
            parsed,
            stream => _output.Format(parsed) is null ? ImportReportWriter.WriteTableAsync(stream, reports, Terminal.Width) : ImportReportWriter.WriteLinesAsync(stream, reports),
            cancel);
        Terminal.Talk.WriteLine(ImportReportWriter.Summary(reports, options.DryRun));
        return files.Count == 0 || reports.Any(r => r.Refusal is not null) ? Exit.Failed : Exit.Done;
    }
}
