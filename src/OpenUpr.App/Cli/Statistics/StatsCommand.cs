using System.CommandLine;
using OpenUpr.App.Cli.Recommendations;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Statistics;

/// <summary>openupr stats: a search counted by one field, or by two.</summary>
internal sealed class StatsCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly SearchOptions _search = new();
    private readonly OutputOptions _output;
    private readonly Option<string> _by = Field("--by", "The field to count by.");
    private readonly Option<string> _across = Field("--across", "A second field: a row for each pair of values that occur together.");

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "What a number counts: pairs of a recommendation and a State, texts, or paragraphs as OHCHR counts.",
        HelpName = "pairs|texts|paragraphs",
        DefaultValueFactory = _ => "pairs",
    };

    public StatsCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "stats", "Count recommendations by State, group, issue, response, session and more.",
            "openupr stats --by issue --sur CUB",
            "openupr stats --by session --rs-group WEOG --format csv --out weog.csv",
            "openupr stats --by rs-group --across sur-group --cycle 2",
            "openupr stats --by issue --sur-group Africa --out africa.svg")
    {
        _store = store;
        _output = new OutputOptions(terminal, "jsonl", "csv", "xlsx", "svg");
        _by.Required = true;
        _unit.AcceptOnlyFromAmong("pairs", "texts", "paragraphs");
        Add(_by);
        Add(_across);
        Add(_unit);
        _search.AddTo(this, sorts: false);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (_output.WouldFloodTerminal(parsed))
        {
            return WrongUse("a workbook cannot be shown on a terminal. Name a file with --out FILE.xlsx.");
        }

        var store = await _store.OpenAsync(parsed, cancel);
        if (_search.Parse(parsed, store, Terminal) is not { } query)
        {
            return Exit.WrongUse;
        }

        using var live = await LiveIndex.OpenAsync(store, cancel);
        var index = live.Current;
        var unit = Enum.Parse<CountUnit>(parsed.GetRequiredValue(_unit), ignoreCase: true);
        var table = StatisticTable.Read(index, query, parsed.GetRequiredValue(_by), unit);
        var matrix = parsed.GetValue(_across) is { } across ? StatisticMatrix.Read(index, query, table.By, across, unit) : null;
        if (_output.IsOther(parsed, "svg"))
        {
            var picture = await StatsPicture.DrawAsync(store, index, query, table.By, matrix?.ColumnField, unit, cancel);
            await _output.WriteAsync(parsed, stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(picture), cancel).AsTask(), cancel);
        }
        else
        {
            await WriteRowsAsync(parsed, store, query, table, matrix, cancel);
        }

        var found = index.Run(query, new SearchPage(Limit: 0, Facets: false));
        Terminal.Talk.WriteLine(SearchTalk.Counted(found, unit, limit: 0));
        if (table.Without > 0)
        {
            Terminal.Talk.WriteLine($"{table.Without} of them carry no {StatisticFields.NameOf(table.By)} and are in no row.");
        }

        var byMachine = matrix?.ByMachine ?? table.ByMachine;
        if (byMachine > 0)
        {
            Terminal.Talk.WriteLine($"Labels of {byMachine} of {table.Total.Count} {unit.ToString().ToLowerInvariant()} were read by a machine; --labels people leaves them out.");
        }

        SearchTalk.Explain(found, unit, Terminal.Talk);
        return Exit.Done;
    }

    private async Task WriteRowsAsync(ParseResult parsed, Store store, SearchQuery query, StatisticTable table, StatisticMatrix? matrix, CancellationToken cancel)
    {
        var list = matrix is null ? StatisticList.Of(table, store.World) : StatisticList.Of(matrix, store.World);
        var context = _search.Context(parsed, query, Terminal.Time) with { Basis = StatisticExport.Basis(table.Unit, matrix?.ByMachine ?? table.ByMachine) };
        await _output.WriteAsync(
            parsed,
            stream => _output.Format(parsed) is { } format
                ? StatisticExport.WriteAsync(stream, store, list, format, context, cancel)
                : StatsTable.WriteAsync(stream, list, Terminal.Width),
            cancel);
    }

    private static Option<string> Field(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', StatisticFields.All) };
        option.CompletionSources.Add([.. StatisticFields.All]);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value is var typed && !StatisticFields.All.Contains(typed))
            {
                var nearest = Nearest.To(typed, StatisticFields.All);
                result.AddError(nearest.Count > 0
                    ? $"{name} cannot be '{typed}'. Did you mean {string.Join(" or ", nearest.Select(n => $"'{n}'"))}?"
                    : $"{name} cannot be '{typed}'. Fields: {string.Join(", ", StatisticFields.All)}.");
            }
        });
        return option;
    }
}
