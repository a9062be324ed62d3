using Microsoft.EntityFrameworkCore;
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
        await using var db = store.Open();
        var ids = await (
            from r in db.Recommendations.AsNoTracking()
            join t in db.Texts on r.TextId equals t.Id
            join v in db.Reviews on t.ReviewId equals v.Id
            where v.Sur == state && v.Session == session && t.Kind == RecommendationKind.Recommendation && r.MergedIntoId == null
            orderby r.Id
            select r.Id).ToListAsync(cancel);
        var rows = await RecommendationRows.ByIdsAsync(store, ids, cancel);
        var texts = rows.GroupBy(r => (r.Paragraph, r.Text)).Select(g => (First: g.First(), States: g.Select(r => r.Rs).Distinct().ToList())).ToList();
        string[] head = [.. s_head.Select(c => MatrixWording.Of(c, language))];
        var listed = from text in texts
                     from theme in text.First.Issues.DefaultIfEmpty("")
                     orderby theme.Length == 0, theme, Array.IndexOf(s_order, PositionOf(text.First)), Sortable(text.First.Paragraph), text.First.Id
                     select Row(store, text.First, text.States, theme, language);
        return texts.Count == 0 ? null : new MatrixList(head, 3, true, language, [.. listed]);
    }

    internal static string? PositionOf(RecommendationRow row) => row switch
    {
        { Partial: true } => "partly",
        { Position: Position.Supported } => "supported",
        { Position: Position.Noted } => "noted",
        { Position: Position.Pending } => "pending",
        _ => null,
    };

    private static ListedRow Row(Store store, RecommendationRow row, IReadOnlyList<string> states, string theme, string language)
    {
        var by = string.Concat(states.Select(s => $" ({store.Reference.FindState(s)?.Name(MatrixWording.Main(language)) ?? s})"));
        var position = PositionOf(row);
        return new ListedRow(
            theme.Length == 0 ? "" : $"{MatrixWording.Of("theme", language)} {theme}", row.Paragraph,
            [$"{row.Paragraph} {row.Text.TrimEnd('.', ';', ' ')}{by};".Trim(), position is null ? "" : MatrixWording.Of(position, language), string.Join('\n', row.Issues.Select(i => $"- {i}")), ""],
            position, $"{row.Paragraph} {RecommendationIdentity.Normalise(row.Text)}", FilledCell.Empty);
    }

    /// <summary>"140.7" before "140.12".</summary>
    private static string Sortable(string? number) => number is null ? "~" : string.Join('.', number.Split('.').Select(p => p.PadLeft(6, '0')));
}
