using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>A list made of the stored recommendations of a review, where OHCHR's is not there: by theme, supported ones first, in the columns of the lists of cycles 2 and 3.</summary>
public static class MadeList
{
    private static readonly string[] s_head = ["head-text", "head-position", "head-themes", "head-assessment"];
    private static readonly string[] s_order = ["supported", "partly", "noted", "pending"];

    /// <summary>Null where the store has none of that review.</summary>
    public static async Task<MatrixList?> ReadAsync(Store store, string state, int session, string language, CancellationToken cancel)
    {
        var texts = await ReviewTexts.ReadAsync(store, state, session, cancel);
        string[] head = [.. s_head.Select(c => MatrixWording.Of(c, language))];
        var listed = from text in texts
                     from theme in text.First.Issues.DefaultIfEmpty("")
                     orderby theme.Length == 0, theme, Array.IndexOf(s_order, text.Position), ReviewTexts.Sortable(text.First.Paragraph), text.First.Id
                     select Row(store, text, theme, language);
        return texts.Count == 0 ? null : new MatrixList(head, 3, true, language, [.. listed]);
    }

    private static ListedRow Row(Store store, ReviewText text, string theme, string language)
    {
        var (row, position) = (text.First, text.Position);
        var by = string.Concat(text.States.Select(s => $" ({store.Reference.FindState(s)?.Name(MatrixWording.Main(language)) ?? s})"));
        return new ListedRow(
            theme.Length == 0 ? "" : $"{MatrixWording.Of("theme", language)} {theme}", row.Paragraph,
            [$"{row.Paragraph} {row.Text.TrimEnd('.', ';', ' ')}{by};".Trim(), position is null ? "" : MatrixWording.Of(position, language), string.Join('\n', row.Issues.Select(i => $"- {i}")), ""],
            position, $"{row.Paragraph} {RecommendationIdentity.Normalise(row.Text)}", FilledCell.Empty);
    }
}
