using OpenUpr.Sources;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>A recommendation's text in a table, and the line (or the row of the sheet) where it begins, from 1.</summary>
public sealed record TextRow(int Line, string Text);

/// <summary>
/// The texts of a table, row by row. Only the columns of the text and of the response are looked at, whatever the others are: where there is
/// a response, pledges are left out, as no State recommended them.
/// </summary>
public static class TextRows
{
    private const string Pledge = "Voluntary Pledge";

    // UPR Info's .csv calls it Text, its .xls Recommendation.
    private static readonly string[] s_names = ["Text", "Recommendation"];

    /// <exception cref="SourceException">The file cannot be read, or no column of it is called Text or Recommendation; thrown while enumerating too.</exception>
    public static IEnumerable<TextRow> Read(string path, CancellationToken cancel = default)
    {
        using var file = TableFile.Open(path, cancel);
        var (text, response) = (-1, -1);
        foreach (var row in file.Table.Rows())
        {
            cancel.ThrowIfCancellationRequested();
            if (text < 0)
            {
                (text, response) = Columns(row, file.Name);
            }
            else if (row.Cells.Any(c => !string.IsNullOrWhiteSpace(c)) && !Cell(row, response).Equals(Pledge, StringComparison.OrdinalIgnoreCase))
            {
                var cell = Cell(row, text);
                yield return new TextRow(row.Line, cell.Length > Classifier.MaxTextLength ? cell[..Classifier.MaxTextLength] : cell);
            }
        }
    }

    private static (int Text, int Response) Columns(TableRow header, string file)
    {
        var heads = header.Cells.Select(c => CellText.Clean(c, out _)).ToList();
        var text = s_names.Select(n => heads.FindIndex(h => h.Equals(n, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(i => i >= 0, -1);
        return text >= 0
            ? (text, heads.FindIndex(h => h.Equals("Response", StringComparison.OrdinalIgnoreCase)))
            : throw new SourceException($"{file}, line {header.Line}: no column is called {string.Join(" or ", s_names)}. Name the one that holds the recommendations so in the first line.", header.Line);
    }

    private static string Cell(TableRow row, int column) => column >= 0 && column < row.Cells.Count ? CellText.Clean(row.Cells[column], out _) : string.Empty;
}
