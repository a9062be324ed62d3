using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr export submission, factsheet and so on: a document of the drafting studio as the Word file that is handed over, the same that its page gives.</summary>
internal sealed class ExportStudioCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly IReadOnlyList<string> _kinds;
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Whose document. May be left out where the store has one coalition.", HelpName = "SLUG" };
    private readonly Option<long?> _id = new("--id") { Description = "Which document, by its number; 'openupr drafts' lists them. Without it: the one of this kind that was changed last.", HelpName = "ID" };
    private readonly Option<string> _out = new("--out") { HelpName = "FILE", Required = true };

    private ExportStudioCommand(Terminal terminal, StoreOptions store, string name, IReadOnlyList<string> kinds, string description)
        : base(terminal, name, description, $"openupr export {name} --coalition tovell-rights --out {name}.docx", $"openupr export {name} --id 3 --out {name}.docx")
    {
        (_store, _kinds) = (store, kinds);
        var isReport = kinds.All(StudioKinds.IsReport);
        _out.Description = isReport ? "The file; its ending says the form: .docx or .xlsx. It appears only when it is complete, readable for you alone. A released report is written as it was released." : "The file; its ending is .docx. It appears only when it is complete, readable for you alone.";
        _out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && EndingOf(result.Tokens[0].Value) is var ending && ending != ".docx" && !(isReport && ending == ".xlsx"))
            {
                result.AddError(isReport ? $"The ending of '{result.Tokens[0].Value}' says no form. Use .docx or .xlsx." : $"The ending of '{result.Tokens[0].Value}' is not .docx: the UN takes Word files only.");
            }
        });
        Add(_coalition);
        Add(_id);
        Add(_out);
    }

    /// <summary>A command for each kind; both kinds of submission are one.</summary>
    public static IEnumerable<Command> All(Terminal terminal, StoreOptions store) =>
    [
        new ExportStudioCommand(terminal, store, "submission", [StudioKinds.SubmissionIndividual, StudioKinds.SubmissionJoint], "Write a coalition's submission, individual or joint, as a Word file."),
        .. StudioKinds.All.Except([StudioKinds.SubmissionIndividual, StudioKinds.SubmissionJoint])
            .Select(kind => new ExportStudioCommand(terminal, store, kind, [kind], StudioKinds.IsReport(kind) ? $"Write a coalition's {NameOf(kind)} as a Word file or a workbook." : $"Write a coalition's {NameOf(kind)} as a Word file.")),
    ];

    /// <summary>A kind in words; only between "mid" and "term" is the hyphen part of the word.</summary>
    private static string NameOf(string kind) => kind.Replace('-', ' ').Replace("mid term", "mid-term", StringComparison.Ordinal);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (store, path) = (await _store.OpenAsync(parsed, cancel), parsed.GetRequiredValue(_out));
        if (await StudioDoor.FindAsync(store, parsed.GetValue(_coalition), cancel) is not { } access)
        {
            return WrongUse(await StudioDoor.WhichAsync(store, cancel));
        }

        var rows = (await StudioRows.ListAsync(store, access, cancel)).Where(r => _kinds.Contains(r.Document.Kind) && !r.Document.IsTemplate).ToList();
        var document = Choose(rows, parsed.GetValue(_id), access);
        var view = await StudioRows.ReadAsync(store, access, document.Id, cancel) ?? throw new CliException(Numbers.Fill(StudioTextWords.Cli_None, access.Slug, Name));
        await OutputFile.WriteAsync(path, await WriterAsync(store, access, view, path, cancel), ownerOnly: true, cancel);
        Terminal.Talk.WriteLine(Numbers.Fill(StudioTextWords.Cli_Written, document.Title, document.Id, StudioDoor.Stage(document), path));
        if (rows.Where(r => r.Document.Id != document.Id).Select(r => r.Document.Id).Order().ToList() is { Count: > 0 } others)
        {
            Terminal.Talk.WriteLine(Numbers.Fill(StudioTextWords.Cli_Others, string.Join(", ", others.Select(o => o.ToString(CultureInfo.InvariantCulture)))));
        }

        return Exit.Done;
    }

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    /// <summary>A report of a followed review is written as it was released, or as it is now; any other document as it is now.</summary>
    /// <exception cref="CliException">A workbook of a document that counts nothing.</exception>
    private async Task<Func<Stream, Task>> WriterAsync(Store store, CoalitionAccess access, StudioView view, string path, CancellationToken cancel)
    {
        if (StudioKinds.IsReport(view.Document.Kind) && await ReportTaking.LatestAsync(store, access, view, cancel) is var (content, released))
        {
            return stream => ReportExport.WriteAsync(stream, content, released, EndingOf(path), code => ReportSources.NameOf(store, code, view.Document.Language), Terminal.Time.GetUtcNow(), cancel);
        }

        if (EndingOf(path) == ".xlsx")
        {
            throw new CliException(Numbers.Fill(StudioTextWords.Cli_NoCounts, view.Document.Id));
        }

        var file = StudioDocx.Write(Composer.Compose(await StudioSources.ReadAsync(store, access, view, cancel)));
        return stream => stream.WriteAsync(file, cancel).AsTask();
    }

    /// <summary>The one that was asked for, else the last that was changed and not given up.</summary>
    /// <exception cref="CliException">There is none.</exception>
    private StudioDocument Choose(List<StudioRow> rows, long? id, CoalitionAccess access)
    {
        var found = id is null ? rows.Find(r => r.Document.Stage != StudioDocument.Dropped) : rows.Find(r => r.Document.Id == id);
        return found?.Document ?? throw new CliException(id is { } number
            ? Numbers.Fill(StudioTextWords.Cli_NoId, access.Slug, Name, number, rows.Count == 0 ? "–" : string.Join(", ", rows.Select(r => r.Document.Id).Order()))
            : Numbers.Fill(StudioTextWords.Cli_None, access.Slug, Name));
    }
}

/// <summary>How commands come to a coalition's documents: the operator at the machine sees what the program itself sees.</summary>
internal static class StudioDoor
{
    /// <summary>Null where none was named and the store has not exactly one.</summary>
    /// <exception cref="CliException">There is none of that name.</exception>
    public static async Task<CoalitionAccess?> FindAsync(Store store, string? slug, CancellationToken cancel)
    {
        await using var db = store.Open();
        var found = await db.Coalitions.AsNoTracking().Where(c => slug == null || c.Slug == slug).Select(c => c.Id).Take(2).ToListAsync(cancel);
        return found is [var id] ? await CoalitionAccess.ForUpkeepAsync(store, id, cancel) : slug is null ? null : throw new CliException(Numbers.Fill(StudioTextWords.Cli_NoCoalition, slug));
    }

    /// <summary>Asks for a coalition by naming those that are here.</summary>
    public static async Task<string> WhichAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return Numbers.Fill(StudioTextWords.Cli_Which, string.Join(", ", await db.Coalitions.OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(cancel)));
    }

    /// <summary>How far a document is, in a word.</summary>
    public static string Stage(StudioDocument document) => StudioTextWords.ResourceManager.GetString($"Cli_Stage_{document.Stage}", CultureInfo.CurrentUICulture) ?? document.Stage;
}
