using System.Security.Cryptography;
using System.Text;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Sheets;

public enum SheetActionVerdict
{
    New,
    Changed,

    /// <summary>The matrix says it already.</summary>
    Same,
}

/// <summary>An action of a sheet and what would become of it.</summary>
/// <param name="Line">Of the sheet, from 1.</param>
/// <param name="Numbers">Recommendations that it serves, as people name them.</param>
/// <param name="Action">The one of the matrix; null for a new one.</param>
/// <param name="Fields">What would change in one that is there.</param>
/// <param name="Progress">A report of what was done; null for none, or one that is there already.</param>
public sealed record PlannedLine(string Sheet, int Line, SheetActionVerdict Verdict, ActionText Text, IReadOnlyList<string> Numbers, ActionRow? Action, IReadOnlyList<ChangedField> Fields, string? Progress)
{
    internal IReadOnlyList<long> Rows { get; init; } = [];

    internal IReadOnlyList<IndicatorWish> Indicators { get; init; } = [];

    internal int? Percent { get; init; }

    internal string? Obstacles { get; init; }

    internal ActionEntry? Entry { get; init; }

    public int NewIndicators => Indicators.Count;
}

/// <summary>What taking a file would do: every action and every cell of it.</summary>
/// <param name="Matrix">Actions that the matrix had.</param>
public sealed record SheetPlan(IReadOnlyList<PlannedLine> Lines, IReadOnlyList<CellLine> Cells, int Matrix)
{
    public int Count(SheetActionVerdict verdict) => Lines.Count(l => l.Verdict == verdict);

    public int Count(CellFate fate) => Cells.Count(c => c.Fate == fate);

    /// <summary>Cells that are not taken, in the file's order.</summary>
    public IEnumerable<CellLine> Left => Cells.Where(c => c.Fate == CellFate.Listed);

    public bool IsNothing => Lines.All(l => l.Verdict == SheetActionVerdict.Same);

    /// <summary>What was shown: another one means that the matrix changed meanwhile.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines.Select(l => $"{l.Sheet} {l.Line} {l.Verdict} {l.Action?.Action.Id} {l.Action?.Entry.Number} {string.Join(',', l.Rows)} {l.NewIndicators} {l.Progress?.Length} {string.Join(',', l.Fields.Select(f => f.Field))}")))))[..16];
}

/// <summary>Compares the actions of a sheet with the matrix: what is new, what goes on, what is there already. An empty cell never takes a text away, and what stood there before never comes back.</summary>
internal sealed class SheetCompare(SheetContext context, ILookup<long, ActionEntry> history, ILookup<long, ProgressReport> reports, CellBook book)
{
    private readonly HashSet<long> _claimed = [];
    private readonly ILookup<string, ActionRow> _byText = context.Matrix.Actions.ToLookup(a => SheetField.Fold(a.Entry.Text));

    public SheetPlan Compare(IReadOnlyList<SheetAction> actions)
    {
        var twins = actions.GroupBy(a => SheetField.Fold(a.Text)).ToDictionary(g => g.Key, g => g.Count());
        var lines = new List<PlannedLine>();
        foreach (var action in actions)
        {
            if (Line(action, twins[SheetField.Fold(action.Text)] == 1) is { } line)
            {
                lines.Add(line);
            }
        }

        return new SheetPlan(lines, book.Lines, context.Matrix.Actions.Count);
    }

    private PlannedLine? Line(SheetAction action, bool isOnly)
    {
        if (action.To < action.From)
        {
            (action.From, action.To) = (null, null);
            action.TimeCells.ForEach(c => book.Name(action.Part.Grid, c, "order"));
        }

        action.TimeCells.ForEach(c => book.Take(action.Part.Grid, c));
        Fit(action);
        var (fields, typed) = (new Fields(), action.Typed());
        var entry = ActionReading.Read(fields, typed, "");
        if (fields.Wrong is { } wrong)
        {
            action.Cells.ForEach(c => book.Leave(action.Part.Grid, c.Line, c.Column, wrong.Refused == Refusal.TooLong ? "too-long" : "refused", wrong.Field));
            action.Noted.ForEach(n => book.Leave(action.Part.Grid, n.Cell.Line, n.Cell.Column, "refused"));
            return null;
        }

        action.Cells.ForEach(c => book.Take(action.Part.Grid, c));
        action.Noted.ForEach(n => book.Take(action.Part.Grid, n.Cell, CellFate.Noted));
        var there = Find(action, isOnly);
        var (progress, percent, obstacles) = (action.Of(ActionColumns.Progress), action.Percent, action.Of(ActionColumns.Obstacles));
        var done = progress ?? obstacles ?? (percent is { } p ? FormattableString.Invariant($"{p}%") : null);
        var isTold = there is not null && done is not null && reports[there.Action.Id].Any(r => r.Done == done && r.Percent == percent);
        var line = there is null ? New(action, entry, typed) : Changed(action, there, entry);
        line = line with { Progress = isTold ? null : done, Percent = percent, Obstacles = progress is null ? null : obstacles };
        return line.Verdict == SheetActionVerdict.Same && line.Progress is not null ? line with { Verdict = SheetActionVerdict.Changed } : line;
    }

    /// <summary>Words that do not fit into the note stay out of it and are named.</summary>
    private void Fit(SheetAction action)
    {
        while (action.Noted.Count > 0 && action.Typed().Note!.Length > Fields.Note)
        {
            book.Name(action.Part.Grid, action.Noted[^1].Cell, "too-long");
            action.Noted.RemoveAt(action.Noted.Count - 1);
        }
    }

    /// <summary>The action of the matrix with these words: of this ministry, or the only one.</summary>
    private ActionRow? Find(SheetAction action, bool isOnly)
    {
        var all = _byText[SheetField.Fold(action.Text)].Where(a => !_claimed.Contains(a.Action.Id)).ToList();
        var same = all.Where(a => SheetField.Fold(a.Entry.Ministry ?? "") == SheetField.Fold(action.Ministry ?? "")).ToList();
        var found = same.Find(a => a.Entry.To == action.To) ?? same.FirstOrDefault() ?? (all.Count == 1 && isOnly ? all[0] : null);
        if (found is not null)
        {
            _claimed.Add(found.Action.Id);
        }

        return found;
    }

    private PlannedLine New(SheetAction action, ActionEntry entry, ActionText typed) =>
        new(action.Part.Grid.Name, action.Line, SheetActionVerdict.New, typed, Names(action), null, [], null) { Rows = action.Rows, Indicators = action.Indicators, Entry = entry };

    private PlannedLine Changed(SheetAction action, ActionRow there, ActionEntry mine)
    {
        var (now, before) = (there.Entry, history[there.Action.Id].Where(e => e.Number < there.Entry.Number).ToList());
        var changed = new List<ChangedField>();
        T? Pick<T>(string name, T? said, T? stands, Func<ActionEntry, T?> of, Func<T?, string?> text)
        {
            if (said is null || Equals(said, stands) || (stands is not null && before.Any(e => Equals(of(e), said))))
            {
                return stands;
            }

            changed.Add(new ChangedField(name, text(stands), text(said)));
            return said;
        }

        string? Words(string name, string? said, string? stands, Func<ActionEntry, string?> of) => Pick(name, said, stands, of, t => t);
        DateOnly? Day(string name, DateOnly? said, DateOnly? stands, Func<ActionEntry, DateOnly?> of) => Pick(name, said, stands, of, d => d?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var entry = new ActionEntry
        {
            Text = now.Text, Ministry = Words("ministry", mine.Ministry, now.Ministry, e => e.Ministry), Actors = Words("actors", Lines(now.Actors, mine.Actors), now.Actors, e => e.Actors), From = Day("from", mine.From, now.From, e => e.From),
            To = Day("to", mine.To, now.To, e => e.To), Targets = Words("targets", mine.Targets, now.Targets, e => e.Targets), Plans = Words("plans", mine.Plans, now.Plans, e => e.Plans), Assistance = Words("assistance", mine.Assistance, now.Assistance, e => e.Assistance),
            Law = Words("law", mine.Law, now.Law, e => e.Law), Budget = Words("budget", mine.Budget, now.Budget, e => e.Budget), Committee = Words("committee", mine.Committee, now.Committee, e => e.Committee),
            Note = Words("note", Lines(now.Note, mine.Note) is { Length: <= Fields.Note } note ? note : null, now.Note, e => e.Note), State = action.State is null ? now.State : Words("state", mine.State, now.State, e => e.State)!, ClientId = "",
        };
        if (entry.To < entry.From)
        {
            (entry.From, entry.To) = (now.From, now.To);
            changed.RemoveAll(f => f.Field is "from" or "to");
            action.TimeCells.ForEach(c => book.Name(action.Part.Grid, c, "order"));
        }

        List<long> rows = [.. action.Rows.Except(there.Rows.Select(r => r.Row.Id))];
        if (rows.Count > 0)
        {
            changed.Add(new ChangedField("recommendations", null, string.Join(", ", rows.Select(NameOf))));
        }

        var known = there.Indicators.Select(i => SheetField.Fold(i.Name)).ToHashSet();
        List<IndicatorWish> indicators = [.. action.Indicators.Where(i => !known.Contains(SheetField.Fold(i.Name!)))];
        if (indicators.Count > 0)
        {
            changed.Add(new ChangedField("indicators", null, string.Join('\n', indicators.Select(i => i.Name))));
        }

        return new PlannedLine(action.Part.Grid.Name, action.Line, changed.Count > 0 ? SheetActionVerdict.Changed : SheetActionVerdict.Same, ActionText.Of(entry), Names(action), there, changed, null)
        {
            Rows = rows, Indicators = indicators, Entry = entry,
        };
    }

    /// <summary>What stands there, and below it the lines that are new: others' lines are not taken away.</summary>
    private static string? Lines(string? stands, string? said)
    {
        if (said is null || stands is null)
        {
            return said;
        }

        var there = stands.Split('\n').Select(SheetField.Fold).ToHashSet();
        return string.Join('\n', said.Split('\n').Where(l => !there.Contains(SheetField.Fold(l))).Prepend(stands));
    }

    private IReadOnlyList<string> Names(SheetAction action) => [.. action.Rows.Select(NameOf)];

    private string NameOf(long id) => context.Row(id).Row is var row && row.Number is { } number ? number : FormattableString.Invariant($"#{row.Place}");
}
