using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Export;

/// <summary>A column of an exported statistic.</summary>
/// <param name="Width">In characters, for a spreadsheet.</param>
public sealed record StatisticColumn(string Name, int Width);

/// <summary>
/// A statistic as rows of cells, the same in every form: what is counted by one field, or by two as one row for each pair of
/// values that occurs. A cell is a string, a whole number, a share from 0 to 1 as a decimal, or true.
/// </summary>
/// <param name="What">What the rows are, in a few words, such as "counted by issue".</param>
/// <param name="Facts">What a workbook says of the whole.</param>
/// <param name="Grid">A second sheet of a workbook: the two fields as rows and columns; null where there is one.</param>
public sealed record StatisticList(
    string What, World World, IReadOnlyList<StatisticColumn> Columns, IReadOnlyList<object?[]> Rows, IReadOnlyList<(string Label, object Value)> Facts, StatisticList? Grid = null)
{
    private const int Decimals = 6;
    private const int KeyWidth = 34;
    private const int LabelWidth = 44;

    public static StatisticList Of(StatisticTable table, World world) => new(
        $"counted by {StatisticFields.NameOf(table.By)}", world,
        WithWorld([
            new("key", KeyWidth), new("label", LabelWidth), new("count", 9), new("share", 9), new("supported", 11), new("noted", 9), new("pending", 9),
            .. table.Total.Actions.Select((_, i) => new StatisticColumn($"action{i + 1}", 9)),
        ], world),
        [.. table.Rows.Select(r => WithWorld(
            [r.Key, r.Label, r.Count, Share(r.Count, table.Total.Count), r.Supported, r.Noted, r.Pending, .. r.Actions.Cast<object?>()], world))],
        [.. FactsOf(table.Unit, table.Total.Count, [table.By]), ("Without", $"{table.Without} carry no value here and are in no row"), ("Rows", table.Rows.Count)]);

    public static StatisticList Of(StatisticMatrix matrix, World world) => new(
        $"counted by {StatisticFields.NameOf(matrix.RowField)} and {StatisticFields.NameOf(matrix.ColumnField)}", world,
        WithWorld([
            new("key", KeyWidth), new("label", LabelWidth), new("acrossKey", KeyWidth), new("acrossLabel", LabelWidth), new("count", 9), new("share", 9), new("shareOfKey", 12),
        ], world),
        [.. Cells(matrix).Select(c => WithWorld(
            [c.Row.Key, c.Row.Label, c.Column.Key, c.Column.Label, c.Count, Share(c.Count, matrix.Total), Share(c.Count, c.Row.Count)], world))],
        FactsOf(matrix.Unit, matrix.Total, [matrix.RowField, matrix.ColumnField]),
        GridOf(matrix, world));

    /// <summary>Row by row, and within a row the highest count first, then by key. What does not occur together is left out.</summary>
    private static IEnumerable<(StatisticHead Row, StatisticHead Column, int Count)> Cells(StatisticMatrix matrix) => matrix.Rows.SelectMany((row, r) =>
        matrix.Columns.Select((column, c) => (Row: row, Column: column, Count: matrix.Cells[r][c]))
            .Where(cell => cell.Count > 0).OrderByDescending(cell => cell.Count).ThenBy(cell => cell.Column.Key, StringComparer.Ordinal));

    private static StatisticList GridOf(StatisticMatrix matrix, World world) => new(
        "as a grid", world,
        [new(StatisticFields.NameOf(matrix.RowField), LabelWidth), .. matrix.Columns.Select(c => new StatisticColumn(c.Label, Math.Clamp(c.Label.Length + 2, 9, LabelWidth))), new("all", 9)],
        [.. matrix.Rows.Select((row, r) => (object?[])[row.Label, .. matrix.Cells[r].Cast<object?>(), row.Count])], []);

    private static IReadOnlyList<(string Label, object Value)> FactsOf(CountUnit unit, int total, IReadOnlyList<string> fields)
    {
        var several = fields.Where(f => StatisticFields.HasSeveral(f, unit)).Select(StatisticFields.NameOf).ToList();
        return
        [
            ("All that was found", total),
            ("Share", "Part of all that was found"),
            .. several.Count == 0 ? [] : new (string, object)[] { ("Adding up", $"One can count under more than one {string.Join(" and ", several)}, so rows may add up to more than all that was found") },
        ];
    }

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : Math.Round((decimal)part / whole, Decimals);

    private static StatisticColumn[] WithWorld(StatisticColumn[] columns, World world) => world == World.Demo ? [.. columns, new("fictional", 10)] : columns;

    private static object?[] WithWorld(object?[] cells, World world) => world == World.Demo ? [.. cells, true] : cells;
}
