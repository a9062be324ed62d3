using System.Globalization;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>
/// Finds the tables on sheets: titles above them, headings in one row or two, merged cells, sections and sums between the rows, a second table further down. It only reads what stands there;
/// what a column is, <see cref="SheetGuess"/> says and a person corrects.
/// </summary>
public static class SheetParts
{
    /// <summary>Rows among which the first headings are looked for.</summary>
    private const int Highest = 15;

    private const int LongestHeading = 80;

    private static readonly string[] s_sums = ["total", "totals", "subtotal", "sub total", "grand total", "sous total", "total general", "total generale", "suma", "summe", "totaux", "totales"];

    public static IReadOnlyList<SheetPart> Find(IReadOnlyList<SheetGrid> grids)
    {
        var parts = new List<SheetPart>();
        foreach (var grid in grids)
        {
            AddOf(grid, parts);
        }

        return parts;
    }

    private static void AddOf(SheetGrid grid, List<SheetPart> parts)
    {
        var rows = grid.Rows;
        var starts = Starts(grid);
        foreach (var (i, start) in starts.Index())
        {
            var (top, bottom) = HeadingSpan(grid, start);
            var end = i + 1 < starts.Count ? HeadingSpan(grid, starts[i + 1]).Top : rows.Count;
            var width = rows.Skip(top).Take(end - top).Max(r => Width(grid, r));
            var lines = rows.Skip(top).Take(bottom - top + 1).Select(r => r.Line).ToList();
            var headings = Enumerable.Range(0, width).Select(c => Heading(grid, lines, c)).ToList();
            var data = rows.Skip(bottom + 1).Take(end - bottom - 1).Select(r => Row(grid, r.Line, width, headings)).ToList();
            parts.Add(new SheetPart(parts.Count, grid, headings, lines, data));
        }
    }

    /// <summary>The index of the row of headings of each table.</summary>
    private static List<int> Starts(SheetGrid grid)
    {
        var rows = grid.Rows;
        if (rows.Count < 2)
        {
            return [];
        }

        var named = rows.Select((r, i) => (Index: i, Exact: Exact(r))).ToList();
        var best = named.Take(Highest).MaxBy(n => n.Exact);
        var first = best.Exact > 0 ? best.Index : FirstOfTable(grid);
        return [first, .. named.Where(n => n.Index > first + 1 && n.Index < rows.Count - 1 && n.Exact >= 2 && rows[n.Index].Cells.All(c => c.Length <= LongestHeading)).Select(n => n.Index)];
    }

    private static int Exact(SheetRow row) => row.Cells.Where(c => c.Length is > 0 and <= LongestHeading).Distinct().Count(c => ActionColumns.IsHeading(c) || (row.Filled > 2 && c.Split('\n', '/', '(').Any(ActionColumns.IsHeading)));

    /// <summary>Where no heading is known: the first row that is as wide as most are and not merged across.</summary>
    private static int FirstOfTable(SheetGrid grid)
    {
        var most = grid.Rows.GroupBy(r => r.Filled).MaxBy(g => (g.Count(), g.Key))!.Key;
        return Math.Max(0, grid.Rows.Take(Highest).ToList().FindIndex(r => r.Filled >= Math.Max(2, most - 2)));
    }

    /// <summary>With a row of groups above, or of single columns below.</summary>
    private static (int Top, int Bottom) HeadingSpan(SheetGrid grid, int start)
    {
        var rows = grid.Rows;
        var (top, bottom) = (start, start);
        if (start + 2 < rows.Count && rows[start + 1].Line == rows[start].Line + 1 && IsBelow(grid, rows[start], rows[start + 1]))
        {
            bottom++;
        }
        else if (start > 0 && rows[start - 1].Line == rows[start].Line - 1 && IsBelow(grid, rows[start - 1], rows[start]) && rows[start - 1].Filled > 1)
        {
            top--;
        }

        return (top, bottom);
    }

    /// <summary>Whether the lower row parts what the upper one groups: under a merged heading, or an empty place beside a filled one, stand two headings.</summary>
    private static bool IsBelow(SheetGrid grid, SheetRow upper, SheetRow lower)
    {
        if (lower.Cells.Any(c => c.Length > LongestHeading || SheetSpans.Looks(c) || c.Any(char.IsAsciiDigit)))
        {
            return false;
        }

        var across = grid.Merges.Where(m => m.Top == upper.Line && m.Bottom == upper.Line && m.Right > m.Left).ToList();
        bool Splits(CellArea m) => Enumerable.Range(m.Left, m.Right - m.Left + 1).Count(c => Cell(lower, c).Length > 0) > 1;
        if (across.Any(Splits))
        {
            // Under a heading of its own stands nothing, or the heading goes on.
            return true;
        }

        return grid.Merges.Count == 0 && Exact(lower) > 0 && Enumerable.Range(1, lower.Cells.Count - 1).Any(c => Cell(upper, c).Length == 0 && Cell(lower, c).Length > 0 && Cell(upper, c - 1).Length > 0 && Cell(lower, c - 1).Length > 0)
            && Enumerable.Range(0, lower.Cells.Count).Any(c => Cell(lower, c).Length == 0 && Cell(upper, c).Length > 0);
    }

    private static string Heading(SheetGrid grid, List<int> lines, int column)
    {
        var parts = new List<string>();
        foreach (var (i, line) in lines.Index())
        {
            var text = grid.MergeAt(line, column) is { } m ? grid.At(m.Top, m.Left) : grid.At(line, column);
            if (text.Length == 0 && i == 0 && lines.Count > 1 && grid.Merges.Count == 0 && At(grid, lines[1], column).Text.Length > 0)
            {
                // Without merged cells the group stands over its first column alone.
                text = Enumerable.Range(0, column).Reverse().Select(c => At(grid, line, c).Text).FirstOrDefault(t => t.Length > 0) ?? "";
            }

            if (text.Length > 0 && !parts.Contains(text))
            {
                parts.Add(text);
            }
        }

        return string.Join(" / ", parts);
    }

    private static PartRow Row(SheetGrid grid, int line, int width, List<string> headings)
    {
        var cells = Enumerable.Range(0, width).Select(c => At(grid, line, c)).ToList();
        var own = cells.Where(c => c.Text.Length > 0).DistinctBy(c => (c.Line, c.Column)).ToList();
        return new PartRow(line, IsSum(own) ? PartRowKind.Sum : IsSection(grid, own, line, headings) ? PartRowKind.Section : PartRowKind.Data, cells);
    }

    private static bool IsSum(List<PartCell> own)
    {
        var first = own.Count > 0 ? SheetField.Fold(own[0].Text) : "";
        return s_sums.Any(s => first == s || (first.StartsWith(s + " ", StringComparison.Ordinal) && own.Skip(1).All(c => decimal.TryParse(c.Text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out _))));
    }

    private static bool IsSection(SheetGrid grid, List<PartCell> own, int line, List<string> headings) =>
        own is [var one] && one.Line == line && headings.Count(h => h.Length > 0) > 2
        && (grid.MergeAt(one.Line, one.Column) is { } m ? m.Right - m.Left >= 2 : one.Column == 0 || grid.Rows.First(r => r.Line == line).Filled == 1);

    /// <summary>What a place says; a merged cell says it in all its rows, and of a row in its first place alone.</summary>
    private static PartCell At(SheetGrid grid, int line, int column) =>
        grid.MergeAt(line, column) is not { } m ? new PartCell(grid.At(line, column), line, column) : new PartCell(column == m.Left ? grid.At(m.Top, m.Left) : "", m.Top, column == m.Left ? m.Left : column);

    private static int Width(SheetGrid grid, SheetRow row) => row.Cells.Index().LastOrDefault(c => c.Item.Length > 0).Index + 1;

    private static string Cell(SheetRow row, int column) => column < row.Cells.Count ? row.Cells[column] : "";
}
