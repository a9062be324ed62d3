using OpenUpr.Drafting.Lists;

namespace OpenUpr.Export.Docx;

/// <summary>A list of recommendations in the layout in which it came, its last column filled in: ready to be annexed to a submission.</summary>
public static class MatrixDocx
{
    /// <summary>Words that stand bold at the beginning of a line, as OHCHR prints them.</summary>
    private static readonly string[] s_labels = ["Source of Position:", "SDGs:", "Affected persons:", "Groups of Persons:"];

    /// <summary>Nothing of who wrote what, of states or of evidence is in it.</summary>
    public static byte[] Write(MatrixView view)
    {
        using var docx = new DocxWriter(view.Sheet.Language);
        docx.ListPages(view.Sheet.IsLandscape, view.Sheet.PageHead ?? view.Sheet.Title, view.Sheet.PageFoot);
        docx.List(Rows(view), Widths(view), view.Sheet.Title);
        return docx.Finish();
    }

    /// <summary>The cells of a row as they are printed, the assessment in its place.</summary>
    public static IReadOnlyList<string> Cells(MatrixView view, MatrixRowView row) => [.. row.Cells.Select((c, i) => i == view.Assessment ? row.Filled.Write(view.Sheet.Language, view.Wording) : c)];

    private static IEnumerable<DocxListRow> Rows(MatrixView view)
    {
        yield return new DocxListRow(null, [.. view.Head.Select(h => (IReadOnlyList<DocxRun[]>)[[new DocxRun(h)]])]) { IsHead = true };
        var theme = "";
        foreach (var row in view.Rows)
        {
            if (row.Row.Theme != theme)
            {
                theme = row.Row.Theme;
                yield return new DocxListRow(theme, []);
            }

            var cells = Cells(view, row);
            yield return new DocxListRow(null, [.. cells.Select((c, i) => Lines(c, i == view.Assessment ? Own(row, view) : s_labels))]);
        }
    }

    private static string[] Own(MatrixRowView row, MatrixView view) =>
        [view.Wording.Word(row.Filled.Value, view.Sheet.Language) ?? MatrixWording.Of("challenges", view.Sheet.Language), MatrixWording.Of("challenges", view.Sheet.Language), MatrixWording.Of("assistance", view.Sheet.Language)];

    private static IReadOnlyList<DocxRun[]> Lines(string text, string[] labels) => [.. text.Split('\n').Select(line =>
        labels.FirstOrDefault(l => line.StartsWith(l, StringComparison.OrdinalIgnoreCase)) is { } label ? new[] { new DocxRun(line[..label.Length], Bold: true), new DocxRun(line[label.Length..]) } : [new DocxRun(line)])];

    /// <summary>The widths of OHCHR's lists (4435, 1134, 5017 and 4592 twentieths of a point); the assessment takes its share from the others where the list had no column for it.</summary>
    private static int[] Widths(MatrixView view)
    {
        var count = view.Head.Count;
        return count == 4 ? [4435, 1134, 4017, 5592] : [4000, 1300, .. Enumerable.Repeat(2600, Math.Max(0, count - 3)), 4700];
    }
}
