using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>The rows of a thematic list, put together from the cells of its tables.</summary>
internal static partial class ListTable
{
    /// <summary>Every row that may be a recommendation, in the order of the paper; heads and themes are used up.</summary>
    public static IReadOnlyList<ListRow> Read(PaperText text)
    {
        var rows = new List<ListRow>();
        var columns = ListColumns.Usual;
        string? theme = null;
        foreach (var group in text.Body.Where(l => l.Cell is not null).GroupBy(l => (l.Cell!.Value.Table, l.Cell.Value.Row)))
        {
            var cells = group.GroupBy(l => l.Cell!.Value.Column).ToDictionary(g => g.Key, g => g.ToList());
            if (ListColumns.Read(cells.Select(c => KeyValuePair.Create(c.Key, Join(c.Value)))) is { } heads)
            {
                columns = heads;
            }
            else if (cells.Count == 1 && ThemeOf(cells.Values.First()) is { } heading)
            {
                theme = heading;
            }
            else
            {
                Add(rows, theme, cells, columns);
            }
        }

        return rows;
    }

    private static void Add(List<ListRow> rows, string? theme, Dictionary<int, List<PaperLine>> cells, IReadOnlyDictionary<int, ListColumn> columns)
    {
        var named = new Dictionary<ListColumn, List<PaperLine>>();
        foreach (var (index, lines) in cells.OrderBy(c => c.Key))
        {
            var column = ColumnAt(index, columns);
            named[column] = [.. named.GetValueOrDefault(column) ?? [], .. lines];
        }

        if (rows.Count > 0 && IsContinued(named))
        {
            rows[^1].Append(named);
        }
        else if (named.ContainsKey(ListColumn.Text))
        {
            rows.Add(new ListRow(theme, cells.Values.First()[0].Page, named));
        }
    }

    /// <summary>A cell merged over columns begins at the first of them, so a column without a head belongs to the one before.</summary>
    private static ListColumn ColumnAt(int index, IReadOnlyDictionary<int, ListColumn> columns) =>
        columns.TryGetValue(index, out var column) ? column
        : columns.Where(c => c.Key < index).OrderByDescending(c => c.Key).Select(c => c.Value).FirstOrDefault(ListColumn.Comments);

    /// <summary>True of the lower part of a row that a page's end (or a cell merged over rows) cut in two: it has neither a number nor a position of its own.</summary>
    private static bool IsContinued(Dictionary<ListColumn, List<PaperLine>> cells) =>
        !cells.ContainsKey(ListColumn.Text)
        || (!cells.ContainsKey(ListColumn.Position) && ListNumber.Of(cells[ListColumn.Text][0].Text) is null);

    /// <summary>The theme that a row across the whole table names; null when it is none.</summary>
    internal static string? ThemeOf(List<PaperLine> lines)
    {
        var text = Join(lines);
        var prefix = Prefix().Match(text);
        return prefix.Success ? ThemeCell.WithoutCode(text[prefix.Length..])
            : text.Length < 200 && ListNumber.Of(text) is null && lines.TrueForAll(l => l.IsBold || l.IsItalic) ? ThemeCell.WithoutCode(text)
            : null;
    }

    private static string Join(List<PaperLine> lines) => string.Join(' ', lines.Select(l => l.Text));

    [GeneratedRegex(@"^(?:themes?|right or area|rights?/areas?|th[èe]me|tema)\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
