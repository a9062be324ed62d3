using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>One recommendation of a review with every State that put it.</summary>
/// <param name="First">The first of its pairs.</param>
/// <param name="States">Codes; unknown ones left out.</param>
public sealed record ReviewText(RecommendationRow First, IReadOnlyList<string> States)
{
    /// <summary>supported, partly, noted or pending; null where the database does not say.</summary>
    public string? Position => First switch
    {
        { Partial: true } => "partly",
        { Position: Recommendations.Position.Supported } => "supported",
        { Position: Recommendations.Position.Noted } => "noted",
        { Position: Recommendations.Position.Pending } => "pending",
        _ => null,
    };
}

/// <summary>The recommendations of one review, each once, however many States put it.</summary>
public static class ReviewTexts
{
    /// <summary>In the order of the report: "140.7" before "140.12"; without numbers in the order of the source. Empty where the store has none of that review.</summary>
    public static async Task<IReadOnlyList<ReviewText>> ReadAsync(Store store, string state, int session, CancellationToken cancel)
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
        return [.. rows.GroupBy(r => (r.Paragraph, r.Text))
            .Select(g => new ReviewText(g.First(), [.. g.Select(r => r.Rs).Where(s => s != Reviews.State.Unknown).Distinct()]))
            .OrderBy(t => Sortable(t.First.Paragraph), StringComparer.Ordinal).ThenBy(t => t.First.Id)];
    }

    /// <summary>"140.7" before "140.12"; what has no number comes last.</summary>
    public static string Sortable(string? number) => number is null ? "~" : string.Join('.', number.Split('.').Select(p => p.PadLeft(6, '0')));
}
