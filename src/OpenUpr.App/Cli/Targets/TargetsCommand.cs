using System.CommandLine;
using OpenUpr.App.Features.Targets;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Planning.Targets;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Targets;

/// <summary>openupr targets: recommending States that may raise an issue with a State under review.</summary>
internal sealed class TargetsCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly OutputOptions _output;
    private readonly Option<string> _sur = new("--sur") { Description = "The State under review, by ISO 3166-1 alpha-3 code or name.", HelpName = "A", Required = true };
    private readonly Option<string[]> _issue = new("--issue") { Description = "Issues, by name or slug; any of them counts. Without one, all recommendations do.", HelpName = "I,.." };
    private readonly Option<string?> _text = new("--text") { Description = "A sentence of your own; its issues are read from it.", HelpName = "TEXT" };
    private readonly Option<int?> _before = new("--before") { Description = "Use only what was known before this session.", HelpName = "SESSION" };
    private readonly Option<string?> _weights = new("--weights") { Description = $"What counts how much, 0 to 5, 1 as measured: {string.Join(", ", TargetWeights.Names)}.", HelpName = "region=2,recent=0" };
    private readonly Option<string> _order = new("--order") { Description = "balanced: no regional group gets more places than its share.", HelpName = "weight|balanced", DefaultValueFactory = _ => "weight" };
    private readonly Option<int> _limit = new("--limit") { Description = "States to list; 0 for all.", HelpName = "N", DefaultValueFactory = _ => 20 };

    public TargetsCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "targets", "Rank recommending States that may raise an issue with a State under review, from their history.",
            "openupr targets --sur CUB --issue Detention",
            "openupr targets --sur CUB --issue \"Women's rights\" --before 16 --order balanced --format csv --out targets.csv",
            "openupr targets --sur CUB --text \"End the detention of journalists\" --weights same-state=2")
    {
        _store = store;
        _output = new OutputOptions(terminal, "jsonl", "csv", "xlsx");
        _order.AcceptOnlyFromAmong("weight", "balanced");
        foreach (var option in new Option[] { _sur, _issue, _text, _before, _weights, _order, _limit })
        {
            Add(option);
        }

        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (_output.WouldFloodTerminal(parsed))
        {
            return WrongUse("a workbook cannot be shown on a terminal. Name a file with --out FILE.xlsx.");
        }

        var store = await _store.OpenAsync(parsed, cancel);
        if (Question(parsed, store, out var wrong) is not { } question)
        {
            return WrongUse(wrong);
        }

        using var live = await LiveIndex.OpenAsync(store, cancel);
        var list = TargetRanking.Rank(live.Current, question);
        var limit = parsed.GetValue(_limit);
        var rows = TargetColumns.Of(list, new Labels(store), store.World, limit <= 0 ? int.MaxValue : limit);
        var about = new ExportContext("", ExportContext.Pairs, null, Terminal.Time.GetUtcNow());
        await _output.WriteAsync(
            parsed, stream => _output.Format(parsed) is { } format ? StatisticExport.WriteAsync(stream, store, rows, format, about, cancel) : TargetsTable.WriteAsync(stream, rows, Terminal.Width), cancel);
        Terminal.Talk.WriteLine($"{list.States.Count} States, from {list.Reviews} earlier reviews up to session {list.LastSession}. Issues: {(question.Issues.Count == 0 ? "any" : string.Join(", ", question.Issues))}.");
        return Exit.Done;
    }

    private TargetQuestion? Question(ParseResult parsed, Store store, out string wrong)
    {
        var typed = parsed.GetRequiredValue(_sur);
        if ((store.Reference.FindState(typed.ToUpperInvariant()) ?? store.Reference.Names.Find(typed)) is not { } sur)
        {
            wrong = $"there is no State '{typed}'. Use its ISO 3166-1 alpha-3 code or its name.";
            return null;
        }

        var issues = TargetIssues.Find(parsed.GetValue(_issue) ?? [], out var unknown);
        if (unknown is not null)
        {
            wrong = $"there is no issue '{unknown}'. openupr stats --by issue lists those that occur.";
            return null;
        }

        if (TargetsApi.Weights(parsed.GetValue(_weights), out var part) is not { } weights)
        {
            wrong = $"--weights does not know '{part}'. Write name=number, number from 0 to {TargetWeights.Most}; names: {string.Join(", ", TargetWeights.Names)}.";
            return null;
        }

        if (parsed.GetValue(_before) is { } before and (< 2 or > TargetsRequest.MaxSession))
        {
            wrong = $"--before cannot be {before}: name a session from 2 to {TargetsRequest.MaxSession}.";
            return null;
        }

        var read = parsed.GetValue(_text) is { Length: > 0 } text ? TargetIssues.Read(text) : [];
        wrong = "";
        return new TargetQuestion(sur.Iso3, [.. issues.Union(read)], parsed.GetValue(_before)) { Weights = weights, Order = parsed.GetRequiredValue(_order) == "balanced" ? TargetOrder.Balanced : TargetOrder.Weight };
    }
}
