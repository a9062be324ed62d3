using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>Reads the actions of a file with what a person chose, and says of every cell what becomes of it. Pure.</summary>
internal sealed class SheetReading
{
    private readonly SheetContext _context;
    private readonly SheetChoices _choices;
    private readonly List<SheetAction> _actions = [];
    private SheetPart _part = null!;
    private PartChoices _chosen = PartChoices.None;
    private CellReading _cells = null!;
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
        _cells = new CellReading(_context, _choices, Book, part, chosen);
        Headings();
        foreach (var row in part.Rows)
        {
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
            _cells.Read(action, row, column, cell, field);
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
