using System.CommandLine;
using OpenUpr.Export;
using OpenUpr.Search;

namespace OpenUpr.App.Cli.Recommendations;

/// <summary>openupr export recommendations: a whole search as a file.</summary>
internal sealed class ExportRecommendationsCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly SearchOptions _search = new();
    private readonly Option<string> _out = new("--out")
    {
        Description = "The file; its ending says the form: .csv, .xlsx or .jsonl. It appears only when it is complete.",
        HelpName = "FILE",
        Required = true,
    };

    public ExportRecommendationsCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "recommendations", "Write every recommendation of a search to a .csv, .xlsx or .jsonl file.",
            "openupr export recommendations --sur CUB --out cuba.xlsx",
            "openupr export recommendations --kind all --out everything.csv")
    {
        _store = store;
        _out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && ExportFormats.FromFileName(result.Tokens[0].Value) is null)
            {
                result.AddError($"The ending of '{result.Tokens[0].Value}' says no form. Use .csv, .xlsx or .jsonl.");
            }
        });
        _search.AddTo(this);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        if (_search.Parse(parsed, store, Terminal) is not { } query)
        {
            return Exit.WrongUse;
        }

        var path = parsed.GetRequiredValue(_out);
        var format = ExportFormats.FromFileName(path)!.Value;
        using var live = await LiveIndex.OpenAsync(store, cancel);
        var ids = live.Current.AllIds(query, _search.Sort(parsed));
        await OutputFile.WriteAsync(
            path, stream => RecommendationExport.WriteAsync(stream, store, ids, format, _search.Context(parsed, query, Terminal.Time), cancel), ownerOnly: false, cancel);
        Terminal.Talk.WriteLine($"{ids.Count} rows (pairs of a recommendation and a State) written to {path}");
        return Exit.Done;
    }
}
