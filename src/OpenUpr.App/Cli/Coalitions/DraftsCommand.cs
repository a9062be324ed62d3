using System.CommandLine;
using System.Globalization;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr drafts: the documents of a coalition's drafting studio, so that one can be exported by its number.</summary>
internal sealed class DraftsCommand : Verb
{
    private static readonly string[] s_columns = ["id", "kind", "language", "stage", "changed", "done", "sections", "title"];

    private readonly StoreOptions _store;
    private readonly OutputOptions _output;
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Whose documents. May be left out where the store has one coalition.", HelpName = "SLUG" };

    public DraftsCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "drafts", "List the documents of a coalition's drafting studio: number, kind, language, how far each is, the day of the last change, sections finished and in all, title.", "openupr drafts", "openupr drafts --coalition tovell-rights --format jsonl")
    {
        _store = store;
        Add(_coalition);
        _output = new OutputOptions(terminal, "jsonl", "csv");
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        if (await StudioDoor.FindAsync(store, parsed.GetValue(_coalition), cancel) is not { } access)
        {
            return WrongUse(await StudioDoor.WhichAsync(store, cancel));
        }

        var rows = (await StudioRows.ListAsync(store, access, cancel)).Where(r => !r.Document.IsTemplate);
        await _output.WriteAsync(parsed, stream => PlainRows.WriteAsync(stream, s_columns, rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Document.Id, r.Document.Kind, r.Document.Language, r.Document.Stage, r.Document.ChangedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Done, r.Sections, r.Document.Title,
        ]), _output.Format(parsed), Terminal.Width), cancel);
        return Exit.Done;
    }
}
