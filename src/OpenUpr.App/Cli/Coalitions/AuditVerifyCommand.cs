using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr audit verify: whether anybody touched the logs of deeds.</summary>
internal sealed class AuditVerifyCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly KeyOptions _key;
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Only this coalition's log. Without it: every coalition's, and the installation's own.", HelpName = "SLUG" };
    private readonly Option<string?> _anchor = new("--anchor") { Description = "A last entry that was kept outside, number:hash as the audit page prints it. Only against it does it show that the end of a log was cut off. Needs --coalition.", HelpName = "N:HASH" };

    public AuditVerifyCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "verify", "Check the logs of who did what: entries that were changed, taken out, put in or cut off. Exit code 1 where there is one.", "openupr audit verify")
    {
        _store = store;
        _key = new KeyOptions(terminal);
        Add(_coalition);
        Add(_anchor);
        _key.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetValue(_anchor) is { } anchor && (AuditAnchor.TryParse(anchor) is null || result.GetValue(_coalition) is null))
            {
                result.AddError("--anchor looks like 17:9f86d0... with a hash of 64 characters, and needs --coalition.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        using var keys = await _key.OpenAsync(parsed, store, cancel);
        var wanted = parsed.GetValue(_coalition);
        var logs = await LogsAsync(store, wanted, cancel);
        if (logs.Count == 0)
        {
            throw new CliException($"There is no coalition '{wanted}' in this store.");
        }

        var anchor = parsed.GetValue(_anchor) is { } text ? AuditAnchor.TryParse(text) : null;
        var isWhole = true;
        foreach (var (id, slug) in logs)
        {
            var verdict = await AuditCheck.RunAsync(store, keys, id, anchor, cancel);
            isWhole &= verdict.Flaws.Count == 0;
            Terminal.Out.WriteLine(Numbers.Fill(WallsWords.Verify_Log, slug ?? WallsWords.Verify_Installation, verdict.Entries, verdict.Head?.ToString() ?? WallsWords.Verify_NoHead));
            if (verdict.Move is { } move)
            {
                Terminal.Out.WriteLine("  " + Numbers.Fill(move.FlawsThen == 0 ? MovingWords.Verify_Move : MovingWords.Verify_MoveFlawed, move.LastNumber, move.ArrivedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), move.FlawsThen));
            }

            foreach (var flaw in verdict.Flaws)
            {
                Terminal.Out.WriteLine("  " + Sentence(flaw));
            }
        }

        return isWhole ? Exit.Done : Exit.Failed;
    }

    private static async Task<IReadOnlyList<(long? Id, string? Slug)>> LogsAsync(OpenUpr.Storage.Store store, string? slug, CancellationToken cancel)
    {
        await using var db = store.Open();
        var coalitions = await db.Coalitions.AsNoTracking().Where(c => slug == null || c.Slug == slug).OrderBy(c => c.Slug).Select(c => new { c.Id, c.Slug }).ToListAsync(cancel);
        var logs = coalitions.ConvertAll(c => ((long?)c.Id, (string?)c.Slug));
        return slug is null ? [(null, null), .. logs] : logs;
    }

    private static string Sentence(AuditFlaw flaw) => flaw.Kind switch
    {
        AuditCheck.Changed => Numbers.Fill(WallsWords.Verify_Changed, flaw.Number),
        AuditCheck.Missing => Numbers.Fill(WallsWords.Verify_Missing, flaw.Number, flaw.Last),
        AuditCheck.Inserted => Numbers.Fill(WallsWords.Verify_Inserted, flaw.Number),
        AuditCheck.Moved => Numbers.Fill(MovingWords.Verify_Moved, flaw.Last),
        AuditCheck.CutOff => Numbers.Fill(WallsWords.Verify_CutOff, flaw.Number, flaw.Last),
        _ => Numbers.Fill(WallsWords.Verify_Replaced, flaw.Number),
    };
}
