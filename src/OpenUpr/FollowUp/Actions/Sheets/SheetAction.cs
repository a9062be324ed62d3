using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>An action as a sheet says it, gathered from one row or several.</summary>
internal sealed class SheetAction(SheetPart part, int line, string text)
{
    public SheetPart Part => part;

    /// <summary>The row where it begins.</summary>
    public int Line => line;

    public string Text { get; set; } = text;

    public List<long> Rows { get; } = [];

    public string? Ministry { get; set; }

    public List<string> Actors { get; } = [];

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? State { get; set; }

    public int? Percent { get; set; }

    public List<IndicatorWish> Indicators { get; } = [];

    /// <summary>Longer texts by field: progress, obstacles, assistance, budget, law, committee, targets, plans, note.</summary>
    public Dictionary<string, List<string>> Texts { get; } = [];

    /// <summary>Cells that it was read from.</summary>
    public List<PartCell> Cells { get; } = [];

    public List<PartCell> TimeCells { get; } = [];

    /// <summary>Cells whose words stand in the note.</summary>
    public List<(PartCell Cell, string Note)> Noted { get; } = [];

    public string? Of(string field) => Texts.TryGetValue(field, out var all) ? string.Join('\n', all.Distinct()) : null;

    /// <summary>By which two rows say the same action.</summary>
    public (string, string, DateOnly?, DateOnly?) Key => (SheetField.Fold(Text), SheetField.Fold(Ministry ?? ""), From, To);

    public ActionText Typed() => new(Text)
    {
        Ministry = Ministry, Actors = Actors.Count == 0 ? null : string.Join('\n', Actors.Distinct()), From = Day(From), To = Day(To), Targets = Of(ActionColumns.Goals), Plans = Of(ActionColumns.Plans), Assistance = Of(ActionColumns.Assistance),
        Law = Of(ActionColumns.Law), Budget = Of(ActionColumns.Budget), Committee = Of(ActionColumns.Committee), Note = NoteText(), State = State ?? Storage.ActionEntry.Planned,
    };

    public void Join(SheetAction other)
    {
        Rows.AddRange(other.Rows.Except(Rows));
        Actors.AddRange(other.Actors.Except(Actors));
        Indicators.AddRange(other.Indicators.Where(i => Indicators.All(x => SheetField.Fold(x.Name!) != SheetField.Fold(i.Name!))));
        foreach (var (field, texts) in other.Texts)
        {
            Texts.TryAdd(field, []);
            Texts[field].AddRange(texts.Except(Texts[field]));
        }

        (State, Percent) = (State ?? other.State, Percent ?? other.Percent);
        Cells.AddRange(other.Cells);
        Noted.AddRange(other.Noted.Where(n => Noted.All(x => x.Note != n.Note)));
    }

    private string? NoteText() => string.Join('\n', (Texts.GetValueOrDefault(ActionColumns.Note) ?? []).Concat(Noted.Select(n => n.Note)).Distinct()) is { Length: > 0 } note ? note : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
