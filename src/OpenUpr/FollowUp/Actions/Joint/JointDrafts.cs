using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Joint;

/// <summary>A joint draft as somebody sees it: a version of the matrix, or of a part of it, into which the coalition and invited guests write (requirement L3).</summary>
/// <param name="Base">The version as it was taken.</param>
/// <param name="Newest">The newest entry of each action that somebody wrote into, by the action's number.</param>
/// <param name="MayWrite">Whether they may write into it while it is open.</param>
public sealed record JointDraft(ActionVersion Version, ActionPlan Base, IReadOnlyDictionary<int, JointEntry> Newest, bool MayWrite)
{
    public bool IsOpen => Version.ClosedAt is null;

    public bool MayChange => IsOpen && MayWrite;

    /// <summary>As it reads now, with the actions that were left out. What was added in the draft stands last.</summary>
    public ActionPlan Whole { get; } = Base with
    {
        Actions = [.. Base.Actions.Select(a => Newest.TryGetValue(a.Number, out var entry) ? ActionPlans.ReadAction(entry.Content) : a),
            .. Newest.Values.Where(e => Base.Actions.All(a => a.Number != e.ActionNumber)).OrderBy(e => e.ActionNumber < 0).ThenBy(e => Math.Abs(e.ActionNumber)).Select(e => ActionPlans.ReadAction(e.Content))],
    };

    /// <summary>As it leaves the room.</summary>
    public ActionPlan Plan => Whole with { Actions = [.. Whole.Actions.Where(a => a.State != ActionEntry.Dropped)] };

    public IEnumerable<PlanAction> LeftOut => Whole.Actions.Where(a => a.State == ActionEntry.Dropped);

    public PlanAction? Find(int number) => Whole.Actions.FirstOrDefault(a => a.Number == number);

    /// <summary>The number of the newest entry of an action; 0 for one into which nobody wrote.</summary>
    public int RevisionOf(int number) => Newest.GetValueOrDefault(number)?.Number ?? 0;
}

/// <summary>What an action of a joint draft once said.</summary>
/// <param name="Author">A person's name for members; null for guests, who are told only which side wrote.</param>
/// <param name="Changes">Against what stood there before; empty for an action that was added.</param>
public sealed record JointStep(JointEntry Entry, string? Author, IReadOnlyList<ChangedField> Changes);

/// <summary>Joint drafts as people read them.</summary>
public static class JointDrafts
{
    /// <summary>Null where there is no such joint draft for this person.</summary>
    public static async Task<JointDraft?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await ReadAsync(db, access, id, cancel);
    }

    internal static async Task<JointDraft?> ReadAsync(OpenUprDb db, CoalitionAccess access, long id, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Guest) || await db.ActionVersions.SingleOrDefaultAsync(v => v.Id == id && v.Kind == ActionVersion.Joint, cancel) is not { } version)
        {
            return null;
        }

        var newest = await Newest(db).Where(e => e.VersionId == id).ToDictionaryAsync(e => e.ActionNumber, cancel);
        return new JointDraft(version, ActionPlans.Read(version.Content), newest, await MayWriteAsync(db, access, id, cancel));
    }

    /// <summary>Everything that was written into one action, the newest first.</summary>
    public static async Task<IReadOnlyList<JointStep>> HistoryAsync(Store store, CoalitionAccess access, JointDraft draft, int number, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var names = access.Is(CoalitionRole.Observer) ? await TaskRows.NamesAsync(db, cancel) : [];
        var entries = await db.JointEntries.AsNoTracking().Where(e => e.VersionId == draft.Version.Id && e.ActionNumber == number).OrderBy(e => e.Number).ToListAsync(cancel);
        var (steps, before) = (new List<JointStep>(), draft.Base.Actions.FirstOrDefault(a => a.Number == number));
        foreach (var entry in entries)
        {
            var now = ActionPlans.ReadAction(entry.Content);
            steps.Insert(0, new JointStep(entry, entry.AuthorId is { } author ? names.GetValueOrDefault(author) : null, before is null ? [] : ActionChanges.Fields(draft.Base, before, draft.Base, now)));
            before = now;
        }

        return steps;
    }

    /// <summary>Members write by their role; guests where a version that they see was opened to them for writing.</summary>
    internal static async Task<bool> MayWriteAsync(OpenUprDb db, CoalitionAccess access, long id, CancellationToken cancel) =>
        access.Is(CoalitionRole.Observer) ? access.Is(CoalitionRole.Contributor) : await db.ActionGuests.AnyAsync(g => g.VersionId == id && g.MemberId == access.MemberId, cancel);

    /// <summary>The newest entry of each action of each draft.</summary>
    internal static IQueryable<JointEntry> Newest(OpenUprDb db) =>
        db.JointEntries.AsNoTracking().Where(e => !db.JointEntries.Any(o => o.VersionId == e.VersionId && o.ActionNumber == e.ActionNumber && o.Number > e.Number));
}
