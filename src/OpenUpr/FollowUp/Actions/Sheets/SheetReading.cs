using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>Reads the actions of a file with what a person chose, and says of every cell what becomes of it. Pure.</summary>
internal sealed class SheetReading
{
    private const int LongestAcronym = 8;

    /// <summary>As many digits as a store keeps exactly.</summary>
    private const decimal Most = 1_000_000_000_000m;

    private readonly SheetContext _context;
    private readonly SheetChoices _choices;
    private readonly List<SheetAction> _actions = [];
    private SheetPart _part = null!;
    private PartRow _row = null!;
    private PartChoices _chosen = PartChoices.None;
    private Dictionary<int, SheetSpans> _spans = [];
    private (IReadOnlyList<long> Ids, List<PartCell> Cells) _above = ([], []);
    private (SheetAction Action, HashSet<(int, int)> At)? _last;

    private SheetReading(SheetContext context, SheetChoices choices, CellBook book) => (_context, _choices, Book) = (context, choices, book);

    public CellBook Book { get; }

    public static (IReadOnlyList<SheetAction> Actions, CellBook Book) Read(IReadOnlyList<SheetGrid> grids, IReadOnlyList<SheetPart> parts, SheetContext context, SheetChoices choices)
    {
        var reading = new SheetReading(context, choices, new CellBook(grids));
        foreach (var part in parts)
        {
            reading.Read(part, choices.Parts[part.Index]);
        }

        return (reading.Merged(), reading.Book);
    }

    private void Read(SheetPart part, PartChoices chosen)
    {
        (_part, _chosen, _above, _last) = (part, chosen, ([], []), null);
        _spans = chosen.Columns.Where(c => c.Value is ActionColumns.From or ActionColumns.To).ToDictionary(c => c.Key, c => new SheetSpans([.. part.Column(c.Key)], chosen.DayFirst.TryGetValue(c.Key, out var first) ? first : null));
        Headings();
        foreach (var row in part.Rows)
        {
            _row = row;
            switch (row.Kind)
            {
                case var _ when !chosen.IsTaken:
                    Leave(row, part.Grid.IsHidden ? "hidden-sheet" : "table");
                    break;
                case PartRowKind.Sum:
                    Leave(row, "sum");
                    break;
                case PartRowKind.Section:
                    Section(row);
                    break;
                default:
                    Data(row);
                    break;
            }
        }
    }

    private void Headings()
    {
        var first = _part.HeadingLines[0];
        foreach (var (line, column, _) in _part.Grid.Cells.Where(c => c.Line < first))
        {
            // Above the first table of a sheet; below it an earlier table said already what becomes of a cell.
            if (Book.ReasonOf(_part.Grid, line, column) == "outside")
            {
                Book.Leave(_part.Grid, line, column, "title");
            }
        }

        foreach (var (line, column, _) in _part.Grid.Cells.Where(c => _part.HeadingLines.Contains(c.Line)))
        {
            var area = _part.Grid.MergeAt(line, column);
            var columns = Enumerable.Range(column, (area?.Right ?? column) - column + 1).ToList();
            var isUsed = _chosen.IsTaken && (columns.Any(_chosen.Columns.ContainsKey) || (_choices.KeepsNotes && columns.Any(c => !_part.IsHidden(c))) || (line == first && _part.HeadingLines.Count > 1));
            if (isUsed)
            {
                Book.Take(_part.Grid, new PartCell("", line, column));
            }
            else
            {
                Book.Leave(_part.Grid, line, column, !_chosen.IsTaken ? _part.Grid.IsHidden ? "hidden-sheet" : "table" : _part.IsHidden(column) ? "hidden-column" : "column");
            }
        }
    }

    private void Leave(PartRow row, string reason)
    {
        foreach (var cell in row.Cells.Where(c => c.Text.Length > 0))
        {
            Book.Leave(_part.Grid, cell.Line, cell.Column, reason);
        }
    }

    /// <summary>A recommendation over its actions, or a theme.</summary>
    private void Section(PartRow row)
    {
        var cell = row.Cells.First(c => c.Text.Length > 0);
        var found = _context.Find(null, cell.Text);
        if (found is { Ids.Count: > 0, Missing.Count: 0 })
        {
            if (_choices.IsBare && _chosen.Columns.TryGetValue(cell.Column, out var field) && field is ActionColumns.Number or ActionColumns.Recommendation)
            {
                Data(row);
                return;
            }

            _above = (found.Ids, [cell]);
            Book.Leave(_part.Grid, cell.Line, cell.Column, "no-action");
        }
        else if (_chosen.Columns.TryGetValue(cell.Column, out var what) && what == ActionColumns.Action && _part.Grid.MergeAt(cell.Line, cell.Column) is null)
        {
            Data(row);
        }
        else
        {
            _above = ([], []);
            Book.Leave(_part.Grid, cell.Line, cell.Column, "section");
        }
    }

    private void Data(PartRow row)
    {
        var at = row.Cells.Index().Where(c => c.Item.Text.Length > 0).Select(c => (c.Index, Cell: c.Item, Field: _chosen.Columns.GetValueOrDefault(c.Index))).ToList();
        List<PartCell> Of(string field) => [.. at.Where(a => a.Field == field).Select(a => a.Cell)];
        var named = Of(ActionColumns.Number).Concat(Of(ActionColumns.Recommendation)).ToList();
        var ids = named.Count > 0 ? Recommendations(Of(ActionColumns.Number), Of(ActionColumns.Recommendation)) : _choices.FillsDown ? _above.Ids : [];
        var said = Of(ActionColumns.Action);
        var text = said.Count > 0 ? string.Join('\n', said.Select(c => c.Text)) : _choices.IsBare && named.Count > 0 && ids.Count > 0 ? _context.Row(ids[0]).Row.Text : null;
        if (named.Count > 0)
        {
            _above = (ids, named);
        }

        var isOn = _last is { } last && (text is null ? named.All(c => last.Action.Cells.Contains(c)) && at.Any(a => a.Field is not null) : said.Count > 0 && said.All(c => last.At.Contains((c.Line, c.Column))));
        if (text is null && !isOn)
        {
            Leave(row, "no-action");
            foreach (var cell in at.Where(a => a.Field is null))
            {
                Book.Leave(_part.Grid, cell.Cell.Line, cell.Cell.Column, "no-action");
            }

            return;
        }

        var action = isOn ? _last!.Value.Action : new SheetAction(_part, row.Line, text!);
        action.Rows.AddRange(ids.Except(action.Rows));
        action.Cells.AddRange(said.Concat(named).Concat(named.Count == 0 && ids.Count > 0 ? _above.Cells : []));
        foreach (var (column, cell, field) in at.Where(a => a.Field is not (ActionColumns.Action or ActionColumns.Number or ActionColumns.Recommendation)))
        {
            One(action, column, cell, field, isOn);
        }

        if (!isOn)
        {
            _actions.Add(action);
            _last = (action, [.. said.Select(c => (c.Line, c.Column))]);
        }
    }

    private IReadOnlyList<long> Recommendations(List<PartCell> numbers, List<PartCell> texts)
    {
        var (number, text) = (numbers.Count == 0 ? null : string.Join(' ', numbers.Select(c => c.Text)), texts.Count == 0 ? null : string.Join('\n', texts.Select(c => c.Text)));
        var found = _context.Find(number, text);
        foreach (var (cells, isNumber) in new[] { (numbers, true), (texts, false) })
        {
            foreach (var cell in cells)
            {
                var missing = found.Missing.Where(m => cell.Text.Contains(m, StringComparison.Ordinal) || SheetContext.Numbers(cell.Text).Contains(m)).ToList();

                // A number that is none of the review's beside words that are found, or words beside a number that is, needs nobody.
                if ((missing.Count > 0 || (isNumber && SheetContext.Numbers(cell.Text).Count == 0)) && !(found.Ids.Count > 0 && isNumber && texts.Count > 0 && _context.Find(null, text).Ids.Count > 0))
                {
                    Book.Name(_part.Grid, cell, isNumber && missing.Count == 0 && found.Ids.Count > 0 ? "label" : "not-found", missing.Count > 0 && missing[0] != cell.Text ? string.Join(", ", missing) : null);
                }
            }
        }

        return found.Ids;
    }

    private void One(SheetAction action, int column, PartCell cell, string? field, bool isOn)
    {
        var reason = field switch
        {
            null => _part.IsHidden(column) ? "hidden-column" : "column",
            ActionColumns.Ministry => Ministry(action, cell.Text),
            ActionColumns.Actors => Actors(action, cell.Text),
            ActionColumns.From or ActionColumns.To => Time(action, column, cell, field),
            ActionColumns.Status => State(action, cell.Text),
            ActionColumns.Percent => Percent(action, cell.Text),
            ActionColumns.Indicator => Indicator(action, column, cell),
            ActionColumns.Baseline or ActionColumns.Target or ActionColumns.Source => _chosen.Has(ActionColumns.Indicator) && _chosen.Of(ActionColumns.Indicator).Any(c => _row.Cells[c].Text.Length > 0) ? Measure(field, cell.Text) : "no-indicator",
            ActionColumns.Goals => SdgTargets.Read(Goals(cell.Text)) is { Count: > 0 } ? Words(action, field, Goals(cell.Text)) : "goal",
            _ => Words(action, field, cell.Text),
        };
        if (reason is null)
        {
            action.Cells.Add(cell);
            if (field is ActionColumns.Note)
            {
                Book.Take(_part.Grid, cell, CellFate.Noted);
            }
        }
        else if (_choices.KeepsNotes && reason is not ("hidden-column" or "ambiguous"))
        {
            action.Noted.Add((cell, $"{(_part.Headings[column].Length > 0 ? _part.Headings[column] : SheetGrid.Address(cell.Line, column))}: {cell.Text}"));
        }
        else
        {
            Book.Leave(_part.Grid, cell.Line, cell.Column, reason);
        }
    }

    private static string? Words(SheetAction action, string field, string text)
    {
        action.Texts.TryAdd(field, []);
        action.Texts[field].Add(text);
        return null;
    }

    private string? Ministry(SheetAction action, string text)
    {
        foreach (var name in Names(text))
        {
            if (action.Ministry is null)
            {
                action.Ministry = name;
            }
            else if (!string.Equals(action.Ministry, name, StringComparison.OrdinalIgnoreCase) && !action.Actors.Contains(name))
            {
                action.Actors.Add(name);
            }
        }

        return null;
    }

    private static string? Actors(SheetAction action, string text)
    {
        action.Actors.AddRange(text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.TrimStart('-', '•', ' ')).Where(n => n.Length > 0).Except(action.Actors).ToList());
        return null;
    }

    /// <summary>Several in one cell: by line, semicolon, bar or plus; by comma and slash only where they are short names, since a ministry's own name may have both.</summary>
    private List<string> Names(string text)
    {
        var names = text.Split(['\n', ';', '|', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.TrimStart('-', '•', ' ')).Where(n => n.Length > 0).ToList();
        return [.. names.SelectMany(n => n.Split([',', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } parts && parts.All(p => (p.Length <= LongestAcronym && !p.Contains(' ', StringComparison.Ordinal)) || _context.Ministries.Contains(SheetField.Fold(p))) ? parts : [n])];
    }

    private string? Time(SheetAction action, int column, PartCell cell, string field)
    {
        if (_spans[column].Read(cell.Text) is not { } span)
        {
            return SheetSpans.Asked([cell.Text]).Count > 0 && !_chosen.DayFirst.ContainsKey(column) ? "ambiguous" : "no-date";
        }

        var isEnd = field == ActionColumns.To;
        if (isEnd && action.To is null)
        {
            action.To = span.To ?? span.From;

            // A time of one column that is more than a day says both, unless another column says the beginning.
            if (!_chosen.Has(ActionColumns.From) && span.From != span.To && IsPeriod(cell.Text))
            {
                action.From ??= span.From;
            }
        }
        else if (!isEnd)
        {
            action.From ??= span.From ?? span.To;
        }

        action.TimeCells.Add(cell);
        return null;
    }

    /// <summary>Two times in one cell, and not one month or year, which says the end alone.</summary>
    private static bool IsPeriod(string text) => !SheetSpans.IsOne(text);

    private string? State(SheetAction action, string text)
    {
        var percent = StatusWords.PercentOf(text);
        if (_choices.Words.GetValueOrDefault(StatusWords.Key(text)) is not { Length: > 0 } state)
        {
            return "word";
        }

        (action.State, action.Percent) = (action.State ?? state, action.Percent ?? percent);
        return null;
    }

    private static string? Percent(SheetAction action, string text)
    {
        var number = StatusWords.PercentOf(text) ?? (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) && plain is >= 0 and <= 100 ? (int)Math.Round(plain is > 0 and < 1 ? plain * 100 : plain) : (int?)null);
        action.Percent ??= number;
        return number is null ? "number" : null;
    }

    private string? Indicator(SheetAction action, int column, PartCell cell)
    {
        if (_chosen.Of(ActionColumns.Indicator).First() != column && _row.Cells[_chosen.Of(ActionColumns.Indicator).First()].Text.Length > 0)
        {
            return "column";
        }

        var names = cell.Text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.TrimStart('-', '•', '*', ' ')).Where(n => n.Length > 0).ToList();
        if (names.Any(n => n.Length > Fields.Line))
        {
            return "long-indicator";
        }

        string? Beside(string field) => names.Count == 1 ? _chosen.Of(field).Select(c => _row.Cells[c].Text).FirstOrDefault(t => t.Length > 0) : null;
        var fresh = names.Where(n => action.Indicators.All(i => SheetField.Fold(i.Name!) != SheetField.Fold(n))).ToList();
        action.Indicators.AddRange(fresh.Select(n => new IndicatorWish(n, null, Amount(Beside(ActionColumns.Baseline)), Amount(Beside(ActionColumns.Target)), Beside(ActionColumns.Source) is { Length: <= Fields.Line } source ? source : null, null, null)));
        return null;
    }

    private static string? Measure(string field, string text) => field == ActionColumns.Source ? text.Length <= Fields.Line ? null : "too-long" : Amount(text) is null ? "number" : null;

    private static string? Amount(string? text) => text is not null && decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Most
        ? number.ToString("0.####", CultureInfo.InvariantCulture) : null;

    /// <summary>Without the words that people put before the numbers of goals.</summary>
    private static string Goals(string text) => string.Join(' ', text.Split([' ', '\n', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Where(w => SheetField.Fold(w) is not ("sdg" or "sdgs" or "odd" or "ods" or "goal" or "target" or "cible" or "meta" or "")));

    /// <summary>An action that stands twice, under two recommendations, is one that serves both.</summary>
    private List<SheetAction> Merged()
    {
        var merged = new Dictionary<(string, string, DateOnly?, DateOnly?), SheetAction>();
        foreach (var action in _actions)
        {
            if (!merged.TryAdd(action.Key, action))
            {
                merged[action.Key].Join(action);
                merged[action.Key].TimeCells.AddRange(action.TimeCells);
            }
        }

        return [.. merged.Values];
    }
}
