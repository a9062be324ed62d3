using OpenUpr.Reviews;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>A State's review in one session, past or to come.</summary>
/// <param name="Session">The session's number; it may be one that the session table does not hold.</param>
/// <param name="Position">In the session's order of reviews, from 1; null where not known.</param>
/// <param name="Certainty">Of the session's dates or of the State's place in it, whichever is less sure.</param>
/// <param name="ToCome">True where the session has not begun.</param>
/// <param name="Numbers">What the State received; null where the collection holds nothing of this review.</param>
public sealed record ReviewLine(string Sur, int Session, int? Position, Certainty Certainty, bool ToCome, string? Note, StatisticRow? Numbers);

/// <summary>The reviews that the reference data and the collection together know of.</summary>
public static class ReviewLines
{
    /// <summary>A State's reviews, newest first.</summary>
    /// <param name="bySession">What the State received, counted by session.</param>
    public static IReadOnlyList<ReviewLine> OfState(ReferenceData reference, string sur, StatisticTable bySession, DateOnly today)
    {
        var slots = reference.ReviewSlots.Where(s => s.Iso3 == sur).DistinctBy(s => s.Session).ToDictionary(s => s.Session);
        var newest = bySession.Rows.Select(r => r.Number()).DefaultIfEmpty(0).Max();
        return [.. bySession.Rows.Select(r => r.Number()).Union(slots.Keys).OrderDescending()
            .Select(n => Line(reference, sur, n, slots.GetValueOrDefault(n), bySession.Find(n), n > newest, today))];
    }

    /// <summary>A session's reviews in their order; those without a known place come last, by code.</summary>
    /// <param name="bySur">What was received in the session, counted by State under review.</param>
    public static IReadOnlyList<ReviewLine> OfSession(ReferenceData reference, int session, StatisticTable bySur, DateOnly today)
    {
        var slots = reference.ReviewSlots.Where(s => s.Session == session).DistinctBy(s => s.Iso3).ToDictionary(s => s.Iso3);
        return [.. bySur.Rows.Select(r => r.Key).Union(slots.Keys)
            .Select(sur => Line(reference, sur, session, slots.GetValueOrDefault(sur), bySur.Find(sur), bySur.Rows.Count == 0, today))
            .OrderBy(l => l.Position ?? int.MaxValue).ThenBy(l => l.Sur, StringComparer.Ordinal)];
    }

    /// <summary>True where the session begins after a day; of a session without known dates, what <paramref name="otherwise"/> says.</summary>
    public static bool IsToCome(Session? session, DateOnly today, bool otherwise) => session?.Start is { } start ? start > today : otherwise;

    /// <summary>The session that is on or comes next, or null where no date of one is known.</summary>
    public static Session? Next(ReferenceData reference, DateOnly today) => reference.Sessions.Where(s => s.End >= today).MinBy(s => s.Start);

    private static ReviewLine Line(ReferenceData reference, string sur, int number, ReviewSlot? slot, StatisticRow? numbers, bool afterTheCollection, DateOnly today)
    {
        var session = reference.FindSession(number);
        var certainty = (Certainty)Math.Min((int)(session?.Certainty ?? Certainty.Unknown), (int)(slot?.Certainty ?? Certainty.Confirmed));
        return new ReviewLine(sur, number, slot?.Position, certainty, numbers is null && IsToCome(session, today, afterTheCollection), slot?.Note, numbers);
    }
}
