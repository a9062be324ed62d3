using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Press;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Press;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr export press: a coalition's newest text for the press, as the page of the text gives it.</summary>
internal sealed class ExportPressCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly Option<string> _kind = new("--kind") { Description = "Which text: the newest release, briefing of journalists, or digest in plain language.", HelpName = string.Join('|', PressTexts.Kinds), Required = true };
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Whose text. May be left out where the store has one coalition.", HelpName = "SLUG" };
    private readonly Option<string> _out = new("--out") { Description = "The file; its ending says the form: .docx or .txt. It appears only when it is complete, readable for you alone. A text that is not approved says so in its first line.", HelpName = "FILE", Required = true };

    public ExportPressCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "press", "Write a coalition's newest text for the press to a .docx or .txt file.", "openupr export press --kind release --coalition tovell-rights --out release.docx", "openupr export press --kind digest --out digest.txt")
    {
        _store = store;
        _kind.AcceptOnlyFromAmong([.. PressTexts.Kinds]);
        _out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !PressFiles.Endings.Contains(EndingOf(result.Tokens[0].Value)))
            {
                result.AddError($"The ending of '{result.Tokens[0].Value}' says no form. Use {string.Join(" or ", PressFiles.Endings)}.");
            }
        });
        Add(_kind);
        Add(_coalition);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (store, kind, path) = (await _store.OpenAsync(parsed, cancel), parsed.GetRequiredValue(_kind), parsed.GetRequiredValue(_out));
        var slug = parsed.GetValue(_coalition);
        await using var db = store.Open();
        var slugs = await db.Coalitions.OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(cancel);
        if (slug is null && slugs.Count != 1)
        {
            return WrongUse(Numbers.Fill(PressWords.Cli_Which, string.Join(", ", slugs)));
        }

        var coalition = await db.Coalitions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == (slug ?? slugs[0]), cancel) ?? throw new CliException(Numbers.Fill(PressWords.Cli_NoCoalition, slug));
        var texts = await PressTexts.ListAsync(store, await CoalitionAccess.ForUpkeepAsync(store, coalition.Id, cancel), cancel);
        var version = texts.FirstOrDefault(t => t.Text.Kind == kind) ?? throw new CliException(Numbers.Fill(PressWords.Cli_None, coalition.Slug, PressLabels.Kind(kind)));
        await OutputFile.WriteAsync(path, stream => stream.WriteAsync(PressFiles.Write(version.Text, EndingOf(path)), cancel).AsTask(), ownerOnly: true, cancel);
        Terminal.Talk.WriteLine(Numbers.Fill(PressWords.Cli_Written, version.Text.Title, version.Text.Number, PressLabels.State(version), path));
        return Exit.Done;
    }

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
