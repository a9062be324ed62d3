namespace OpenUpr.Drafting.Checking;

/// <summary>Finds OHCHR's thematic list among the tables: its head names the recommendation, the position, and the assessment or the themes (lists of cycles 2 to 4).</summary>
internal static class MatrixTables
{
    public static HashSet<int> Of(IReadOnlyList<TextParagraph> paragraphs) =>
        [.. paragraphs.Where(p => p.Cell is { Row: 0 }).GroupBy(p => p.Cell!.Value.Table).Where(g => IsHead(string.Join('\n', g.Select(p => p.Text)))).Select(g => g.Key)];

    private static bool IsHead(string head) => PhraseList.IsIn("matrix-recommendation", head) && PhraseList.IsIn("matrix-position", head) && PhraseList.IsIn("matrix-assessment", head);

    /// <summary>The texts of the cells of each row below the head of these tables, by column, with the index of the row's first paragraph.</summary>
    public static IEnumerable<(int Index, Dictionary<int, string> Cells)> Rows(IReadOnlyList<TextParagraph> paragraphs, HashSet<int> tables) =>
        from table in paragraphs.Index().Where(p => p.Item.Cell is { } cell && tables.Contains(cell.Table)).GroupBy(p => p.Item.Cell!.Value.Table)
        from row in table.GroupBy(p => p.Item.Cell!.Value.Row)
        where row.Key > 0
        select (row.First().Index, row.GroupBy(p => p.Item.Cell!.Value.Column).ToDictionary(c => c.Key, c => string.Join('\n', c.Select(p => p.Item.Text))));
}
