namespace OpenUpr.Drafting.Studio;

/// <summary>Tables of a text: "| a | b |", the first row the head; a row of dashes below it is left out.</summary>
internal static class TableMarks
{
    /// <summary>On a page of A4 more cannot be read. What is beyond stays together in the last one.</summary>
    private const int MaxColumns = 12;

    public static bool IsRow(string line) => line.Length > 2 && line[0] == '|' && line[^1] == '|';

    /// <summary>The table of these lines; null where no cell has a word.</summary>
    public static ComposedBlock? Read(IReadOnlyList<string> lines, InlineMarks inline)
    {
        var cells = lines.Where((line, i) => i != 1 || !IsRule(line)).Select(Cells).ToList();
        var columns = cells.Max(r => r.Count);
        List<IReadOnlyList<IReadOnlyList<ComposedRun>>> rows = [.. cells.Select(row => (IReadOnlyList<IReadOnlyList<ComposedRun>>)[.. Enumerable.Range(0, columns).Select(i => i < row.Count ? inline.Read(row[i]) : [])])];
        return rows.All(r => r.All(c => c.Count == 0)) ? null : new ComposedBlock { Kind = BlockKind.Table, Rows = rows };
    }

    private static bool IsRule(string line) => line.Contains('-', StringComparison.Ordinal) && line.All(c => c is '|' or '-' or ':' or ' ');

    private static List<string> Cells(string line)
    {
        var (cells, from) = (new List<string>(), 1);
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '|' && line[i - 1] != '\\' && (cells.Count < MaxColumns - 1 || i == line.Length - 1))
            {
                cells.Add(line[from..i].Trim());
                from = i + 1;
            }
        }

        if (from < line.Length)
        {
            cells.Add(line[from..].Trim());
        }

        return cells;
    }
}
