using System.Security.Cryptography;
using System.Text;
using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>A cell of a row of a table: what it says there, and the place where that stands; a merged cell says the same in each of its rows.</summary>
public readonly record struct PartCell(string Text, int Line, int Column);

/// <summary>What a row between the headings and the end of a table is.</summary>
public enum PartRowKind
{
    Data,

    /// <summary>One text across the table: a theme, or a recommendation over its actions.</summary>
    Section,
    Sum,
}

public sealed record PartRow(int Line, PartRowKind Kind, IReadOnlyList<PartCell> Cells);

/// <summary>A table found on a sheet.</summary>
/// <param name="Headings">One text for each column; of two rows of headings both, the group first.</param>
/// <param name="HeadingLines">Rows in which they stand.</param>
public sealed record SheetPart(int Index, SheetGrid Grid, IReadOnlyList<string> Headings, IReadOnlyList<int> HeadingLines, IReadOnlyList<PartRow> Rows)
{
    public IEnumerable<PartRow> Data => Rows.Where(r => r.Kind == PartRowKind.Data);

    /// <summary>The cells of a column that hold anything, each once.</summary>
    public IEnumerable<string> Column(int column) => Data.Select(r => r.Cells[column]).Where(c => c.Text.Length > 0).DistinctBy(c => (c.Line, c.Column)).Select(c => c.Text);

    /// <summary>By which the next sheet of the same shape is known again.</summary>
    public string Shape => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Headings.Select(SheetField.Fold)))))[..32];

    public bool IsHidden(int column) => Grid.HiddenColumns.Contains(column);
}
