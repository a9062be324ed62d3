using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>A session in a list.</summary>
/// <param name="States">How many reviews are known of.</param>
/// <param name="IsNext">True for the one session that is on or comes next.</param>
/// <param name="Numbers">Null where the collection holds nothing of it.</param>
public sealed record SessionLine(Session Session, int States, bool ToCome, bool IsNext, StatisticRow? Numbers)
{
    /// <summary>All sessions that are known, in their order.</summary>
    public static IReadOnlyList<SessionLine> ReadAll(SearchIndex index, ReferenceData reference, DateOnly today)
    {
        var counted = WholeCollection.Of(index).By("session");
        var newest = counted.Rows.Select(r => r.Number()).DefaultIfEmpty(0).Max();
        var slots = reference.ReviewSlots.DistinctBy(s => (s.Session, s.Iso3)).CountBy(s => s.Session).ToDictionary();
        var next = ReviewLines.Next(reference, today)?.Number;
        return [.. reference.Sessions.Select(s => new SessionLine(
            s, slots.GetValueOrDefault(s.Number), ReviewLines.IsToCome(s, today, s.Number > newest), s.Number == next, counted.Find(s.Number)))];
    }
}

/// <summary>One session of the Working Group with its reviews, counted.</summary>
/// <param name="Adopts">The Human Rights Council session that adopts its outcomes; null where not known.</param>
/// <param name="AdoptsDates">The dates of that session, where they are known.</param>
public sealed record SessionProfile(
    SessionLine Line,
    int? Adopts,
    HrcSession? AdoptsDates,
    IReadOnlyList<Deadline> Deadlines,
    IReadOnlyList<ReviewLine> Reviews,
    StatisticTable Recommending,
    StatisticTable Issues,
    int? Previous,
    int? Following)
{
    public Session Session => Line.Session;

    public StatisticRow Total => Recommending.Total;

    /// <summary>Reads a session, or null where there is none of this number.</summary>
    public static SessionProfile? Read(SearchIndex index, ReferenceData reference, int number, DateOnly today)
    {
        if (reference.FindSession(number) is not { } session)
        {
            return null;
        }

        var tables = StatisticTable.ReadAll(index, StatisticRows.Query(new SearchFilters { Sessions = [number] }), ["sur", "rs", "issue"]);
        var reviews = ReviewLines.OfSession(reference, number, tables[0], today);
        int? adopts = reference.HrcSessionOf.TryGetValue(number, out var hrc) ? hrc : null;
        return new SessionProfile(
            new SessionLine(session, reviews.Count, ReviewLines.IsToCome(session, today, tables[0].Rows.Count == 0), ReviewLines.Next(reference, today)?.Number == number, tables[0].Rows.Count == 0 ? null : tables[0].Total),
            adopts,
            reference.HrcSessions.FirstOrDefault(s => s.Number == adopts),
            [.. reference.Deadlines.Where(d => d.Session == number).OrderBy(d => d.Date)],
            reviews,
            tables[1],
            tables[2],
            reference.FindSession(number - 1)?.Number,
            reference.FindSession(number + 1)?.Number);
    }
}
