using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Similar;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Drafting;

/// <summary>A link, as typed: one of the three.</summary>
public sealed record LinkWish(long? CaseId, long? RecommendationId, long? RaisedIssueId, string? Note);

/// <summary>A link with what it leads to.</summary>
/// <param name="Alias">What a case of evidence is called; never a name (requirement F9).</param>
/// <param name="IsChecked">Whether somebody checked that naming the case is safe.</param>
/// <param name="Past">A past recommendation with what was answered; null where it is none, or is not in the store any more.</param>
/// <param name="Raised">What was raised in a consultation.</param>
public sealed record LinkRow(PriorityLink Link, string? Alias, bool IsChecked, RecommendationRow? Past, RaisedIssue? Raised);

/// <summary>What a priority could be linked to besides.</summary>
public sealed record LinkChoices(IReadOnlyList<(long Id, string Alias)> Cases, IReadOnlyList<RaisedIssue> Raised, IReadOnlyList<RecommendationRow> Past);

/// <summary>What priorities rest on: cases of evidence, past recommendations with their responses, issues of the national consultation (requirements E4, F8, F11, H2).</summary>
public static class PriorityLinks
{
    /// <summary>Links of one priority.</summary>
    public const int Most = 100;

    /// <summary>Past recommendations on the issue that are proposed.</summary>
    public const int Proposed = 12;

    /// <summary>Links of a priority, as far as the person may see what they lead to.</summary>
    public static async Task<IReadOnlyList<LinkRow>> ListAsync(Store store, CoalitionAccess access, long priorityId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var links = await db.PriorityLinks.AsNoTracking().Where(l => l.PriorityId == priorityId).OrderBy(l => l.Id).ToListAsync(cancel);
        var cases = await Cases(db).Select(c => new { c.Id, c.Alias, c.SafetyCheckedAt }).ToDictionaryAsync(c => c.Id, cancel);
        var raised = await db.RaisedIssues.AsNoTracking().ToDictionaryAsync(r => r.Id, cancel);
        var past = (await RecommendationRows.ByIdsAsync(store, [.. links.Select(l => l.RecommendationId).OfType<long>()], cancel)).ToDictionary(r => r.Id);
        return [.. links.Where(l => (l.CaseId is not { } id || cases.ContainsKey(id)) && (l.RaisedIssueId is not { } issue || raised.ContainsKey(issue))).Select(l => new LinkRow(
            l, l.CaseId is { } which ? cases[which].Alias : null, l.CaseId is { } one && cases[one].SafetyCheckedAt is not null,
            l.RecommendationId is { } number ? past.GetValueOrDefault(number) : null, l.RaisedIssueId is { } said ? raised[said] : null))];
    }

    /// <summary>Cases and raised issues that the person may see, and the newest recommendations to the country on the issue, without what is linked already.</summary>
    /// <param name="country">ISO code of the State that the coalition works on; null for none.</param>
    public static async Task<LinkChoices> ChoicesAsync(Store store, SearchIndex index, CoalitionAccess access, DraftPriority priority, string? country, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var links = await db.PriorityLinks.AsNoTracking().Where(l => l.PriorityId == priority.Id).ToListAsync(cancel);
        var taken = links.Select(l => l.RecommendationId).ToHashSet();
        var cases = (await Cases(db).OrderByDescending(c => c.Id).Select(c => new { c.Id, c.Alias }).Take(200).ToListAsync(cancel)).Where(c => !links.Any(l => l.CaseId == c.Id));
        var raised = (await db.RaisedIssues.AsNoTracking().OrderByDescending(r => r.Id).Take(200).ToListAsync(cancel)).Where(r => !links.Any(l => l.RaisedIssueId == r.Id));
        return new LinkChoices([.. cases.Select(c => (c.Id, c.Alias))], [.. raised.OrderByDescending(r => r.Issue == priority.Issue)], await PastAsync(store, index, country, priority, taken, cancel));
    }

    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long priorityId, LinkWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "priority.link", Priorities.Thing, async db =>
        {
            if (await db.DraftPriorities.SingleOrDefaultAsync(p => p.Id == priorityId, cancel) is not { } priority)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var row = new PriorityLink { CoalitionId = access.CoalitionId, ClusterId = priority.ClusterId, PriorityId = priorityId, CaseId = wish.CaseId, RecommendationId = wish.RecommendationId, RaisedIssueId = wish.RaisedIssueId, Note = fields.Optional("note", wish.Note, Fields.Note), AuthorId = access.MemberId };
            if ((fields.Wrong ?? await WrongAsync(db, row, cancel)) is { } wrong)
            {
                return wrong;
            }

            row.Id = await db.TakeIdsAsync(Counters.PriorityLinks, 1, cancel);
            db.PriorityLinks.Add(row);
            return Outcome.Done(priorityId);
        }, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long priorityId, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "priority.unlink", Priorities.Thing, async db =>
        {
            if (await db.PriorityLinks.SingleOrDefaultAsync(l => l.Id == id && l.PriorityId == priorityId, cancel) is not { } row || !(access.Is(CoalitionRole.Editor) || row.AuthorId == access.MemberId))
            {
                return Outcome.Absent;
            }

            db.PriorityLinks.Remove(row);
            return Outcome.Done(priorityId);
        }, cancel);

    private static async Task<Outcome?> WrongAsync(OpenUprDb db, PriorityLink row, CancellationToken cancel)
    {
        var (field, isThere) = row switch
        {
            { CaseId: { } id, RecommendationId: null, RaisedIssueId: null } => ("case", await Cases(db).AnyAsync(c => c.Id == id, cancel)),
            { RecommendationId: { } id, CaseId: null, RaisedIssueId: null } => ("recommendation", await db.Recommendations.AnyAsync(r => r.Id == id, cancel)),
            { RaisedIssueId: { } id, CaseId: null, RecommendationId: null } => ("raised", await db.RaisedIssues.AnyAsync(r => r.Id == id, cancel)),
            _ => ("case", false),
        };
        if (!isThere)
        {
            return Outcome.Not(Refusal.Unknown, field);
        }

        var links = await db.PriorityLinks.AsNoTracking().Where(l => l.PriorityId == row.PriorityId).ToListAsync(cancel);
        return links.Any(l => l.CaseId == row.CaseId && l.RecommendationId == row.RecommendationId && l.RaisedIssueId == row.RaisedIssueId) ? Outcome.Not(Refusal.Taken, field)
            : links.Count >= Most ? Outcome.Not(Refusal.TooMany, field) : null;
    }

    /// <summary>Cases of evidence that something written can be about, the newest first; never a sealed one's name.</summary>
    public static async Task<IReadOnlyList<(long Id, string Alias)>> CasesAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return [.. (await Cases(db).Where(c => !c.IsSealed).OrderByDescending(c => c.Id).Select(c => new { c.Id, c.Alias }).Take(200).ToListAsync(cancel)).Select(c => (c.Id, c.Alias))];
    }

    /// <summary>Cases that were taken in and are not in the trash; the rule of private rows counts beside it.</summary>
    private static IQueryable<EvidenceCase> Cases(OpenUprDb db) => db.EvidenceCases.AsNoTracking().Where(c => c.State == EvidenceCase.Taken && c.TrashedAt == null && c.ShreddedAt == null);

    /// <summary>Those most like what the priority says come first, then the newest.</summary>
    private static async Task<IReadOnlyList<RecommendationRow>> PastAsync(Store store, SearchIndex index, string? country, DraftPriority priority, HashSet<long?> taken, CancellationToken cancel)
    {
        if (country is null || IssueList.Current.Find(priority.Issue) is not { } known)
        {
            return [];
        }

        var filters = new SearchFilters { Sur = [country], Issues = [known.Slug] };
        var words = $"{priority.Title}\n{priority.Why}";
        var alike = SimilarTexts.Of(index).Find(new SimilarQuery(words[..Math.Min(words.Length, SimilarQuery.MaxLength)]) { Filters = filters, Limit = Proposed + taken.Count }).Select(t => t.RecommendationId);
        var newest = index.Run(new SearchQuery(null, filters), new SearchPage(SortBy.NewestSession, 0, Proposed + taken.Count, Facets: false, MissingWords: false)).Ids;
        return await RecommendationRows.ByIdsAsync(store, [.. alike.Concat(newest).Distinct().Where(id => !taken.Contains(id)).Take(Proposed)], cancel);
    }
}
