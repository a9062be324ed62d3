using OpenUpr.Coalitions.Sheets;
using OpenUpr.Drafting.Lists;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>Suggests every choice of a sheet, so that a person changes few: what was kept from a sheet of the same shape, else by headings, else by what the cells look like.</summary>
public static class SheetGuess
{
    /// <summary>Of the cells of a column, so many must look alike.</summary>
    private const double MostCells = 0.6;

    /// <summary>Different words of a column of states; more are texts.</summary>
    public const int MostWords = 25;

    private const int LongAction = 18;

    /// <param name="kept">Choices by the shape of a table, as they were taken before.</param>
    internal static SheetChoices Of(IReadOnlyList<SheetPart> parts, SheetContext context, IReadOnlyDictionary<string, KeptChoices> kept)
    {
        var chosen = parts.Select(p => kept.TryGetValue(p.Shape, out var before) ? before.Part : Part(p, context)).ToList();
        var old = parts.Select(p => kept.GetValueOrDefault(p.Shape)).OfType<KeptChoices>().ToList();
        var words = new Dictionary<string, string>();
        foreach (var (key, state) in old.SelectMany(k => k.Words))
        {
            words.TryAdd(key, state);
        }

        var draft = new SheetChoices(chosen, words)
        {
            KeepsNotes = old.FirstOrDefault()?.KeepsNotes ?? true, FillsDown = old.FirstOrDefault()?.FillsDown ?? true,
            IsBare = old.FirstOrDefault()?.IsBare ?? (chosen.Any(c => c.IsTaken) && chosen.All(c => !c.IsTaken || !c.Has(ActionColumns.Action))),
        };
        foreach (var cell in WordsOf(parts, draft).Where(w => !words.ContainsKey(StatusWords.Key(w))).ToList())
        {
            words[StatusWords.Key(cell)] = StatusWords.Guess(cell, context.Scale) ?? "";
        }

        return draft;
    }

    /// <summary>The different words of all columns of states that are taken, as they were first written.</summary>
    public static IReadOnlyList<string> WordsOf(IReadOnlyList<SheetPart> parts, SheetChoices choices) =>
        [.. parts.Where(p => choices.Parts[p.Index].IsTaken).SelectMany(p => choices.Parts[p.Index].Of(ActionColumns.Status).SelectMany(p.Column)).DistinctBy(StatusWords.Key)];

    /// <summary>How a word of a column of states is called in a form.</summary>
    public static string KeyOf(string word) => StatusWords.Key(word);

    /// <summary>The state that a word is taken for; empty where it is not known.</summary>
    public static string StateOf(string word) => StatusWords.Guess(word, ScaleWording.Standard) ?? "";

    /// <summary>Days of a column that can be read in two ways, where the column does not say which.</summary>
    public static IReadOnlyList<string> Asked(SheetPart part, int column) => SheetSpans.Asked(part.Column(column));

    private static PartChoices Part(SheetPart part, SheetContext context)
    {
        var columns = new Dictionary<int, string>();
        int[] open = [.. Enumerable.Range(0, part.Headings.Count).Where(c => !part.IsHidden(c) && part.Column(c).Any())];
        Take(columns, open, (f, c) => Last(part.Headings[c]).Any(f.Headings.Contains));
        Take(columns, open, (f, c) => Words(part.Headings[c]) is { Length: <= 60 } heading && f.Headings.Any(h => h.Length > 3 && $" {heading} ".Contains($" {h} ", StringComparison.Ordinal)));
        ByCells(columns, open, part, context);
        var isTaken = !part.Grid.IsHidden && part.Data.Any() && (columns.ContainsValue(ActionColumns.Action) || columns.ContainsValue(ActionColumns.Number) || columns.ContainsValue(ActionColumns.Recommendation))
            && (columns.Count >= 3 || columns.ContainsValue(ActionColumns.Action));
        return new PartChoices(isTaken, columns, Orders(part, columns));
    }

    /// <summary>What the column says itself needs no choice; another column of the table is a good guess; else it is asked.</summary>
    private static Dictionary<int, bool> Orders(SheetPart part, Dictionary<int, string> columns)
    {
        int[] dated = [.. columns.Where(c => c.Value is ActionColumns.From or ActionColumns.To).Select(c => c.Key)];
        var told = dated.Select(c => SheetSpans.OrderOf(part.Column(c))).FirstOrDefault(o => o is not null);
        return told is { } first ? dated.Where(c => SheetSpans.Asked(part.Column(c)).Count > 0).ToDictionary(c => c, _ => first) : [];
    }

    private static void ByCells(Dictionary<int, string> columns, int[] open, SheetPart part, SheetContext context)
    {
        bool Most(int c, Func<string, bool> looks) => part.Column(c).Take(200).ToList() is { Count: > 0 } cells && cells.Count(looks) >= cells.Count * MostCells;
        void If(string field, Func<int, bool> fits)
        {
            if (!columns.ContainsValue(field) && open.Where(c => !columns.ContainsKey(c)).Cast<int?>().FirstOrDefault(c => fits(c!.Value)) is { } found)
            {
                columns[found] = field;
            }
        }

        If(ActionColumns.Recommendation, c => Most(c, t => t.Length > LongAction && context.Find(null, t).Ids.Count > 0));
        If(ActionColumns.Number, c => Most(c, t => t.Length <= LongAction && SheetContext.Numbers(t) is { Count: > 0 } all && all.All(context.Match.Knows)));
        var dated = open.Where(c => !columns.ContainsKey(c) && Most(c, SheetSpans.Looks)).ToList();
        if (!columns.ContainsValue(ActionColumns.From) && !columns.ContainsValue(ActionColumns.To) && dated.Count > 0)
        {
            if (dated.Count > 1)
            {
                columns[dated[0]] = ActionColumns.From;
            }

            columns[dated[dated.Count > 1 ? 1 : 0]] = ActionColumns.To;
        }

        If(ActionColumns.Percent, c => Most(c, t => StatusWords.PercentOf(t) is not null));
        If(ActionColumns.Status, c => Most(c, t => StatusWords.Guess(t, context.Scale) is not null));
        If(ActionColumns.Ministry, c => Most(c, t => context.Ministries.Contains(SheetField.Fold(t))));
        if (!columns.ContainsValue(ActionColumns.Action))
        {
            double Mean(int c) => part.Column(c).Take(200).Select(t => t.Length).DefaultIfEmpty(0).Average();
            var longest = open.Where(c => !columns.ContainsKey(c)).OrderByDescending(Mean).Cast<int?>().FirstOrDefault(c => Mean(c!.Value) >= LongAction && !part.Headings[c.Value].Split(' ').Any(w => ActionColumns.IsHeading(w)));
            if (longest is { } action && (columns.Count == 0 || !columns.Values.Any(v => v is ActionColumns.Progress)))
            {
                columns[action] = ActionColumns.Action;
            }
        }
    }

    private static void Take(Dictionary<int, string> columns, int[] open, Func<SheetField, int, bool> fits)
    {
        foreach (var field in ActionColumns.Fields.Where(f => !columns.ContainsValue(f.Name)))
        {
            if (open.Where(c => !columns.ContainsKey(c)).Cast<int?>().FirstOrDefault(c => fits(field, c!.Value)) is { } found)
            {
                columns[found] = field.Name;
            }
        }
    }

    private static string Words(string heading) => SheetField.Fold(heading);

    /// <summary>The heading whole, its last part under a group, and each of several languages that stand in one cell.</summary>
    private static IEnumerable<string> Last(string heading) => new[] { heading, heading.Split(" / ")[^1] }.Concat(heading.Split([" / ", "/", "\n", " - "], StringSplitOptions.RemoveEmptyEntries)).Concat(heading.Split('(', ')')).Select(SheetField.Fold).Where(h => h.Length > 0).Distinct();
}
