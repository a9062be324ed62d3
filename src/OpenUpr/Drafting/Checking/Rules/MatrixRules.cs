namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>OHCHR's list of recommendations, to be filled in and annexed.</summary>
internal static class MatrixRules
{
    /// <summary>A value such as "partially implemented" has fewer words.</summary>
    private const int FewestExplaining = 6;

    public static IEnumerable<CheckHit> Table(CheckSubject subject)
    {
        if (!subject.Parts.Has(DocumentZone.Matrix))
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Unassessed(CheckSubject subject) =>
        Rows(subject).Where(r => string.IsNullOrWhiteSpace(r.Assessment)).Select(r => new CheckHit(r.Index, r.Text));

    public static IEnumerable<CheckHit> BareValues(CheckSubject subject) =>
        Rows(subject).Where(r => WordTally.Count(r.Assessment) is > 0 and < FewestExplaining).Select(r => new CheckHit(r.Index, r.Assessment));

    /// <summary>Rows of recommendations: those that name a position. The last column of the head is where the assessment goes; themes have one cell.</summary>
    private static IEnumerable<(int Index, string Text, string Assessment)> Rows(CheckSubject subject)
    {
        var paragraphs = subject.Document.Paragraphs;
        var matrix = MatrixTables.Of(paragraphs);
        var last = paragraphs.Where(p => p.Cell is { Row: 0 } c && matrix.Contains(c.Table)).GroupBy(p => p.Cell!.Value.Table).ToDictionary(t => t.Key, t => t.Max(p => p.Cell!.Value.Column));
        return from row in MatrixTables.Rows(paragraphs, matrix)
               let column = last[paragraphs[row.Index].Cell!.Value.Table]
               where row.Cells.Keys.Any(c => c > 0 && c < column)
               select (row.Index, row.Cells.GetValueOrDefault(0, ""), row.Cells.GetValueOrDefault(column, ""));
    }
}
