using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>Translations that nobody but their author read yet, for "what now": they wait for everybody who may check them.</summary>
public sealed class WaitingTranslations(Rooms rooms) : IWaitingThings
{
    public const string Check = "translation-check";

    public async Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Contributor))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var all = await (
            from t in db.RecommendationTranslations.AsNoTracking()
            join f in db.FollowedReviews on t.FollowId equals f.Id
            where f.ClosedAt == null
            select new { f.Id, f.State, f.Session, t.FollowedId, t.Language, t.Number, t.AuthorId, IsChecked = t.CheckedAt != null }).ToListAsync(cancel);
        return [.. all.GroupBy(t => (t.FollowedId, t.Language)).Select(g => g.MaxBy(t => t.Number)!).Where(t => !t.IsChecked && t.AuthorId != access.MemberId)
            .GroupBy(t => (t.Id, t.State, t.Session, t.Language)).OrderBy(g => g.Key.Id).ThenBy(g => g.Key.Language, StringComparer.Ordinal)
            .Select(g => new WaitingThing(
                Check, string.Create(CultureInfo.InvariantCulture, $"{ReportSources.NameOf(rooms.Store, g.Key.State, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)} {g.Key.Session}, {g.Key.Language}"), access.MemberId, null, null,
                string.Create(CultureInfo.InvariantCulture, $"/follow-up/{g.Key.Id}/translations?language={g.Key.Language}")) { Count = g.Count() })];
    }
}
