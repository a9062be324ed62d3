using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Plan;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.Export.Ics;
using OpenUpr.Planning;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr export plan: the whole cycle of a review as a file, as a coalition has it or as any coalition would get it.</summary>
internal sealed class ExportPlanCommand : Verb
{
    /// <summary>Months before the review from which the general plan runs: before the first step of any.</summary>
    private const int MonthsBefore = 15;

    private readonly StoreOptions _store;
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Whose plan. May be left out where the store has one coalition; without a coalition's plan, --review alone writes the general one.", HelpName = "SLUG" };
    private readonly Option<string?> _review = new("--review") { Description = "The review: code of the State and session, such as SVN/48. Without it: the plan that the coalition works on.", HelpName = "ISO3/SESSION" };
    private readonly Option<string> _out = new("--out") { Description = "The file; its ending says the form: .ics, .xlsx, .csv or .jsonl. It appears only when it is complete. A coalition's plan is private: the file is readable for you alone.", HelpName = "FILE", Required = true };

    public ExportPlanCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "plan", "Write the plan of a review, the whole cycle, to a .ics, .xlsx, .csv or .jsonl file.", "openupr export plan --review SVN/48 --out plan.ics", "openupr export plan --review SVN/48 --out plan.xlsx")
    {
        _store = store;
        _out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IsCalendar(result.Tokens[0].Value) && ExportFormats.FromFileName(result.Tokens[0].Value) is null)
            {
                result.AddError($"The ending of '{result.Tokens[0].Value}' says no form. Use .ics, .xlsx, .csv or .jsonl.");
            }
        });
        Add(_coalition);
        Add(_review);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        var review = parsed.GetValue(_review) is { } asked ? Review(store.Reference, asked) : null;
        var own = await OwnAsync(store, parsed.GetValue(_coalition), review, cancel);
        if (own is null && review is null)
        {
            await using var db = store.Open();
            return WrongUse(Numbers.Fill(PlanWords.Cli_Which, string.Join(", ", await db.Coalitions.OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(cancel))));
        }

        var (file, path) = (own ?? General(store.Reference, review!), parsed.GetRequiredValue(_out));
        var today = Geneva.Today(Terminal.Time);
        await OutputFile.WriteAsync(
            path,
            stream => IsCalendar(path)
                ? stream.WriteAsync(IcsWriter.Write(file.Calendar(new Labels(store), own is null ? store.Reference.AsOf : today)), cancel).AsTask()
                : PlanExport.WriteAsync(stream, file.Rows, ExportFormats.FromFileName(path)!.Value, Terminal.Time.GetUtcNow(), cancel),
            ownerOnly: own is not null, cancel);
        Terminal.Talk.WriteLine(Numbers.Fill(PlanWords.Cli_Written, file.Rows.Count, path));
        return Exit.Done;
    }

    private static bool IsCalendar(string path) => Path.GetExtension(path).Equals(".ics", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="CliException">The words name no review.</exception>
    private static ReviewTimeline Review(ReferenceData reference, string asked)
    {
        var parts = asked.Split('/');
        var state = parts.Length == 2 ? reference.FindState(parts[0].ToUpperInvariant()) : null;
        return state is { Status: StateStatus.Member } && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var session) && ReviewTimeline.Of(reference, state.Iso3, session) is { Slot: not null } timeline
            ? timeline : throw new CliException(Numbers.Fill(PlanWords.Cli_NoReview, asked));
    }

    private static PlanFile General(ReferenceData reference, ReviewTimeline review)
    {
        var start = review.Steps.First(s => s.Key == "review").Date is { } date ? date.Earliest.AddMonths(-MonthsBefore) : reference.AsOf;
        return PlanFile.Of(review, review.Iso3!, PlanGenerator.Generate(review, start, GenevaSessions.Except(reference, review.Session.Number)));
    }

    /// <summary>The coalition's plan; null where none was named and the only one in the store has none.</summary>
    /// <exception cref="CliException">The coalition that was named is not there, or has no such plan.</exception>
    private static async Task<PlanFile?> OwnAsync(Store store, string? slug, ReviewTimeline? review, CancellationToken cancel)
    {
        await using var doors = store.Open();
        var found = await doors.Coalitions.AsNoTracking().Where(c => slug == null || c.Slug == slug).Take(2).ToListAsync(cancel);
        if (found is not [var coalition])
        {
            return slug is null ? null : throw new CliException(Numbers.Fill(PlanWords.Cli_NoCoalition, slug));
        }

        var access = await CoalitionAccess.ForUpkeepAsync(store, coalition.Id, cancel);
        var plan = (await Plans.ListAsync(store, access, cancel)).FirstOrDefault(p => review is null || (p.State == review.Iso3 && p.Session == review.Session.Number));
        return plan is null
            ? slug is null ? null : throw new CliException(Numbers.Fill(PlanWords.Cli_NoPlan, slug))
            : PlanFile.Of(plan, await TaskRows.WholeAsync(store, access, plan.Id, cancel));
    }
}
