using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>What one State received, or what it made.</summary>
/// <param name="Others">The States on the other side.</param>
public sealed record StateSide(StatisticTable Cycles, StatisticTable Issues, StatisticTable Others, StatisticTable Sessions)
{
    public StatisticRow Total => Cycles.Total;
}

/// <summary>Averages of reviews. Shares run from 0 to 1.</summary>
public sealed record ReviewAverages(double SupportedShare, double SpecificShare, double ReceivedPerReview);

/// <summary>A State under review beside the others of its regional group, each State counted once however much it received.</summary>
/// <param name="States">How many other States of the group the collection holds reviews of.</param>
public sealed record GroupComparison(string Group, int States, ReviewAverages Own, ReviewAverages Others);

/// <summary>A State in numbers, as State under review and as recommending State.</summary>
/// <param name="Reviews">Newest first.</param>
/// <param name="Next">The review that comes next or whose session is on, where the collection holds nothing of it yet; null where none is known.</param>
/// <param name="Comparison">Null where the collection holds no review of this State, or none of another State of its group.</param>
public sealed record StateProfile(
    StateSide UnderReview, StateSide Recommending, int Pledges, string? Group, IReadOnlyList<ReviewLine> Reviews, GroupComparison? Comparison, ReviewLine? Next, IReadOnlyList<ReviewDocument> NextDocuments)
{
    public static StateProfile Read(SearchIndex index, ReferenceData reference, string iso3, DateOnly today)
    {
        var received = new SearchFilters { Sur = [iso3] };
        var underReview = Side(index, received, "rs");
        var group = reference.GroupOf(iso3, today) ?? reference.GroupOf(iso3);
        var reviews = ReviewLines.OfState(reference, iso3, underReview.Sessions, today);
        var next = reviews.Where(r => r.ToCome || (r.Numbers is null && reference.FindSession(r.Session)?.End >= today)).MinBy(r => r.Session);
        return new StateProfile(
            underReview,
            Side(index, new SearchFilters { Rs = [iso3] }, "sur"),
            index.Run(StatisticRows.Query(received with { Kind = KindFilter.Pledge }), new SearchPage(Limit: 0, Facets: false)).Pairs,
            group,
            reviews,
            group is null ? null : Compare(index, iso3, group, underReview),
            next,
            next is null ? [] : ReviewDocuments.Before(reference.World, iso3, next.Session));
    }

    private static StateSide Side(SearchIndex index, SearchFilters filters, string others) =>
        StatisticTable.ReadAll(index, StatisticRows.Query(filters), ["cycle", "issue", others, "session"]) is [var cycles, var issues, var states, var sessions]
            ? new StateSide(cycles, issues, states, sessions)
            : throw new InvalidOperationException("One table for each field.");

    private static GroupComparison? Compare(SearchIndex index, string iso3, string group, StateSide own)
    {
        var query = StatisticRows.Query(new SearchFilters { SurGroups = [group] });
        var reviews = StatisticMatrix.Read(index, query, "sur", "session");
        var reviewsOf = reviews.Rows.Zip(reviews.Cells).ToDictionary(r => r.First.Key, r => r.Second.Count(c => c > 0));
        var others = StatisticTable.Read(index, query, "sur").Rows.Where(r => r.Key != iso3).Select(r => Averages(r, reviewsOf[r.Key])).ToList();
        return own.Total.Count == 0 || others.Count == 0 ? null : new GroupComparison(
            group, others.Count, Averages(own.Total, own.Sessions.Rows.Count),
            new ReviewAverages(others.Average(o => o.SupportedShare), others.Average(o => o.SpecificShare), others.Average(o => o.ReceivedPerReview)));
    }

    private static ReviewAverages Averages(StatisticRow received, int reviews) => new(received.SupportedShare, received.SpecificShare, (double)received.Count / reviews);
}
