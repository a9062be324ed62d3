using OpenUpr.App.Features.ActionSheets;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Sheets;
using Sheets = OpenUpr.FollowUp.Actions.Sheets.ActionSheets;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>What --map, --state, --day-first and the like say of a sheet of actions.</summary>
internal sealed record ActionSheetWish(string? Review, IReadOnlyList<string> Maps, IReadOnlyList<string> States, bool? DayFirst, bool LeavesOut, bool IsDry);

/// <summary>A sheet of actions from the command line: the same plan as on the site, told action by action and cell by cell.</summary>
internal static class ActionSheetRun
{
    public const string Kind = "actions";

    public static IReadOnlyList<string> Columns { get; } = ["sheet", "cell", "verdict", "what", "why"];

    public static async Task<(SheetTaken Taken, SheetPlan Plan)> RunAsync(Rooms rooms, CoalitionAccess access, string slug, byte[] file, ActionSheetWish wish, CancellationToken cancel)
    {
        var line = (await FollowRows.ListAsync(rooms.Store, access, cancel)).FirstOrDefault(l => wish.Review is null ? l.Review.ClosedAt is null : string.Equals(FormattableString.Invariant($"{l.Review.State}/{l.Review.Session}"), wish.Review, StringComparison.OrdinalIgnoreCase))
            ?? throw new CliException(Numbers.Fill(ActionWords.Cli_NoReview, slug));
        var follow = (await FollowRows.ReadAsync(rooms.Store, access, line.Review.Id, cancel))!;
        var sheet = await Sheets.OpenAsync(rooms.Store, access, follow, SheetReader.ReadGrids(file, cancel), cancel);
        var choices = Choices(sheet, wish);
        if (!choices.IsEnough)
        {
            throw new CliException($"{ActionSheetWords.NoColumn} --map \"Heading=action\"; headings: {string.Join(", ", sheet.Parts.SelectMany(p => p.Headings).Where(h => h.Length > 0))}");
        }

        if (wish.IsDry)
        {
            return (new SheetTaken(Outcome.Done(0), null, null), await Sheets.PlanAsync(rooms.Store, access, follow, sheet, choices, cancel));
        }

        var taken = await Sheets.TakeAsync(rooms, access, follow, sheet, choices, null, wish.LeavesOut, null, cancel);
        return (taken, taken.Plan!);
    }

    public static IEnumerable<IReadOnlyList<object?>> Rows(SheetPlan plan) =>
    [
        .. plan.Lines.Select(l => (object?[])[l.Sheet, FormattableString.Invariant($"{l.Line}"), l.Verdict.ToString().ToLowerInvariant(), l.Text.Text, string.Join("; ", l.Fields.Select(f => $"{f.Field}: {f.After}"))]),
        .. plan.Left.Select(c => (object?[])[c.Sheet, c.Address, "left", c.Text, ActionSheetForm.Why(c)]),
    ];

    public static string Summary(SheetPlan plan) =>
        $"{Numbers.Fill(ActionSheetWords.Sum, plan.Count(SheetActionVerdict.New), plan.Count(SheetActionVerdict.Changed), plan.Count(SheetActionVerdict.Same))} {Numbers.Fill(ActionSheetWords.Sum_Cells, plan.Count(CellFate.Taken), plan.Count(CellFate.Noted), plan.Count(CellFate.Listed))}";

    private static SheetChoices Choices(OpenedSheet sheet, ActionSheetWish wish)
    {
        var (maps, states) = (Pairs("--map", wish.Maps, [.. ActionColumns.Fields.Select(f => f.Name), ""]), Pairs("--state", wish.States, [.. ActionWriting.States]));
        var headings = sheet.Parts.SelectMany(p => p.Headings).Select(SheetField.Fold).ToHashSet();
        if (maps.Keys.FirstOrDefault(k => !headings.Contains(k)) is { } unknown)
        {
            throw new CliException($"--map: no heading is called '{unknown}'. Headings: {string.Join(", ", sheet.Parts.SelectMany(p => p.Headings).Where(h => h.Length > 0))}");
        }

        var parts = sheet.Parts.Select(p =>
        {
            var suggested = sheet.Suggested.Parts[p.Index];
            var columns = new Dictionary<int, string>(suggested.Columns);
            foreach (var (c, heading) in p.Headings.Index())
            {
                if (maps.TryGetValue(SheetField.Fold(heading), out var field))
                {
                    columns[c] = field;
                }
            }

            Dictionary<int, string> named = columns.Where(c => c.Value.Length > 0).ToDictionary();
            return new PartChoices(suggested.IsTaken || (maps.Count > 0 && named.ContainsValue(ActionColumns.Action)), named, wish.DayFirst is { } first ? named.Keys.ToDictionary(c => c, _ => first) : suggested.DayFirst);
        }).ToList();
        var words = new Dictionary<string, string>(sheet.Suggested.Words);
        foreach (var (word, state) in states)
        {
            words[word] = state;
        }

        var chosen = sheet.Suggested with { Parts = parts, Words = words };
        foreach (var word in SheetGuess.WordsOf(sheet.Parts, chosen))
        {
            words.TryAdd(SheetGuess.KeyOf(word), SheetGuess.StateOf(word));
        }

        return chosen;
    }

    private static Dictionary<string, string> Pairs(string option, IReadOnlyList<string> given, IReadOnlyList<string> known)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var pair in given.SelectMany(m => m.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var at = pair.LastIndexOf('=');
            if (at < 1 || !known.Contains(pair[(at + 1)..].Trim()))
            {
                throw new CliException($"{option} '{pair}' fits nothing. It is \"word=code\" with one of: {string.Join(", ", known.Where(k => k.Length > 0))}.");
            }

            pairs[SheetGuess.KeyOf(pair[..at])] = pair[(at + 1)..].Trim();
        }

        return pairs;
    }
}
