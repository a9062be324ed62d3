using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Agenda;

/// <summary>A new feed with the secret of its link, which is shown once and kept nowhere.</summary>
public sealed record NewFeed(Outcome Outcome, string? Token);

/// <summary>What the secret of a link opens.</summary>
/// <param name="Access">What its person may see now.</param>
public sealed record OpenFeed(CoalitionAccess Access, bool WithTitles);

/// <summary>Calendar feeds by secret link: calendar programs know no session. One for each person; a new one puts an end to the old.</summary>
public static class CalendarFeeds
{
    /// <summary>Days before today that a feed still has.</summary>
    public const int DaysBack = 60;

    /// <summary>Days ahead that it has: a cycle of about five years.</summary>
    public const int DaysAhead = 1_900;

    /// <summary>The person's own feed; null where there is none.</summary>
    public static async Task<CalendarFeed?> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open();
        return access.MemberId is { } member ? await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.Id == member && f.CoalitionId == access.CoalitionId, cancel) : null;
    }

    /// <summary>Makes the person's feed, or a new link in the place of the old one, which then leads nowhere.</summary>
    /// <param name="withTitles">Whether private things have their titles in it.</param>
    public static async Task<NewFeed> MakeAsync(Rooms rooms, CoalitionAccess access, bool withTitles, CancellationToken cancel)
    {
        var token = Secrets.New();
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Observer, "feed.make", "calendar-feed", async db =>
        {
            if (access.MemberId is not { } member)
            {
                return Outcome.Absent;
            }

            if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Id == member && f.CoalitionId == access.CoalitionId, cancel) is { } old)
            {
                (old.TokenHash, old.WithTitles, old.MadeAt) = (Secrets.Hash(token), withTitles, rooms.Time.GetUtcNow());
            }
            else
            {
                db.CalendarFeeds.Add(new CalendarFeed { Id = member, CoalitionId = access.CoalitionId, TokenHash = Secrets.Hash(token), WithTitles = withTitles, MadeAt = rooms.Time.GetUtcNow() });
            }

            return Outcome.Done(member);
        }, cancel);
        return new NewFeed(outcome, outcome.IsDone ? token : null);
    }

    /// <summary>Closes the person's feed: its link leads nowhere from now on.</summary>
    public static Task<Outcome> CloseAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Observer, "feed.close", "calendar-feed", async db =>
            access.MemberId is { } member && await db.CalendarFeeds.Where(f => f.Id == member && f.CoalitionId == access.CoalitionId).ExecuteDeleteAsync(cancel) == 1 ? Outcome.Done(member) : Outcome.Absent, cancel);

    /// <summary>
    /// What a link opens; null for a wrong secret, a closed feed, and a person who left or may read no more: they look the same. The secret is
    /// found by its hash, so that how long it takes says nothing about how near a guess came.
    /// </summary>
    public static async Task<OpenFeed?> FindAsync(Store store, string? token, CancellationToken cancel)
    {
        if (!Secrets.LooksLikeOne(token))
        {
            return null;
        }

        var hash = Secrets.Hash(token!);
        await using var db = store.Open();
        return await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.TokenHash == hash, cancel) is { } feed
            && await CoalitionAccess.ForMemberAsync(store, feed.CoalitionId, feed.Id, cancel) is { } access && access.Is(CoalitionRole.Observer) ? new OpenFeed(access, feed.WithTitles) : null;
    }
}
