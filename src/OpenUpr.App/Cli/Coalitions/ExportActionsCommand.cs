using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Actions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr export implementation-matrix: who does what by when for each recommendation of a followed review, as it is now or as a version kept it.</summary>
internal sealed class ExportActionsCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Whose matrix. May be left out where the store has one coalition.", HelpName = "SLUG" };
    private readonly Option<string?> _review = new("--review") { Description = "The review: code of the State and session, such as SVN/34. Without it: the latest one that is worked on.", HelpName = "ISO3/SESSION" };
    private readonly Option<long?> _version = new("--version") { Description = "Number of a version that was kept, as its address on the site says. Without it: the matrix as it is now.", HelpName = "ID" };
    private readonly Option<string> _out = new("--out") { Description = "The file; its ending says the form: .docx or .xlsx. It appears only when it is complete, readable for you alone.", HelpName = "FILE", Required = true };

    public ExportActionsCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "implementation-matrix", "Write a coalition's implementation matrix to a .docx or .xlsx file.", "openupr export implementation-matrix --coalition tovell-rights --out actions.docx", "openupr export implementation-matrix --version 2 --out actions.xlsx")
    {
        _store = store;
        _out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !ActionFiles.Endings.Contains(EndingOf(result.Tokens[0].Value)))
            {
                result.AddError($"The ending of '{result.Tokens[0].Value}' says no form. Use {string.Join(" or ", ActionFiles.Endings)}.");
            }
        });
        Add(_coalition);
        Add(_review);
        Add(_version);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (store, path, slug) = (await _store.OpenAsync(parsed, cancel), parsed.GetRequiredValue(_out), parsed.GetValue(_coalition));
        await using var db = store.Open();
        var slugs = await db.Coalitions.OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(cancel);
        if (slug is null && slugs.Count != 1)
        {
            return WrongUse(Numbers.Fill(ActionWords.Cli_Which, string.Join(", ", slugs)));
        }

        var coalition = await db.Coalitions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == (slug ?? slugs[0]), cancel) ?? throw new CliException(Numbers.Fill(ActionWords.Cli_NoCoalition, slug));
        var access = await CoalitionAccess.ForUpkeepAsync(store, coalition.Id, cancel);
        var (plan, part) = parsed.GetValue(_version) is { } version ? await VersionAsync(store, access, version, cancel) : (await NowAsync(store, access, coalition.Slug, parsed.GetValue(_review), cancel), null);
        var names = new ReferenceNames(store, coalition.Language);
        var title = ActionFiles.TitleOf(names, plan, part is null ? null : ActionLabels.Audience(part, names.State));
        await OutputFile.WriteAsync(path, stream => ActionsExport.WriteAsync(stream, plan, title, EndingOf(path), names.Language, Terminal.Time.GetUtcNow(), cancel), ownerOnly: true, cancel);
        Terminal.Talk.WriteLine(Numbers.Fill(ActionWords.Cli_Written, title, plan.Actions.Count, plan.Recommendations.Count, path));
        return Exit.Done;
    }

    private static async Task<(ActionPlan Plan, ActionAudience? Part)> VersionAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        var view = await ActionVersions.ReadAsync(store, access, id, cancel) ?? throw new CliException(Numbers.Fill(ActionWords.Cli_NoVersion, id));
        return (view.Plan, view.Version is { View: { } kind, ViewOf: { } of } ? new ActionAudience(kind, of) : null);
    }

    private static async Task<ActionPlan> NowAsync(Store store, CoalitionAccess access, string slug, string? review, CancellationToken cancel)
    {
        var line = (await FollowRows.ListAsync(store, access, cancel)).FirstOrDefault(l => review is null ? l.Review.ClosedAt is null : string.Equals(FormattableString.Invariant($"{l.Review.State}/{l.Review.Session}"), review, StringComparison.OrdinalIgnoreCase))
            ?? throw new CliException(Numbers.Fill(ActionWords.Cli_NoReview, slug));
        var follow = (await FollowRows.ReadAsync(store, access, line.Review.Id, cancel))!;
        return ActionPlans.Of(await ActionRows.ReadAsync(store, access, follow, cancel));
    }

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
