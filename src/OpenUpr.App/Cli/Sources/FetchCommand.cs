using System.CommandLine;
using OpenUpr.Import;
using OpenUpr.Sources.Fetching;

namespace OpenUpr.App.Cli.Sources;

/// <summary>openupr fetch: documents by symbol from the United Nations' document service, into a folder or straight into the store.</summary>
internal sealed class FetchCommand : Verb
{
    private const string Lines = "jsonl";

    private readonly StoreOptions _store;
    private readonly FetchWishes _wishes;
    private readonly Option<string?> _out = new("--out") { Description = "Folder for the files, named by symbol and language. Default: here; with --import, files are not kept beside the store.", HelpName = "DIR" };
    private readonly Option<bool> _import = new("--import") { Description = "Import every document that was fetched." };
    private readonly Option<string> _format = new("--format") { Description = "Form of the list of outcomes.", HelpName = $"table|{Lines}", DefaultValueFactory = _ => "table" };

    private readonly Option<string?> _from = new("--from")
    {
        Description = $"Address of another document service that answers as {FetchOptions.UnitedNations.Host} does. Environment: {Settings.Documents.Name}.",
        HelpName = "URL",
    };

    public FetchCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "fetch", "Fetch documents by their symbols from the United Nations' document service, one a second at most.",
            "openupr fetch A/HRC/48/7 A/HRC/48/7/Add.1 --language en,fr --out papers",
            "openupr fetch --review SVN/48 --import")
    {
        _store = store;
        _wishes = new FetchWishes(store, terminal.Time);
        _format.AcceptOnlyFromAmong("table", Lines);
        _out.Validators.Add(FileNames.MustNotBeEmpty);
        _wishes.AddTo(this);
        Add(_out);
        Add(_import);
        Add(_from);
        Add(_format);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var typed = parsed.GetValue(_from) ?? Terminal.Environment(Settings.Documents.Name);
        var from = string.IsNullOrWhiteSpace(typed) ? FetchOptions.UnitedNations : Uri.TryCreate(typed, UriKind.Absolute, out var given) && given.Scheme is "http" or "https" ? given : null;
        if (from is null)
        {
            return WrongUse($"'{typed}' is no address of a document service; one begins with https://.");
        }

        var (requests, mistake) = await _wishes.ReadAsync(parsed, cancel);
        if (mistake is not null)
        {
            return WrongUse(mistake);
        }

        var import = parsed.GetValue(_import);
        using var temporary = import && parsed.GetValue(_out) is null ? new TemporaryFolder("openupr_fetch_") : null;
        var outcomes = await FetchAsync(requests, new FetchOptions { From = from }, temporary?.Path ?? parsed.GetValue(_out) ?? ".", cancel);
        await WriteAsync(parsed, temporary is null ? outcomes : [.. outcomes.Select(o => o with { Path = o.Path is null ? null : Path.GetFileName(o.Path) })], cancel);
        var fetched = outcomes.Count(o => o.Path is not null);
        Terminal.Talk.WriteLine($"{fetched} of {requests.Count} documents fetched");
        var imported = !import || await ImportAsync(parsed, [.. outcomes.Select(o => o.Path).OfType<string>()], cancel);
        return imported && fetched == requests.Count ? Exit.Done : Exit.Failed;
    }

    private async Task<IReadOnlyList<FetchOutcome>> FetchAsync(IReadOnlyList<FetchRequest> requests, FetchOptions options, string folder, CancellationToken cancel)
    {
        var outcomes = new List<FetchOutcome>();
        using var fetcher = new DocumentFetcher(options, Terminal.Time);
        foreach (var request in requests)
        {
            var place = $"[{outcomes.Count + 1}/{requests.Count}] {request.Symbol} ({request.Language})";
            var outcome = await fetcher.FetchAsync(
                request, folder, (why, wait) => Terminal.Talk.WriteLine($"{place}: {why} Next attempt in {wait.TotalSeconds:0.0} seconds."), cancel);
            Terminal.Talk.WriteLine($"{place}: {outcome.Message}");
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private Task WriteAsync(ParseResult parsed, IReadOnlyList<FetchOutcome> outcomes, CancellationToken cancel)
    {
        if (parsed.GetRequiredValue(_format) == Lines)
        {
            return FetchReport.WriteLinesAsync(Terminal.Data, outcomes, cancel);
        }

        FetchReport.WriteTable(Terminal.Out, outcomes, Terminal.Width);
        return Task.CompletedTask;
    }

    /// <summary>False when a file was refused.</summary>
    private async Task<bool> ImportAsync(ParseResult parsed, IReadOnlyList<string> files, CancellationToken cancel)
    {
        var importer = new Importer(await _store.OpenAsync(parsed, cancel), Terminal.Time);
        var reports = await ImportProgressBar.RunAsync(Terminal, files, progress => importer.ImportManyAsync(files, new ImportOptions(), progress, cancel));
        Terminal.Talk.WriteLine(ImportReportWriter.Summary(reports, dryRun: false));
        return reports.All(r => r.Refusal is null);
    }
}
