using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A guest and whether a thing is shared with them.</summary>
public sealed record GuestRow(long MemberId, string? Name, bool MayRead);

/// <summary>A thing that is shared with a guest.</summary>
public sealed record SharedThing(string Thing, long Id, string Title);

/// <summary>Opens single things to guests of governments, the UN or donors, who see nothing else (requirement O2).</summary>
public static class Sharing
{
    /// <summary>The guests, and which of them may read this thing.</summary>
    public static async Task<IReadOnlyList<GuestRow>> ListAsync(Store store, CoalitionAccess access, string thing, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var guest = CoalitionRole.Guest.Code();
        var rows = await db.Memberships.Where(p => p.CoalitionId == access.CoalitionId && p.Role == guest && p.LeftAt == null)
            .Join(db.Members, p => p.Id, m => m.Id, (p, m) => new { m.Id, m.Name, May = db.Shares.Any(s => s.Thing == thing && s.ThingId == id && s.MemberId == p.Id) }).ToListAsync(cancel);
        return [.. rows.Select(r => new GuestRow(r.Id, r.Name, r.May)).OrderBy(r => r.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Opens a thing to a guest, or closes it again.</summary>
    /// <param name="mayRead">Whether the guest is to see it from now on.</param>
    /// <param name="exists">Whether the thing is there for the person who shares: nobody opens what they do not see themselves.</param>
    public static Task<Outcome> SetAsync(Rooms rooms, CoalitionAccess access, string thing, long id, long guestId, bool mayRead, Func<OpenUprDb, Task<bool>> exists, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, mayRead ? "share.add" : "share.remove", thing, async db =>
        {
            var guest = CoalitionRole.Guest.Code();
            if (!await exists(db) || !await db.Memberships.AnyAsync(m => m.Id == guestId && m.CoalitionId == access.CoalitionId && m.Role == guest && m.LeftAt == null, cancel))
            {
                return Outcome.Absent;
            }

            var share = await db.Shares.SingleOrDefaultAsync(s => s.Thing == thing && s.ThingId == id && s.MemberId == guestId, cancel);
            if (mayRead && share is null)
            {
                db.Shares.Add(new Share
                {
                    Id = await db.TakeIdsAsync(Counters.Shares, 1, cancel), CoalitionId = access.CoalitionId, Thing = thing, ThingId = id, MemberId = guestId, AuthorId = access.MemberId, SharedAt = rooms.Time.GetUtcNow(),
                });
            }
            else if (!mayRead && share is not null)
            {
                db.Shares.Remove(share);
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>The same for a thing of the room that guests can be shown: terms or a meeting.</summary>
    public static Task<Outcome> SetAsync(Rooms rooms, CoalitionAccess access, string thing, long id, long guestId, bool mayRead, CancellationToken cancel) =>
        SetAsync(rooms, access, thing, id, guestId, mayRead, db => thing switch
        {
            TermsBook.Thing => db.Terms.AnyAsync(t => t.Id == id, cancel),
            Meetings.Thing => db.Meetings.AnyAsync(m => m.Id == id, cancel),
            _ => Task.FromResult(false),
        }, cancel);

    /// <summary>What a guest may see; for them it is all that there is.</summary>
    public static async Task<IReadOnlyList<SharedThing>> WithMeAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var mine = db.Shares.Where(s => s.MemberId == access.MemberId);
        var terms = await db.Terms.Where(t => mine.Any(s => s.Thing == TermsBook.Thing && s.ThingId == t.Id)).Select(t => new { t.Id, t.Number }).ToListAsync(cancel);
        var meetings = await db.Meetings.Where(m => mine.Any(s => s.Thing == Meetings.Thing && s.ThingId == m.Id)).Select(m => new { m.Id, m.Title }).ToListAsync(cancel);
        var versions = await db.ActionVersions.Where(v => mine.Any(s => s.Thing == FollowUp.Actions.ActionVersions.Thing && s.ThingId == v.Id)).Select(v => new { v.Id, v.Title }).ToListAsync(cancel);
        var reports = await db.ReportVersions.Where(v => mine.Any(s => s.Thing == FollowUp.Reports.ReportVersions.Thing && s.ThingId == v.Id)).Select(v => new { v.Id, v.Title }).ToListAsync(cancel);
        var duties = await db.ReportGuests.Where(g => g.MemberId == access.MemberId).Select(g => new { g.FollowId }).Distinct().CountAsync(cancel);
        return [.. terms.Select(t => new SharedThing(TermsBook.Thing, t.Id, $"{t.Number}")), .. meetings.Select(m => new SharedThing(Meetings.Thing, m.Id, m.Title)), .. versions.Select(v => new SharedThing(FollowUp.Actions.ActionVersions.Thing, v.Id, v.Title)),
            .. reports.Select(v => new SharedThing(FollowUp.Reports.ReportVersions.Thing, v.Id, v.Title)), .. duties == 0 ? [] : new[] { new SharedThing(FollowUp.Mechanism.ReportDuties.Thing, 0, "") }];
    }
}
