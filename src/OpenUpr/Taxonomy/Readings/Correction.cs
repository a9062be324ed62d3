using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>A correction as the log shows it.</summary>
/// <param name="RecommendationId">The first of the text's pairs: the page that shows it.</param>
/// <param name="Document">Symbol of the paper that the text stands in, else its file's name.</param>
/// <param name="Values">What was set; empty where a person said that there is none.</param>
/// <param name="Who">Who set it.</param>
/// <param name="UndoneAt">When it was taken back; null where it holds or a later correction took its place.</param>
/// <param name="CanUndo">True for the one that holds.</param>
public sealed record Correction(
    long TextId, long RecommendationId, string Text, string Sur, int Session, long DocumentId, string Document,
    string Scheme, IReadOnlyList<string> Values, string Who, DateTimeOffset SetAt, DateTimeOffset? UndoneAt, bool CanUndo)
{
    /// <summary>The newest corrections first.</summary>
    /// <param name="sur">ISO code of a State under review; null for all.</param>
    internal static async Task<IEnumerable<Correction>> ReadAsync(OpenUprDb db, string? sur, int? session, int limit, CancellationToken cancel)
    {
        var tags = await (
            from t in db.Tags.AsNoTracking()
            where t.SetBy == Tag.User
            join r in db.Recommendations on t.RecommendationId equals r.Id
            join x in db.Texts on r.TextId equals x.Id
            join v in db.Reviews on x.ReviewId equals v.Id
            join d in db.Documents on r.DocumentId equals d.Id
            where (sur == null || v.Sur == sur) && (session == null || v.Session == session)
            select new { TextId = x.Id, r.Id, v.Sur, v.Session, DocumentId = d.Id, Document = d.Symbol ?? d.FileName, Tag = t }).ToListAsync(cancel);
        var corrections = tags.GroupBy(t => (t.TextId, t.Tag.Scheme)).SelectMany(own => own.GroupBy(t => t.Tag.SetAt).Select(set =>
        {
            var first = set.OrderBy(t => t.Id).First();

            // Taken back, unless it gave way at the moment when another was set.
            var holds = set.Any(t => t.Tag.WithdrawnAt is null);
            var gone = holds ? null : set.Max(t => t.Tag.WithdrawnAt);
            return new Correction(
                first.TextId, first.Id, "", first.Sur, first.Session, first.DocumentId, first.Document, own.Key.Scheme,
                [.. set.OrderBy(t => t.Tag.Id).Select(t => t.Tag.Value).Where(v => v != Tag.None).Distinct()], first.Tag.SetByName, set.Key,
                gone is { } at && own.All(t => t.Tag.SetAt != at) ? at : null, holds);
        }));
        var newest = corrections.OrderByDescending(c => c.UndoneAt ?? c.SetAt).Take(limit).ToList();
        var ids = newest.ConvertAll(c => c.TextId);
        var texts = await db.Texts.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Text, cancel);
        return newest.Select(c => c with { Text = texts[c.TextId] });
    }
}
