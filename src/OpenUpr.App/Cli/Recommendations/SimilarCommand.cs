using System.CommandLine;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Similar;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Recommendations;

/// <summary>openupr similar: the recommendations most like a text.</summary>
internal sealed class SimilarCommand : Verb
{
    private const int DefaultLimit = 10;
    private const string TextBasis = "Texts, each once, with the first recommending State that the filters leave";

    private readonly StoreOptions _store;
    private readonly SearchOptions _search = new();
    private readonly OutputOptions _output;
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = $"Any text of at most {SimilarQuery.MaxLength} characters: a draft, a recommendation. Put -- in front of one that begins with a minus.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = $"Most texts to print, 1 to {SimilarQuery.MaxLimit}. What several States put, here or in other reviews, in the same or nearly the same words is printed once; \"same\" in the files names the others.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultLimit,
    };

    public SimilarCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "similar", "Find the recommendations most like a text, by its words, their order and the instruments and bodies that it names.",
            "openupr similar \"Establish a moratorium on executions with a view to abolishing the death penalty\"",
            "openupr similar \"Ratify CEDAW\" --sur-group Africa --response supported --format jsonl")
    {
        _store = store;
        _output = new OutputOptions(terminal, "jsonl", "csv", "xlsx");
        _limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var limit) && limit is < 1 or > SimilarQuery.MaxLimit)
            {
                result.AddError($"--limit is a number of texts from 1 to {SimilarQuery.MaxLimit}.");
            }
        });
        Add(_text);
        _search.AddFiltersTo(this);
        Add(_limit);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (_output.WouldFloodTerminal(parsed))
        {
            return WrongUse("a workbook cannot be shown on a terminal. Name a file with --out FILE.xlsx.");
        }

        var text = string.Join(' ', parsed.GetRequiredValue(_text));
        if (string.IsNullOrWhiteSpace(text) || text.Length > SimilarQuery.MaxLength)
        {
            return WrongUse($"TEXT has {text.Trim().Length} characters. Give one of 1 to {SimilarQuery.MaxLength}.");
        }

        var store = await _store.OpenAsync(parsed, cancel);
        if (_search.Parse(parsed, store, Terminal) is not { } query)
        {
            return Exit.WrongUse;
        }

        using var live = await LiveIndex.OpenAsync(store, cancel);
        var found = SimilarTexts.Of(live.Current).Find(new SimilarQuery(text) { Filters = query.Filters, Limit = parsed.GetValue(_limit) }.About(Reading.Of(text)?.Read));
        await WriteAsync(parsed, store, query, found, cancel);
        Terminal.Talk.WriteLine($"{found.Count} texts, the most alike first; 1 is the same words in the same order");
        return Exit.Done;
    }

    private Task WriteAsync(ParseResult parsed, Store store, SearchQuery query, IReadOnlyList<SimilarText> found, CancellationToken cancel)
    {
        var byId = found.ToDictionary(f => f.RecommendationId);
        var rows = RecommendationRows.StreamAsync(store, found.Select(f => f.RecommendationId), cancel: cancel)
            .Select(r => r with { Score = byId[r.Id].Score, Same = [.. byId[r.Id].Same.Select(s => s.RecommendationId)] });
        var context = _search.Context(parsed, query, Terminal.Time) with { Basis = TextBasis };
        return _output.WriteAsync(
            parsed,
            stream => _output.Format(parsed) is { } format
                ? RecommendationExport.WriteScoredAsync(stream, store, rows, format, context, cancel)
                : RecommendationTable.WriteAsync(stream, rows, Terminal.Width, scored: true),
            cancel);
    }
}
