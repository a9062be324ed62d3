namespace OpenUpr.Sources.Papers.Lists;

/// <summary>A row of a thematic list.</summary>
/// <param name="Theme">The heading above it, without its code; null above the first one.</param>
internal sealed record ListRow(string? Theme, int? Page, Dictionary<ListColumn, List<PaperLine>> Cells)
{
    public IReadOnlyList<string> Lines(ListColumn column) => Cells.TryGetValue(column, out var lines) ? [.. lines.Select(l => l.Text)] : [];

    public bool Has(ListColumn column) => Cells.ContainsKey(column);

    public void Append(Dictionary<ListColumn, List<PaperLine>> cells)
    {
        foreach (var (column, lines) in cells)
        {
            Cells[column] = [.. Cells.GetValueOrDefault(column) ?? [], .. lines];
        }
    }
}
