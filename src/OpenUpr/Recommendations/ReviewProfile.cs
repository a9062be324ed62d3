using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>The review of one State in one session, in numbers and papers.</summary>
/// <param name="Session">Null for a session that the session table does not hold.</param>
/// <param name="OfState">All reviews of the State, newest first.</param>
/// <param name="OfSession">All reviews of the session, in their order.</param>
/// <param name="Previous">The newest earlier review of the State of which the collection holds recommendations.</param>
public sealed record ReviewProfile(
    ReviewLine Review,
    Session? Session,
    StatisticTable Recommending,
    StatisticTable Issues,
    int Pledges,
    int Texts,
    int PairsWithoutParagraph,
    ReviewLine? Previous,
    IReadOnlyList<ReviewLine> OfState,
    IReadOnlyList<ReviewLine> OfSession,
    IReadOnlyList<ReviewDocument> Documents)
{
    public StatisticRow Total => Recommending.Total;

    /// <summary>Reads a review, or null where the State was not and will not be reviewed in this session.</summary>
    public static async Task<ReviewProfile?> ReadAsync(Store store, SearchIndex index, string sur, int session, DateOnly today, CancellationToken cancel = default)
    {
        var ofState = OfStateIn(store.Reference, index, sur, today);
        if (ofState.FirstOrDefault(r => r.Session == session) is not { } review)
        {
            return null;
        }

        var filters = new SearchFilters { Sur = [sur], Sessions = [session] };
        var tables = StatisticTable.ReadAll(index, StatisticRows.Query(filters), ["rs", "issue"]);
        var units = index.Run(StatisticRows.Query(filters), new SearchPage(Limit: 0, Facets: false));
        var ofSession = StatisticTable.Read(index, StatisticRows.Query(new SearchFilters { Sessions = [session] }), "sur");
        return new ReviewProfile(
            review,
            store.Reference.FindSession(session),
            tables[0], tables[1],
            index.Run(StatisticRows.Query(filters with { Kind = KindFilter.Pledge }), new SearchPage(Limit: 0, Facets: false)).Pairs,
            units.Texts,
            units.PairsWithoutParagraph,
            ofState.FirstOrDefault(r => r.Session < session && r.Numbers is not null),
            ofState,
            ReviewLines.OfSession(store.Reference, session, ofSession, today),
            await ReviewDocuments.ReadAsync(store, sur, session, today, cancel));
    }

    /// <summary>All reviews of a State, newest first.</summary>
    public static IReadOnlyList<ReviewLine> OfStateIn(ReferenceData reference, SearchIndex index, string sur, DateOnly today) =>
        ReviewLines.OfState(reference, sur, StatisticTable.Read(index, StatisticRows.Query(new SearchFilters { Sur = [sur] }), "session"), today);
}
