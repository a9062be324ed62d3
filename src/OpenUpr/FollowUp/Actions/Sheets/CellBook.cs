using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>What became of a cell.</summary>
public enum CellFate
{
    /// <summary>It is not taken; its reason says why.</summary>
    Listed,

    /// <summary>Its words stand in a note of the action.</summary>
    Noted,

    Taken,
}

/// <summary>A cell of the file and what becomes of it.</summary>
/// <param name="Sheet">Empty for a file of text.</param>
/// <param name="Column">From 0.</param>
/// <param name="Reason">A code, for a cell that is listed.</param>
/// <param name="Detail">The part of it that is meant; null for the whole.</param>
public sealed record CellLine(string Sheet, int Line, int Column, string Text, CellFate Fate, string Reason, string? Detail = null)
{
    public string Address => SheetGrid.Address(Line, Column);
}

/// <summary>Every cell of a file with what becomes of it, so that nothing is dropped without a word. A cell starts as one that no table has.</summary>
internal sealed class CellBook
{
    private readonly Dictionary<(SheetGrid Grid, int Line, int Column), CellLine> _cells = [];
    private readonly HashSet<(SheetGrid, int, int)> _final = [];

    public CellBook(IReadOnlyList<SheetGrid> grids)
    {
        foreach (var grid in grids)
        {
            foreach (var (line, column, text) in grid.Cells)
            {
                _cells[(grid, line, column)] = new CellLine(grid.Name, line, column, text, CellFate.Listed, "outside");
            }
        }
    }

    public IReadOnlyList<CellLine> Lines => [.. _cells.Values];

    public string? ReasonOf(SheetGrid grid, int line, int column) => _cells.GetValueOrDefault((grid, line, column))?.Reason;

    /// <summary>A reason for a cell that nothing took so far.</summary>
    public void Leave(SheetGrid grid, int line, int column, string reason, string? detail = null) => Change(grid, line, column, c => c.Fate == CellFate.Listed ? c with { Reason = reason, Detail = detail } : c);

    public void Take(SheetGrid grid, PartCell cell, CellFate fate = CellFate.Taken) => Change(grid, cell.Line, cell.Column, c => c.Fate < fate ? c with { Fate = fate, Reason = "", Detail = null } : c);

    /// <summary>Named in any case: a part of it was not taken.</summary>
    public void Name(SheetGrid grid, PartCell cell, string reason, string? detail = null)
    {
        Change(grid, cell.Line, cell.Column, c => c with { Fate = CellFate.Listed, Reason = reason, Detail = detail });
        _final.Add((grid, cell.Line, cell.Column));
    }

    private void Change(SheetGrid grid, int line, int column, Func<CellLine, CellLine> change)
    {
        if (_cells.TryGetValue((grid, line, column), out var cell) && !_final.Contains((grid, line, column)))
        {
            _cells[(grid, line, column)] = change(cell);
        }
    }
}
