using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenUpr.Export;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Documents;

/// <summary>openupr search --kind document: the paragraphs of papers. Its filters mean something for papers only.</summary>
internal sealed class PassageSearch(Terminal terminal)
{
    private const int RowsAtOnce = 1_000;

    private static readonly TextColumn[] s_columns = [new("paper"), new("sur"), new("session", Right: true), new("paragraph"), new("page", Right: true), new("text", Rest: true)];

    private readonly List<Option<string[]>> _filters =
    [
        Filter("--paper", "K,..", $"Of papers: kinds, such as {string.Join(", ", PassageParser.Kinds.Where(k => k is "national-report" or "compilation" or "summary"))}, report, questions."),
        Filter("--language", "en,fr", "Of papers: languages."),
        Filter("--state", "A,B", "Of papers: States that speak or ask in the paragraph."),
        Filter("--submitter", "JS1,..", "Of papers: submitters that a summary's paragraph refers to, by their codes."),
    ];

    public void AddTo(Command command) => _filters.ForEach(command.Add);

    /// <summary>The first of these filters that was given; null when none was.</summary>
    public string? Given(ParseResult parsed) => _filters.Find(f => parsed.GetValue(f) is { Length: > 0 })?.Name;

    /// <summary>Understands the query, or says on stderr why it cannot.</summary>
    /// <param name="fields">The filters that recommendations have too.</param>
    public PassageQuery? Parse(ParseResult parsed, string text, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, Store store)
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(fields);
        foreach (var filter in _filters)
        {
            all[filter.Name[2..]] = parsed.GetValue(filter) ?? [];
        }

        var search = PassageParser.Parse(text, all, store.Reference);
        foreach (var problem in search.Problems)
        {
            var suggestions = problem.Suggestions.Count > 0 ? $" Did you mean {string.Join(" or ", problem.Suggestions.Select(s => $"'{s}'"))}?" : string.Empty;
            terminal.Talk.WriteLine($"openupr: {problem.Message}{suggestions}");
        }

        return search.Query;
    }

    /// <summary>Writes rows, or one number alone.</summary>
    public async Task WriteAsync(Stream output, Store store, PassageQuery query, int limit, bool count, bool lines, CancellationToken cancel)
    {
        using var live = new LivePassages(store, terminal.Time);
        var index = await live.CurrentAsync(cancel);
        var found = index.Run(query, limit: count ? 0 : limit == 0 ? int.MaxValue : limit);
        if (count)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(found.Total.ToString(CultureInfo.InvariantCulture) + "\n"), cancel);
        }
        else
        {
            var rows = PassageRows.StreamAsync(store, index, found.Ids, cancel);
            await (lines ? WriteLinesAsync(output, rows, cancel) : WriteTableAsync(output, rows));
            terminal.Talk.WriteLine($"{found.Total} paragraphs found in {index.Documents.Count} stored papers{(found.Ids.Count < found.Total ? $"; the first {found.Ids.Count} are shown, --limit 0 shows all" : "")}");
        }

        foreach (var missing in found.MissingWords)
        {
            terminal.Talk.WriteLine($"No paper holds the word '{missing.Word}'.{(missing.Nearest.Count > 0 ? $" Nearest words: {string.Join(", ", missing.Nearest)}." : "")}");
        }

        if (found.Synonyms.Count > 0)
        {
            terminal.Talk.WriteLine($"Searched too: {string.Join(", ", found.Synonyms)}");
        }
    }

    private static async Task WriteLinesAsync(Stream output, IAsyncEnumerable<PassageRow> rows, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (var row in rows)
        {
            await using (var json = new Utf8JsonWriter(buffer, RecommendationJson.Options))
            {
                PassageJson.Write(json, row);
            }

            buffer.Write("\n"u8);
            await output.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
        }
    }

    private async Task WriteTableAsync(Stream output, IAsyncEnumerable<PassageRow> rows)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await foreach (var piece in rows.Chunk(RowsAtOnce))
        {
            var table = new TextTable(s_columns, terminal.Width);
            foreach (var row in piece)
            {
                table.Add(row.Document.Symbol ?? row.Document.Kind, row.Document.Sur, $"{row.Document.Session}", row.Number, $"{row.Page}", row.Text);
            }

            table.WriteTo(writer);
        }
    }

    private static Option<string[]> Filter(string name, string value, string description) => new(name) { Description = description, HelpName = value };
}
