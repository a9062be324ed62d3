using System.CommandLine;
using OpenUpr.App.Features.States;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.App.Cli.Recommendations;

/// <summary>openupr export infographic: what a State received, on one page, as the site draws it.</summary>
internal sealed class ExportInfographicCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly Option<string> _state = new("--state") { Description = "The State under review: its ISO 3166-1 alpha-3 code or its name.", HelpName = "CODE", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "The file; its ending says the form: .svg or .docx. It appears only when it is complete.", HelpName = "FILE", Required = true };

    public ExportInfographicCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "infographic", "Write what a State received (by cycle with its answers, top goals, issues, kinds of action) on one page.", "openupr export infographic --state CUB --out cuba.svg", "openupr export infographic --state CUB --out cuba.docx")
    {
        _store = store;
        _out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !InfographicFiles.Endings.Contains(EndingOf(result.Tokens[0].Value)))
            {
                result.AddError($"The ending of '{result.Tokens[0].Value}' says no form. Use {string.Join(" or ", InfographicFiles.Endings)}.");
            }
        });
        Add(_state);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (store, typed, path) = (await _store.OpenAsync(parsed, cancel), parsed.GetRequiredValue(_state), parsed.GetRequiredValue(_out));
        if ((store.Reference.FindState(typed) ?? store.Reference.Names.Find(typed)) is not { } state)
        {
            return WrongUse($"there is no State '{typed}'. Use its ISO 3166-1 alpha-3 code, such as CUB, or its name.");
        }

        using var live = await LiveIndex.OpenAsync(store, cancel);
        var numbers = StateInfographic.Read(live.Current, store.Reference, state.Iso3, Geneva.Today(Terminal.Time));
        if (numbers.Total.Count == 0)
        {
            throw new CliException($"The database holds no recommendation that {state.NameEn} received. Nothing was written.");
        }

        var view = InfographicView.Of(numbers, state.Iso3, new Labels(store), store.Reference, await DataBasis.ReadAsync(store, cancel), store.World == World.Demo);
        await OutputFile.WriteAsync(path, stream => stream.WriteAsync(InfographicFiles.Write(view, EndingOf(path), null), cancel).AsTask(), ownerOnly: false, cancel);
        Terminal.Talk.WriteLine($"{state.NameEn}: {numbers.Total.Count} recommendations (pairs of a recommendation and a State) on one page, written to {path}");
        if (numbers.Lacking.Count > 0)
        {
            Terminal.Talk.WriteLine(InfographicView.Lacking(numbers.Lacking));
        }

        return Exit.Done;
    }

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
