using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Matrix;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr export matrix: a coalition's list of recommendations, filled in, in the layout in which it came.</summary>
internal sealed class ExportMatrixCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Whose list. May be left out where the store has one coalition.", HelpName = "SLUG" };
    private readonly Option<string?> _review = new("--review") { Description = "The review: code of the State and session, such as SVN/34. Without it: the newest list that is worked on.", HelpName = "ISO3/SESSION" };
    private readonly Option<string> _out = new("--out") { Description = "The file; its ending says the form: .docx (to be annexed) or .xlsx. It appears only when it is complete, readable for you alone.", HelpName = "FILE", Required = true };

    public ExportMatrixCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "matrix", "Write a coalition's list of recommendations, filled in, to a .docx or .xlsx file.", "openupr export matrix --coalition tovell-rights --out matrix.docx", "openupr export matrix --review SVN/34 --out matrix.xlsx")
    {
        _store = store;
        _out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !MatrixFiles.Endings.Contains(EndingOf(result.Tokens[0].Value)))
            {
                result.AddError($"The ending of '{result.Tokens[0].Value}' says no form. Use {string.Join(" or ", MatrixFiles.Endings)}.");
            }
        });
        Add(_coalition);
        Add(_review);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (store, path, slug) = (await _store.OpenAsync(parsed, cancel), parsed.GetRequiredValue(_out), parsed.GetValue(_coalition));
        await using var db = store.Open();
        var slugs = await db.Coalitions.OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(cancel);
        if (slug is null && slugs.Count != 1)
        {
            return WrongUse(Numbers.Fill(MatrixWords.Cli_Which, string.Join(", ", slugs)));
        }

        var coalition = await db.Coalitions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == (slug ?? slugs[0]), cancel) ?? throw new CliException(Numbers.Fill(MatrixWords.Cli_NoCoalition, slug));
        var access = await CoalitionAccess.ForUpkeepAsync(store, coalition.Id, cancel);
        var review = parsed.GetValue(_review);
        var lines = await MatrixRows.ListAsync(store, access, cancel);
        var line = lines.FirstOrDefault(l => review is null ? l.Sheet.ClosedAt is null : string.Equals(FormattableString.Invariant($"{l.Sheet.State}/{l.Sheet.Session}"), review, StringComparison.OrdinalIgnoreCase))
            ?? throw new CliException(Numbers.Fill(MatrixWords.Cli_None, coalition.Slug));
        var view = (await MatrixRows.ReadAsync(store, access, line.Sheet.Id, cancel))!;
        await OutputFile.WriteAsync(path, stream => MatrixFiles.WriteAsync(stream, view, EndingOf(path), Terminal.Time.GetUtcNow(), cancel), ownerOnly: true, cancel);
        Terminal.Talk.WriteLine(Numbers.Fill(MatrixWords.Cli_Written, view.Sheet.Title, view.FilledRows, view.Rows.Count, path));
        return Exit.Done;
    }

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
