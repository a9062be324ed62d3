using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Actions.Joint;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions;

/// <summary>A version in a list.</summary>
/// <param name="Open">Comments and proposals that nobody answered yet.</param>
public sealed record VersionLine(ActionVersion Version, string? Author, int Comments, int Open);

/// <summary>What somebody said about a version.</summary>
/// <param name="IsGuest">Whether a guest said it.</param>
public sealed record CommentRow(ActionComment Comment, string? Author, string? AnsweredBy, bool IsGuest);

/// <summary>A guest, what they may do with a version.</summary>
public sealed record VersionGuest(long MemberId, string? Name, bool MayRead, bool MayWrite);

/// <summary>A version as somebody reads it.</summary>
/// <param name="Plan">What it says; of a joint draft, what it says by now.</param>
/// <param name="MayWrite">Whether they may comment on it and propose changes, and change a joint draft that is open.</param>
public sealed record VersionView(ActionVersion Version, ActionPlan Plan, IReadOnlyList<CommentRow> Comments, bool MayWrite)
{
    /// <summary>Null for a version that nobody writes into.</summary>
    public JointDraft? Joint { get; init; }
}

/// <summary>Versions of the implementation matrix: kept, shared with guests by name, commented on (requirements L3, O2).</summary>
public static class ActionVersions
{
    /// <summary>The table, by which shares name it.</summary>
    public const string Thing = "action_versions";

    /// <summary>Versions of one followed review.</summary>
    public const int Most = 100;

    /// <summary>Comments on one version.</summary>
    public const int MostComments = 1_000;

    private static readonly string[] s_commentKinds = [ActionComment.Comment, ActionComment.Proposal];

    public static IReadOnlyList<string> Kinds { get; } = [ActionVersion.Plan, ActionVersion.Joint, ActionVersion.Agreed, ActionVersion.Published];

    /// <summary>Keeps the matrix as it is now, or the part of it that concerns somebody.</summary>
    /// <param name="audience">Null for the whole.</param>
    public static async Task<Outcome> TakeAsync(Rooms rooms, CoalitionAccess access, FollowView follow, string? kind, string? title, ActionAudience? audience, CancellationToken cancel)
    {
        var plan = ActionPlans.Of(await ActionRows.ReadAsync(rooms.Store, access, follow, cancel));
        return await rooms.WriteAsync(access, CoalitionRole.Editor, "version.take", Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, follow.Review.Id, cancel) is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var version = new ActionVersion
            {
                CoalitionId = access.CoalitionId, FollowId = follow.Review.Id, Kind = fields.OneOf("kind", kind, [.. Kinds]), Title = fields.Required("title", title), View = audience?.Kind, ViewOf = audience?.Of,
                Content = ActionPlans.Write(audience is null ? plan : ActionViews.Of(plan, audience)), AuthorId = access.MemberId, TakenAt = rooms.Time.GetUtcNow(),
            };
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (plan.Actions.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "title");
            }

            return await AddAsync(db, version, cancel);
        }, cancel);
    }

    internal static async Task<Outcome> AddAsync(OpenUprDb db, ActionVersion version, CancellationToken cancel)
    {
        if (await db.ActionVersions.CountAsync(v => v.FollowId == version.FollowId, cancel) >= Most)
        {
            return Outcome.Not(Refusal.TooMany, "title");
        }

        version.Id = await db.TakeIdsAsync(Counters.ActionVersions, 1, cancel);
        db.ActionVersions.Add(version);
        return Outcome.Done(version.Id);
    }

    /// <summary>Versions of a followed review, the newest first; without what is in them.</summary>
    public static async Task<IReadOnlyList<VersionLine>> ListAsync(Store store, CoalitionAccess access, long followId, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = store.Open(access);
        var names = await TaskRows.NamesAsync(db, cancel);
        var versions = await db.ActionVersions.AsNoTracking().Where(v => v.FollowId == followId).OrderByDescending(v => v.Id)
            .Select(v => new ActionVersion { Id = v.Id, CoalitionId = v.CoalitionId, FollowId = v.FollowId, Kind = v.Kind, Title = v.Title, View = v.View, ViewOf = v.ViewOf, Content = "", AuthorId = v.AuthorId, TakenAt = v.TakenAt, ClosedAt = v.ClosedAt }).ToListAsync(cancel);
        var counts = await db.ActionComments.AsNoTracking().GroupBy(c => c.VersionId).Select(g => new { g.Key, All = g.Count(), Open = g.Count(c => c.AnsweredAt == null) }).ToDictionaryAsync(g => g.Key, cancel);
        return [.. versions.Select(v => new VersionLine(v, Name(names, v.AuthorId), counts.GetValueOrDefault(v.Id)?.All ?? 0, counts.GetValueOrDefault(v.Id)?.Open ?? 0))];
    }

    /// <summary>A version with what was said about it, for a member or a guest with whom it is shared; null for anybody else. A guest is shown no person's name but their own.</summary>
    public static async Task<VersionView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Guest) || await db.ActionVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancel) is not { } version)
        {
            return null;
        }

        var isMember = access.Is(CoalitionRole.Observer);
        var names = isMember ? await TaskRows.NamesAsync(db, cancel) : [];
        var guest = CoalitionRole.Guest.Code();
        var guests = isMember ? await db.Memberships.Where(m => m.CoalitionId == access.CoalitionId && m.Role == guest).Select(m => m.Id).ToListAsync(cancel) : [];
        var comments = await db.ActionComments.AsNoTracking().Where(c => c.VersionId == id).OrderBy(c => c.Id).ToListAsync(cancel);
        var joint = version.Kind == ActionVersion.Joint ? await JointDrafts.ReadAsync(db, access, id, cancel) : null;
        var mayWrite = joint?.MayWrite ?? await JointDrafts.MayWriteAsync(db, access, id, cancel);
        return new VersionView(version, joint?.Plan ?? ActionPlans.Read(version.Content), [.. comments.Select(c => new CommentRow(c, Name(names, c.AuthorId), Name(names, c.AnsweredById), c.AuthorId is { } a && guests.Contains(a)))], mayWrite) { Joint = joint };
    }

    /// <summary>The guests and what each may do with a version.</summary>
    public static async Task<IReadOnlyList<VersionGuest>> GuestsAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var writers = await db.ActionGuests.Where(g => g.VersionId == id).Select(g => g.MemberId).ToListAsync(cancel);
        return [.. (await Sharing.ListAsync(store, access, Thing, id, cancel)).Select(g => new VersionGuest(g.MemberId, g.Name, g.MayRead, g.MayRead && writers.Contains(g.MemberId)))];
    }

    public static Task<Outcome> ShareAsync(Rooms rooms, CoalitionAccess access, long id, long guestId, bool mayRead, CancellationToken cancel) =>
        Sharing.SetAsync(rooms, access, Thing, id, guestId, mayRead, db => db.ActionVersions.AnyAsync(v => v.Id == id, cancel), cancel);

    /// <summary>Lets a guest with whom a version is shared comment on it, or only read it again.</summary>
    public static Task<Outcome> SetWriterAsync(Rooms rooms, CoalitionAccess access, long id, long guestId, bool mayWrite, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, mayWrite ? "version.writer" : "version.reader", Thing, async db =>
        {
            if (!await db.Shares.AnyAsync(s => s.Thing == Thing && s.ThingId == id && s.MemberId == guestId, cancel))
            {
                return Outcome.Absent;
            }

            var right = await db.ActionGuests.SingleOrDefaultAsync(g => g.VersionId == id && g.MemberId == guestId, cancel);
            if (mayWrite && right is null)
            {
                db.ActionGuests.Add(new ActionGuest { Id = await db.TakeIdsAsync(Counters.ActionGuests, 1, cancel), CoalitionId = access.CoalitionId, VersionId = id, MemberId = guestId, AuthorId = access.MemberId });
            }
            else if (!mayWrite && right is not null)
            {
                db.ActionGuests.Remove(right);
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>Comments on a version, or proposes a change to it. A guest needs the right to; who lost sight of the version has lost the right with it.</summary>
    /// <param name="actionNumber">Null for the whole version.</param>
    public static Task<Outcome> SayAsync(Rooms rooms, CoalitionAccess access, long id, int? actionNumber, string? kind, string? text, string? client, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Guest, "version.comment", Thing, async db =>
        {
            if (await ReadAsync(rooms.Store, access, id, cancel) is not { MayWrite: true } view || (actionNumber is { } number && view.Plan.Actions.All(a => a.Number != number)))
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var comment = new ActionComment
            {
                CoalitionId = access.CoalitionId, VersionId = id, ActionNumber = actionNumber, Kind = fields.OneOf("kind", kind, s_commentKinds), Text = fields.Required("text", text, Fields.Note),
                AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), ClientId = Arrivals.Client(client),
            };
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (view.Comments.Any(c => c.Comment.ClientId == comment.ClientId && c.Comment.AuthorId == access.MemberId))
            {
                return Outcome.Done(id);
            }

            if (await db.ActionComments.CountAsync(c => c.VersionId == id, cancel) >= MostComments)
            {
                return Outcome.Not(Refusal.TooMany, "text");
            }

            comment.Id = await db.TakeIdsAsync(Counters.ActionComments, 1, cancel);
            db.ActionComments.Add(comment);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Answers a comment. Whoever wrote it reads the answer; it is given once.</summary>
    public static Task<Outcome> AnswerAsync(Rooms rooms, CoalitionAccess access, long id, long commentId, string? answer, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "version.answer", Thing, async db =>
        {
            if (await db.ActionComments.SingleOrDefaultAsync(c => c.Id == commentId && c.VersionId == id, cancel) is not { } comment)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var text = fields.Required("answer", answer, Fields.Note);
            if ((fields.Wrong ?? (comment.AnsweredAt is null ? null : Outcome.Not(Refusal.Closed, "answer"))) is { } wrong)
            {
                return wrong;
            }

            (comment.Answer, comment.AnsweredAt, comment.AnsweredById) = (text, rooms.Time.GetUtcNow(), access.MemberId);
            return Outcome.Done(id);
        }, cancel);

    private static string? Name(Dictionary<long, string?> names, long? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
