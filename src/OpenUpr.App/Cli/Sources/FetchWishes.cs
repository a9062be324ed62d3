using OpenUpr.App.Shared;
using System.CommandLine;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Fetching;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Sources;

/// <summary>Which documents are to be fetched: symbols, reviews, languages and the form.</summary>
internal sealed class FetchWishes(StoreOptions store, TimeProvider time)
{
    private const string Pdf = "pdf";
    private const string Word = "word";

    private readonly Argument<string[]> _symbols = new("SYMBOL") { Description = "Document symbols such as A/HRC/48/7.", Arity = ArgumentArity.ZeroOrMore };

    private readonly Option<string[]> _reviews = new("--review")
    {
        Description = "All papers of a review whose symbols are known: national report, compilation and summary by their rule; report, answers and decision where the store names them.",
        HelpName = "SVN/48",
    };

    private readonly Option<string> _languages = new("--language")
    {
        Description = $"Languages, with commas between: {string.Join(", ", FetchRequest.Languages)}.",
        HelpName = "en,fr",
        DefaultValueFactory = _ => "en",
    };

    private readonly Option<string> _type = new("--type") { Description = "The form of the file; word is .docx, or .doc where the document is older.", HelpName = $"{Pdf}|{Word}", DefaultValueFactory = _ => Pdf };

    public void AddTo(Command command)
    {
        _type.AcceptOnlyFromAmong(Pdf, Word);
        command.Add(_symbols);
        command.Add(_reviews);
        command.Add(_languages);
        command.Add(_type);
    }

    /// <summary>The documents in the order in which they were named, or what is wrong.</summary>
    public async Task<(IReadOnlyList<FetchRequest> Requests, string? Mistake)> ReadAsync(ParseResult parsed, CancellationToken cancel)
    {
        var languages = parsed.GetRequiredValue(_languages).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.ToLowerInvariant()).Distinct().ToList();
        if (languages.Count == 0 || languages.Find(l => !FetchRequest.Languages.Contains(l)) is not null)
        {
            return ([], $"there is no language '{parsed.GetRequiredValue(_languages)}'. Languages: {string.Join(", ", FetchRequest.Languages)}, with commas between.");
        }

        List<string> typed = [.. parsed.GetValue(_symbols) ?? []];
        foreach (var review in parsed.GetValue(_reviews) ?? [])
        {
            var (symbols, mistake) = await OfReviewAsync(parsed, review, cancel);
            if (mistake is not null)
            {
                return ([], mistake);
            }

            typed.AddRange(symbols);
        }

        return Requests(typed, languages, parsed.GetRequiredValue(_type) == Word ? FetchType.Word : FetchType.Pdf);
    }

    private static (IReadOnlyList<FetchRequest>, string?) Requests(List<string> typed, List<string> languages, FetchType type)
    {
        if (typed.Count == 0)
        {
            return ([], "name at least one symbol, such as A/HRC/48/7, or a review with --review SVN/48.");
        }

        var requests = new List<FetchRequest>();
        foreach (var text in typed)
        {
            if (DocumentSymbol.Parse(text) is not { } symbol)
            {
                return ([], $"'{text}' is no document symbol; one looks like A/HRC/48/7 or A/HRC/WG.6/48/SVN/1.");
            }

            requests.AddRange(languages.Select(l => new FetchRequest(symbol, l, type)));
        }

        return ([.. requests.DistinctBy(r => (r.Symbol.Text.ToUpperInvariant(), r.Language))], null);
    }

    private async Task<(IReadOnlyList<string> Symbols, string? Mistake)> OfReviewAsync(ParseResult parsed, string typed, CancellationToken cancel)
    {
        var opened = await store.OpenAsync(parsed, cancel);
        if (opened.World == World.Demo)
        {
            return ([], "this store holds the demonstration: the papers of its fictional States do not exist. Name another folder with --data.");
        }

        var cut = typed.LastIndexOf('/');
        return cut > 0 && opened.Reference.Names.Find(typed[..cut]) is { } state
            && int.TryParse(typed[(cut + 1)..], System.Globalization.NumberStyles.None, null, out var session) && opened.Reference.FindSession(session) is not null
            ? (await ReviewSymbols.OfAsync(opened, state.Iso3, session, Geneva.Today(time), cancel), null)
            : ([], $"'{typed}' is no review; one is a State and the number of its session, such as SVN/48.");
    }
}
