using System.CommandLine;
using OpenUpr.App.Cli.Documents;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Recommendations;

/// <summary>openupr search: rows or a count.</summary>
internal sealed class SearchCommand : Verb
{
    private const int DefaultLimit = 100;

    /// <summary>The --kind of papers: their paragraphs are searched instead of recommendations.</summary>
    private const string Document = "document";

    private readonly StoreOptions _store;
    private readonly SearchOptions _search = new();
    private readonly OutputOptions _output;
    private readonly PassageSearch _passages;
    private readonly Option<string> _unit = new("--unit")
    {
        Description = "What a number counts: pairs of a recommendation and a State, texts, or paragraphs as OHCHR counts.",
        HelpName = "pairs|texts|paragraphs",
        DefaultValueFactory = _ => "pairs",
    };

    private readonly Option<int> _limit = new("--limit") { Description = "Most rows to print; 0 for all.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };

    private readonly Option<bool> _count = new("--count") { Description = "Print one number and nothing else." };

    public SearchCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "search", "Find recommendations, or paragraphs of papers with --kind document, and print them or only count them.",
            "openupr search '\"death penalty\" moratorium' --rs FRA --response noted",
            "openupr search --sur-group GRULAC --action 5 --session 13..17 --count",
            "openupr search 'women*' --format jsonl --limit 0 --out women.jsonl",
            "openupr search '\"forced labour\"' --kind document --paper summary --sur SVN")
    {
        _store = store;
        _output = new OutputOptions(terminal, "jsonl", "csv", "xlsx");
        _passages = new PassageSearch(terminal);
        _unit.AcceptOnlyFromAmong("pairs", "texts", "paragraphs");
        _limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var limit) && limit < 0)
            {
                result.AddError("--limit is a number of rows, or 0 for all.");
            }
        });
        _search.AddTo(this);
        _passages.AddTo(this);
        Add(_unit);
        Add(_limit);
        Add(_count);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (_output.WouldFloodTerminal(parsed))
        {
            return WrongUse("a workbook cannot be shown on a terminal. Name a file with --out FILE.xlsx.");
        }

        var fields = _search.Fields(parsed);
        if (fields.GetValueOrDefault("kind") is [var kind] && kind.Trim().Equals(Document, StringComparison.OrdinalIgnoreCase))
        {
            fields.Remove("kind");
            return await RunOnPapersAsync(parsed, fields, cancel);
        }

        if (_passages.Given(parsed) is { } ofPapers)
        {
            return WrongUse($"{ofPapers} is about papers. Add --kind {Document}.");
        }

        var store = await _store.OpenAsync(parsed, cancel);
        if (_search.Parse(parsed, store, Terminal) is not { } query)
        {
            return Exit.WrongUse;
        }

        using var live = await LiveIndex.OpenAsync(store, cancel);
        var index = live.Current;
        var found = index.Run(query, new SearchPage(Limit: 0, Facets: false));
        var unit = Enum.Parse<CountUnit>(parsed.GetRequiredValue(_unit), ignoreCase: true);
        if (parsed.GetValue(_count))
        {
            await _output.WriteAsync(parsed, stream => WriteCountAsync(stream, Count(found, unit)), cancel);
        }
        else
        {
            await WriteRowsAsync(parsed, store, index, query, cancel);
            Terminal.Talk.WriteLine(SearchTalk.Counted(found, unit, parsed.GetValue(_limit)));
        }

        SearchTalk.Explain(found, unit, Terminal.Talk);
        return Exit.Done;
    }

    private async Task<int> RunOnPapersAsync(ParseResult parsed, Dictionary<string, IReadOnlyList<string>> fields, CancellationToken cancel)
    {
        if (_output.Format(parsed) is not null and not ExportFormat.Jsonl)
        {
            return WrongUse("paragraphs of papers are written as a table or as jsonl.");
        }

        var store = await _store.OpenAsync(parsed, cancel);
        if (_passages.Parse(parsed, _search.Text(parsed), fields, store) is not { } query)
        {
            return Exit.WrongUse;
        }

        var lines = _output.Format(parsed) == ExportFormat.Jsonl;
        await _output.WriteAsync(parsed, stream => _passages.WriteAsync(stream, store, query, parsed.GetValue(_limit), parsed.GetValue(_count), lines, cancel), cancel);
        return Exit.Done;
    }

    private async Task WriteRowsAsync(ParseResult parsed, Store store, SearchIndex index, SearchQuery query, CancellationToken cancel)
    {
        var limit = parsed.GetValue(_limit);
        IReadOnlyList<long> ids = index.AllIds(query, _search.Sort(parsed));
        if (limit > 0 && limit < ids.Count)
        {
            ids = [.. ids.Take(limit)];
        }

        await _output.WriteAsync(
            parsed,
            async stream =>
            {
                if (_output.Format(parsed) is { } format)
                {
                    await RecommendationExport.WriteAsync(stream, store, ids, format, _search.Context(parsed, query, Terminal.Time), cancel);
                }
                else
                {
                    await RecommendationTable.WriteAsync(stream, RecommendationRows.StreamAsync(store, ids, query.Labels, cancel), Terminal.Width);
                }
            },
            cancel);
    }

    private static async Task WriteCountAsync(Stream stream, int count)
    {
        await using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Count(SearchResult found, CountUnit unit) => unit switch
    {
        CountUnit.Texts => found.Texts,
        CountUnit.Paragraphs => found.Paragraphs,
        _ => found.Pairs,
    };
}
