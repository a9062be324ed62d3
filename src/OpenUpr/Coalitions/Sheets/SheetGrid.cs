using System.Globalization;
using System.Text.Json.Serialization;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>A sheet as a person sees it: rows that hold anything, merged cells, and what is hidden.</summary>
/// <param name="Name">Empty for a file of text.</param>
/// <param name="HiddenColumns">From 0.</param>
public sealed record SheetGrid(string Name, bool IsHidden, IReadOnlyList<SheetRow> Rows, IReadOnlyList<CellArea> Merges, IReadOnlyList<int> HiddenColumns)
{
    private readonly Dictionary<int, SheetRow> _byLine = Rows.ToDictionary(r => r.Line);

    /// <summary>Cells that hold anything.</summary>
    [JsonIgnore]
    public IEnumerable<(int Line, int Column, string Text)> Cells => Rows.SelectMany(r => r.Cells.Index().Where(c => c.Item.Length > 0).Select(c => (r.Line, c.Index, c.Item)));

    /// <summary>What stands there itself; empty for nothing.</summary>
    public string At(int line, int column) => _byLine.TryGetValue(line, out var row) && column < row.Cells.Count ? row.Cells[column] : "";

    /// <summary>The merged cell that a place is part of; null for a cell of its own.</summary>
    public CellArea? MergeAt(int line, int column) => Merges.FirstOrDefault(m => line >= m.Top && line <= m.Bottom && column >= m.Left && column <= m.Right);

    /// <summary>How people call a place: B7.</summary>
    public static string Address(int line, int column)
    {
        var letters = "";
        for (var c = column; c >= 0; c = (c / 26) - 1)
        {
            letters = (char)('A' + (c % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{line}");
    }
}
