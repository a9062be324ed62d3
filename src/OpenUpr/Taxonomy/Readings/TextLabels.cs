using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>A text with all that is said about its labels.</summary>
/// <param name="RecommendationId">The first of its pairs: the page that shows it.</param>
/// <param name="Rs">ISO codes of the recommending States, in the order of the pairs.</param>
/// <param name="Model">Name and version of the model that read it; null where none did.</param>
/// <param name="Doubt">0 to 1: how likely a person would change something; so the other two.</param>
public sealed record TextLabels(
    long TextId, long RecommendationId, RecommendationKind Kind, string Sur, int Session, IReadOnlyList<string> Rs, string Text,
    string? Model, double Doubt, double ActionDoubt, double IssueDoubt, IReadOnlyList<SchemeLabels> Schemes)
{
    public SchemeLabels this[string scheme] => Schemes.First(s => s.Scheme == scheme);

    /// <summary>One text; null where there is none, or none that a source still holds.</summary>
    public static async Task<TextLabels?> ReadAsync(Store store, long textId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return (await ReadAsync(db, [textId], cancel)).SingleOrDefault();
    }

    /// <summary>Some texts, in the order given. Labels are those of a text's first pair: corrections are the same on all, and coders label a text as a whole.</summary>
    internal static async Task<IReadOnlyList<TextLabels>> ReadAsync(OpenUprDb db, IReadOnlyList<long> textIds, CancellationToken cancel)
    {
        var texts = await (
            from t in db.Texts.AsNoTracking()
            join v in db.Reviews on t.ReviewId equals v.Id
            where EF.Parameter(textIds).Contains(t.Id)
            select new { t.Id, t.Kind, t.Text, v.Sur, v.Session }).ToDictionaryAsync(t => t.Id, cancel);
        var pairs = (await db.Recommendations.AsNoTracking().Where(r => EF.Parameter(textIds).Contains(r.TextId) && r.MergedIntoId == null)
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.TextId, r.Rs }).ToListAsync(cancel)).ToLookup(r => r.TextId);
        var firsts = pairs.Select(p => p.First().Id).ToList();
        var tags = (await db.Tags.AsNoTracking().Where(t => EF.Parameter(firsts).Contains(t.RecommendationId) && t.WithdrawnAt == null).ToListAsync(cancel)).ToLookup(t => t.RecommendationId);
        var readings = await db.MachineReadings.AsNoTracking().Where(r => EF.Parameter(textIds).Contains(r.TextId)).ToDictionaryAsync(r => r.TextId, cancel);
        return [.. textIds.Where(id => texts.ContainsKey(id) && pairs.Contains(id)).Select(id =>
        {
            var (text, own, reading) = (texts[id], pairs[id].ToList(), readings.GetValueOrDefault(id));
            return new TextLabels(
                id, own[0].Id, text.Kind, text.Sur, text.Session, own.ConvertAll(p => p.Rs), text.Text,
                reading?.Model, reading?.Doubt ?? 0, reading?.ActionDoubt ?? 0, reading?.IssueDoubt ?? 0, SchemeLabels.Of([.. tags[own[0].Id]], reading));
        })];
    }
}
