using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Drafting.Studio;

/// <summary>A recommendation of an earlier review, whoever made it.</summary>
/// <param name="States">ISO codes of those who made it.</param>
/// <param name="IsLinked">Whether the coalition put it under the priority itself.</param>
internal sealed record PastRecommendation(int Session, string? Symbol, string? Paragraph, string Text, IReadOnlyList<string> States, Position? Position, bool Partial, IReadOnlyList<string> Issues, bool IsLinked);

/// <summary>A case that may be told outside.</summary>
/// <param name="Note">What the coalition says that it shows.</param>
internal sealed record KnownCase(string Alias, int? Year, string? Note);

/// <summary>What is known of one priority.</summary>
internal sealed record KnownPriority(DraftPriority Priority, IReadOnlyList<KnownCase> Cases, IReadOnlyList<PastRecommendation> Past, IReadOnlyList<string> Agreed);

/// <summary>What a room and the public database know for a document. Read with the person's own eyes: what they may not see does not get into a document by this way.</summary>
internal sealed record KnownFacts(string Name, string? State, IReadOnlyList<KnownPriority> Priorities, IReadOnlyList<Organisation> Organisations, Organisation? Mine, IReadOnlyList<PastRecommendation> Last)
{
    /// <summary>Reviews before this one that are looked at.</summary>
    private const int Reviews = 2;

    public static async Task<KnownFacts> ReadAsync(Store store, CoalitionAccess access, IReadOnlyList<long> priorities, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var country = await db.Coalitions.AsNoTracking().Where(c => c.Id == access.CoalitionId).Select(c => c.Country).SingleAsync(cancel);
        var chosen = (await db.DraftPriorities.AsNoTracking().Where(p => priorities.Contains(p.Id)).ToListAsync(cancel)).ToDictionary(p => p.Id);
        var links = await db.PriorityLinks.AsNoTracking().Where(l => priorities.Contains(l.PriorityId)).OrderBy(l => l.Id).ToListAsync(cancel);
        var cases = await CasesAsync(db, access, links, cancel);
        var agreed = await db.DraftRecommendations.AsNoTracking().Where(d => d.State == DraftRecommendation.Ready && d.PriorityId != null && priorities.Contains(d.PriorityId.Value)).OrderBy(d => d.Place).ThenBy(d => d.Id).ToListAsync(cancel);
        var past = await PastAsync(store, db, country, links, cancel);
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.LeftOn == null).OrderBy(o => o.Name).ToListAsync(cancel);
        var mine = access.MemberId is { } me ? await db.Members.AsNoTracking().Where(m => m.Id == me).Select(m => m.OrganisationId).SingleOrDefaultAsync(cancel) : null;
        return new KnownFacts(
            access.Name, country,
            [.. priorities.Distinct().Where(chosen.ContainsKey).Select(id => new KnownPriority(
                chosen[id], [.. links.Where(l => l.PriorityId == id && l.CaseId is { } c && cases.ContainsKey(c)).Select(l => cases[l.CaseId!.Value] with { Note = l.Note })], On(chosen[id], past, links), [.. agreed.Where(d => d.PriorityId == id).Select(d => d.Text)]))],
            organisations, organisations.Find(o => o.Id == mine), [.. past.Where(p => p.Row.Session == past.Max(x => x.Row.Session)).Select(p => Of(p.Row, [p.Row.Rs], false))]);
    }

    /// <summary>Those of the priority's issue and those linked to it: the linked first, then the newest. A text that several States made is one.</summary>
    private static IReadOnlyList<PastRecommendation> On(DraftPriority priority, IReadOnlyList<(RecommendationRow Row, long Id)> past, IReadOnlyList<PriorityLink> links)
    {
        var linked = links.Where(l => l.PriorityId == priority.Id && l.RecommendationId is not null).Select(l => l.RecommendationId!.Value).ToHashSet();
        var issue = IssueList.Current.Find(priority.Issue)?.Name ?? priority.Issue;
        return [.. past.Where(p => linked.Contains(p.Id) || p.Row.Issues.Contains(issue)).GroupBy(p => (p.Row.Session, p.Row.Symbol, p.Row.Paragraph, p.Row.Text))
            .Select(g => Of(g.First().Row, [.. g.Select(p => p.Row.Rs).Distinct()], g.Any(p => linked.Contains(p.Id))))
            .OrderByDescending(p => p.IsLinked).ThenByDescending(p => p.Session).ThenBy(p => p.Position ?? Position.Pending)];
    }

    private static PastRecommendation Of(RecommendationRow row, IReadOnlyList<string> states, bool isLinked) => new(row.Session, row.Symbol, row.Paragraph, row.Text, states, row.Position, row.Partial, row.Issues, isLinked);

    /// <summary>Recommendations of the State's last reviews, and those that priorities link to.</summary>
    private static async Task<IReadOnlyList<(RecommendationRow Row, long Id)>> PastAsync(Store store, OpenUprDb db, string? country, IReadOnlyList<PriorityLink> links, CancellationToken cancel)
    {
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.Sur == country && db.Texts.Any(t => t.ReviewId == r.Id)).OrderByDescending(r => r.Session).Take(Reviews).Select(r => r.Id).ToListAsync(cancel);
        var ids = await (
            from r in db.Recommendations.AsNoTracking()
            join t in db.Texts on r.TextId equals t.Id
            where reviews.Contains(t.ReviewId) && t.Kind == RecommendationKind.Recommendation && r.MergedIntoId == null
            orderby r.Id
            select r.Id).ToListAsync(cancel);
        var rows = await RecommendationRows.ByIdsAsync(store, [.. ids.Union(links.Select(l => l.RecommendationId).OfType<long>())], cancel);
        return [.. rows.Select(r => (r, r.Id))];
    }

    /// <summary>Cases that were agreed to and checked, under a name or an alias; one that only an international organisation should tell is not told here (requirement F9).</summary>
    private static async Task<Dictionary<long, KnownCase>> CasesAsync(OpenUprDb db, CoalitionAccess access, IReadOnlyList<PriorityLink> links, CancellationToken cancel)
    {
        long[] ids = [.. links.Select(l => l.CaseId).OfType<long>()];
        var cases = await CaseRules.Visible(db, access).AsNoTracking().Where(c => ids.Contains(c.Id) && !c.IsSealed).ToListAsync(cancel);
        return cases.Where(c => CaseRules.MayLeave(c) && c.SafetyVerdict is SafetyVerdicts.Safe or SafetyVerdicts.AliasOnly).ToDictionary(c => c.Id, c => new KnownCase(c.Alias, c.HappenedOn?.Year, null));
    }
}
