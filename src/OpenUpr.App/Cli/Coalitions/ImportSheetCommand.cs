using System.CommandLine;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr coalition import-sheet: members and records that people keep in sheets today.</summary>
internal sealed class ImportSheetCommand : CoalitionVerb
{
    private static readonly string[] s_columns = ["row", "verdict", "what", "link", "code", "why"];

    private static readonly string[] s_kinds = [.. SheetTarget.All.Select(t => t.Kind), ActionSheetRun.Kind];

    private readonly Argument<string> _file = new("FILE") { Description = "A .csv, .xlsx or .xls file with one line of headings; a title above it is left out." };
    private readonly Option<string> _coalition = new("--coalition") { Description = "Its short name.", HelpName = "SLUG", Required = true };
    private readonly Option<string> _kind = new("--kind") { Description = "What the rows are.", HelpName = string.Join('|', s_kinds), Required = true };
    private readonly Option<string[]> _map = new("--map") { Description = "Which column is which field: \"Heading=field,Heading=field\"; may be given several times. Without it the columns are guessed and told.", HelpName = "MAP" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show row by row what would come in, and change nothing." };
    private readonly Option<string?> _review = new("--review") { Description = "For actions: the followed review, such as SVN/34. Without it: the latest one that is worked on.", HelpName = "ISO3/SESSION" };
    private readonly Option<string[]> _states = new("--state") { Description = "For actions: the state that a word of the sheet means, \"Green=done,Red=planned\"; may be given several times.", HelpName = "WORDS" };
    private readonly Option<string?> _days = new("--days") { Description = "For actions: how 03/04/2026 is written where the column does not show it.", HelpName = "day-first|month-first" };
    private readonly Option<bool> _leave = new("--leave-rest") { Description = "For actions: take the sheet although cells of it are not taken; they are listed. Without it nothing is taken then." };
    private readonly OutputOptions _output;

    public ImportSheetCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, store, "import-sheet", "Take rows of a sheet into a coalition: all new ones or none. Rows that are there already are left as they are; people get a link and a code each.",
            "openupr coalition import-sheet members.xlsx --coalition tovell-rights --kind people --dry-run",
            "openupr coalition import-sheet members.csv --coalition tovell-rights --kind people --map \"Nom=name,Fonction=role\"",
            "openupr coalition import-sheet matrix.xlsx --coalition tovell-rights --kind actions --state \"Green=done\" --dry-run")
    {
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        _kind.AcceptOnlyFromAmong(s_kinds);
        _output = new OutputOptions(terminal, "jsonl", "csv");
        Add(_file);
        Add(_coalition);
        Add(_kind);
        Add(_map);
        Add(_dryRun);
        _days.AcceptOnlyFromAmong("day-first", "month-first");
        Add(_review);
        Add(_states);
        Add(_days);
        Add(_leave);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var coalition = await FindAsync(rooms.Store, parsed.GetRequiredValue(_coalition), cancel);
        if (parsed.GetRequiredValue(_kind) == ActionSheetRun.Kind)
        {
            return await ActionsAsync(parsed, rooms, await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalition.Id, cancel), coalition.Slug, cancel);
        }

        var target = SheetTarget.Find(parsed.GetRequiredValue(_kind))!;
        var table = SheetReader.Read(ReadFile(parsed.GetRequiredValue(_file)), cancel).WithHeadingsOf(target.Fields);
        var given = parsed.GetValue(_map) ?? [];
        var columns = given.Length == 0 ? ColumnGuess.Of(table, target.Fields) : Columns(given, table, target);
        foreach (var (field, column) in columns)
        {
            Terminal.Talk.WriteLine($"{table.Headings[column]} = {field}");
        }

        var isDry = parsed.GetValue(_dryRun);
        var done = await SheetImport.RunAsync(rooms, await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalition.Id, cancel), target, table, columns, isDry, null, cancel);
        if (done.Lines.Count == 0)
        {
            throw new CliException(SheetText.Problem(done.Outcome, target));
        }

        await _output.WriteAsync(parsed, stream => PlainRows.WriteAsync(stream, s_columns, Rows(done, table, columns), _output.Format(parsed), Terminal.Width), cancel);
        Terminal.Talk.WriteLine(SheetText.Summary(done, isDry));
        return done.Count(SheetVerdict.Refused) > 0 ? Exit.Failed : Exit.Done;
    }

    private async Task<int> ActionsAsync(ParseResult parsed, Rooms rooms, CoalitionAccess access, string slug, CancellationToken cancel)
    {
        var days = parsed.GetValue(_days);
        var wish = new ActionSheetWish(parsed.GetValue(_review), parsed.GetValue(_map) ?? [], parsed.GetValue(_states) ?? [], days is null ? null : days == "day-first", parsed.GetValue(_leave), parsed.GetValue(_dryRun));
        var (taken, plan) = await ActionSheetRun.RunAsync(rooms, access, slug, ReadFile(parsed.GetRequiredValue(_file)), wish, cancel);
        await _output.WriteAsync(parsed, stream => PlainRows.WriteAsync(stream, ActionSheetRun.Columns, ActionSheetRun.Rows(plan), _output.Format(parsed), Terminal.Width), cancel);
        Terminal.Talk.WriteLine(ActionSheetRun.Summary(plan));
        switch (taken.Outcome)
        {
            case { IsDone: true }:
                return Exit.Done;
            case { Refused: Refusal.Empty }:
                Terminal.Talk.WriteLine(ActionSheetWords.Nothing);
                return Exit.Done;
            case { Field: "leave" }:
                Terminal.Talk.WriteLine(Numbers.Fill(ActionSheetWords.Cli_Leave, plan.Left.Count()));
                return Exit.Failed;
            default:
                throw new CliException(CoalitionText.Of("Refusal", taken.Outcome.Refused!.Value));
        }
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(SheetOutcome done, SheetTable table, IReadOnlyDictionary<string, int> columns)
    {
        var ways = new Queue<OpenUpr.Coalitions.Moving.WayIn>(done.Ways);
        foreach (var line in done.Lines)
        {
            var way = line.Verdict == SheetVerdict.New && ways.TryDequeue(out var next) ? next : null;
            yield return [line.Row, line.Verdict.ToString().ToLowerInvariant(), line.What, way is null ? null : $"/join/{way.Keys.Token}", way?.Keys.Code, SheetText.Why(line, table, columns)];
        }
    }

    private static byte[] ReadFile(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? throw new SourceException($"{path} is not there. Check the path.")
            : file.Length > SheetReader.MaxBytes ? throw new SourceException($"{path} is larger than {SheetReader.MaxBytes / 1024 / 1024} MB. Split it.")
            : File.ReadAllBytes(path);
    }

    private static Dictionary<string, int> Columns(string[] maps, SheetTable table, SheetTarget target)
    {
        var columns = new Dictionary<string, int>();
        foreach (var pair in maps.SelectMany(m => m.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var at = pair.LastIndexOf('=');
            var (heading, field) = at < 1 ? (pair, "") : (SheetField.Fold(pair[..at]), pair[(at + 1)..].Trim());
            var column = table.Headings.Select(SheetField.Fold).ToList().IndexOf(heading);
            if (column < 0 || target.Fields.All(f => f.Name != field) || !columns.TryAdd(field, column))
            {
                throw new CliException($"--map '{pair}' fits nothing, or a field for the second time. The sheet's headings: {string.Join(", ", table.Headings)}. Fields of {target.Kind}: {string.Join(", ", target.Fields.Select(f => f.Name))}.");
            }
        }

        return columns;
    }
}
