using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Joint;

/// <summary>What somebody writes into an action of a joint draft, as typed.</summary>
/// <param name="Text">Its note is not read: a joint draft has none.</param>
/// <param name="Recommendations">Numbers of those that it serves, "140.7, 140.9", or "#12" for the twelfth of the version.</param>
/// <param name="Indicators">One without any word is none.</param>
public sealed record JointWish(ActionText Text, string? Recommendations, IReadOnlyList<IndicatorWish> Indicators);

/// <summary>What came of it.</summary>
/// <param name="Number">The action's; null where it was not stored.</param>
public sealed record JointSaved(Outcome Outcome, int? Number);

/// <summary>Writing into joint drafts. Nobody overwrites what they have not seen, and nothing that was written is ever lost.</summary>
public static class JointWriting
{
    /// <summary>Entries of one draft.</summary>
    public const int Most = 5_000;

    /// <summary>Changes an action of the draft, or adds one.</summary>
    /// <param name="number">Null for a new action.</param>
    /// <param name="revision">The entry that the writer had before them; 0 for none.</param>
    /// <param name="client">The form's own number.</param>
    public static async Task<JointSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long versionId, int? number, int revision, JointWish wish, string? client, CancellationToken cancel)
    {
        var saved = number;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Guest, number is null ? "joint.add" : "joint.write", ActionVersions.Thing, async db =>
        {
            if (await JointDrafts.ReadAsync(db, access, versionId, cancel) is not { MayWrite: true } draft || (number is { } wanted && draft.Find(wanted) is null))
            {
                return Outcome.Absent;
            }

            if (Arrivals.IsClient(client) && await db.JointEntries.AsNoTracking().Where(e => e.VersionId == versionId && e.ClientId == client && e.AuthorId == access.MemberId && (number == null || e.ActionNumber == number)).Select(e => (int?)e.ActionNumber).FirstOrDefaultAsync(cancel) is { } sent)
            {
                saved = sent;
                return Outcome.Done(versionId);
            }

            var fields = new Fields();
            var action = JointReading.Read(fields, wish, draft.Base, number ?? Math.Min(0, draft.Newest.Keys.Append(0).Min()) - 1);
            if (await WrongAsync(db, draft, fields, cancel) is { } wrong)
            {
                return wrong;
            }

            if (number is not null && ActionPlans.WriteAction(action) == ActionPlans.WriteAction(draft.Find(action.Number)!))
            {
                return Outcome.Done(versionId);
            }

            if (draft.RevisionOf(action.Number) != revision)
            {
                return Outcome.Not(Refusal.Conflict, "text");
            }

            await AddAsync(rooms, db, access, draft, action, client, cancel);
            saved = action.Number;
            return Outcome.Done(versionId);
        }, cancel);
        return new JointSaved(outcome, outcome.IsDone ? saved : null);
    }

    /// <summary>Ends the writing into a draft, or lets it go on.</summary>
    public static Task<Outcome> SetOpenAsync(Rooms rooms, CoalitionAccess access, long versionId, bool isOpen, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, isOpen ? "joint.open" : "joint.close", ActionVersions.Thing, async db =>
        {
            if (await JointDrafts.ReadAsync(db, access, versionId, cancel) is not { } draft)
            {
                return Outcome.Absent;
            }

            if (isOpen && await ActionWriting.WrongAsync(db, draft.Version.FollowId, cancel) is { } no)
            {
                return no;
            }

            draft.Version.ClosedAt = isOpen ? null : draft.Version.ClosedAt ?? rooms.Time.GetUtcNow();
            return Outcome.Done(versionId);
        }, cancel);

    /// <summary>Keeps what both sides agreed on as a version of its own, without what was left out, and ends the writing. The new version is shared with nobody yet.</summary>
    public static Task<Outcome> AgreeAsync(Rooms rooms, CoalitionAccess access, long versionId, string? title, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "joint.agree", ActionVersions.Thing, async db =>
        {
            if (await JointDrafts.ReadAsync(db, access, versionId, cancel) is not { } draft)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var version = new ActionVersion
            {
                CoalitionId = access.CoalitionId, FollowId = draft.Version.FollowId, Kind = ActionVersion.Agreed, Title = fields.Required("title", title), View = draft.Version.View, ViewOf = draft.Version.ViewOf,
                Content = ActionPlans.Write(draft.Plan), AuthorId = access.MemberId, TakenAt = rooms.Time.GetUtcNow(),
            };
            if (await WrongAsync(db, draft, fields, cancel) is { } wrong)
            {
                return wrong;
            }

            if (draft.Plan.Actions.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "title");
            }

            draft.Version.ClosedAt = version.TakenAt;
            return await ActionVersions.AddAsync(db, version, cancel);
        }, cancel);

    internal static async Task AddAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, JointDraft draft, PlanAction action, string? client, CancellationToken cancel) => db.JointEntries.Add(new JointEntry
    {
        Id = await db.TakeIdsAsync(Counters.JointEntries, 1, cancel), CoalitionId = access.CoalitionId, VersionId = draft.Version.Id, ActionNumber = action.Number, Number = draft.RevisionOf(action.Number) + 1, Content = ActionPlans.WriteAction(action),
        IsGuests = !access.Is(CoalitionRole.Observer), AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), TakenAs = draft.Newest.GetValueOrDefault(action.Number)?.TakenAs, ClientId = Arrivals.Client(client),
    });

    /// <summary>Null where the draft can take an entry and the fields are right.</summary>
    private static async Task<Outcome?> WrongAsync(OpenUprDb db, JointDraft draft, Fields fields, CancellationToken cancel) =>
        !draft.IsOpen ? Outcome.Not(Refusal.Closed, "text") : fields.Wrong ?? (await db.JointEntries.CountAsync(e => e.VersionId == draft.Version.Id, cancel) >= Most ? Outcome.Not(Refusal.TooMany, "text") : null);
}
