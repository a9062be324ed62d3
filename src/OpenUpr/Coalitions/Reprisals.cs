using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>An entry of the reprisal log, opened.</summary>
public sealed record ReprisalView(long Id, ReprisalWords Words, IReadOnlyList<ReprisalStep> Steps, string? Author, DateTimeOffset EnteredAt, DateTimeOffset? ClosedAt)
{
    /// <summary>The guideline's steps that nobody has noted yet, in their order.</summary>
    public IReadOnlyList<string> Left => [.. ReprisalSteps.All.Where(s => !Steps.Any(t => t.Code == s))];
}

/// <summary>
/// The log of what was done to people because of their work on the review (requirement D9). Open to those who are named for it and to
/// nobody else, the secretariat included; every look is logged too.
/// </summary>
public static class Reprisals
{
    private const string Thing = "reprisal";

    /// <summary>All entries, the newest first; null for anyone who is not a reader.</summary>
    public static Task<IReadOnlyList<ReprisalView>?> ListAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel) => ReadAsync(rooms, access, null, cancel);

    /// <summary>One entry; null where there is none for this person.</summary>
    public static async Task<ReprisalView?> FindAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) => await ReadAsync(rooms, access, id, cancel) is [var one] ? one : null;

    public static async Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, string? who, string? what, string? where, string? when, string? by, CancellationToken cancel)
    {
        var fields = new Fields();
        var words = new ReprisalWords(fields.Required("who", who), fields.Required("what", what, Fields.Note), fields.Optional("where", where), fields.Optional("when", when), fields.Optional("by", by, Fields.Note));
        return !access.ReadsReprisals ? Outcome.Absent : fields.Wrong ?? await rooms.WriteAsync(access, CoalitionRole.Observer, "reprisal.add", Thing, async db =>
        {
            var id = await db.TakeIdsAsync(Counters.ReprisalEntries, 1, cancel);
            db.ReprisalEntries.Add(new ReprisalEntry
            {
                Id = id, CoalitionId = access.CoalitionId, AuthorId = access.MemberId, EnteredAt = rooms.Time.GetUtcNow(),
                Sealed = await rooms.Keys.SealAsync(access, ReprisalSteps.ToJson(words), ReprisalSteps.PlaceOfWords(id), cancel),
                Steps = await rooms.Keys.SealAsync(access, ReprisalSteps.ToJson(Array.Empty<ReprisalStep>()), ReprisalSteps.PlaceOfSteps(id), cancel),
            });
            return Outcome.Done(id);
        }, cancel);
    }

    /// <summary>Notes that a step of the guideline was taken, on a day, with a note.</summary>
    public static Task<Outcome> AddStepAsync(Rooms rooms, CoalitionAccess access, long id, string? step, string? on, string? note, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "reprisal.step", async entry =>
        {
            var fields = new Fields();
            var taken = new ReprisalStep(fields.OneOf("step", step, ReprisalSteps.All), fields.RequiredDay("on", on), fields.Optional("note", note, Fields.Note));
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var steps = ReprisalSteps.FromJson<List<ReprisalStep>>(await rooms.Keys.OpenTextAsync(access, entry.Steps, ReprisalSteps.PlaceOfSteps(id), cancel));
            steps.Add(taken);
            entry.Steps = await rooms.Keys.SealAsync(access, ReprisalSteps.ToJson(steps), ReprisalSteps.PlaceOfSteps(id), cancel);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Nothing more is to be done for now; or there is again.</summary>
    public static Task<Outcome> SetClosedAsync(Rooms rooms, CoalitionAccess access, long id, bool closed, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, closed ? "reprisal.close" : "reprisal.reopen", entry =>
        {
            entry.ClosedAt = closed ? entry.ClosedAt ?? rooms.Time.GetUtcNow() : null;
            return Task.FromResult(Outcome.Done(id));
        }, cancel);

    private static async Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, string deed, Func<ReprisalEntry, Task<Outcome>> work, CancellationToken cancel) =>
        !access.ReadsReprisals ? Outcome.Absent : await rooms.WriteAsync(access, CoalitionRole.Observer, deed, Thing, async db =>
            await db.ReprisalEntries.SingleOrDefaultAsync(r => r.Id == id, cancel) is { } entry ? await work(entry) : Outcome.Absent, cancel);

    private static async Task<IReadOnlyList<ReprisalView>?> ReadAsync(Rooms rooms, CoalitionAccess access, long? id, CancellationToken cancel)
    {
        if (!access.ReadsReprisals)
        {
            return null;
        }

        await using var db = rooms.Store.Open(access);
        var entries = await db.ReprisalEntries.AsNoTracking().Where(r => id == null || r.Id == id).OrderByDescending(r => r.Id).ToListAsync(cancel);
        var names = await db.Members.ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var views = new List<ReprisalView>();
        foreach (var entry in entries)
        {
            var words = ReprisalSteps.FromJson<ReprisalWords>(await rooms.Keys.OpenTextAsync(access, entry.Sealed, ReprisalSteps.PlaceOfWords(entry.Id), cancel));
            var steps = ReprisalSteps.FromJson<List<ReprisalStep>>(await rooms.Keys.OpenTextAsync(access, entry.Steps, ReprisalSteps.PlaceOfSteps(entry.Id), cancel));
            views.Add(new ReprisalView(entry.Id, words, steps, entry.AuthorId is { } author ? names.GetValueOrDefault(author) : null, entry.EnteredAt, entry.ClosedAt));
        }

        // The look itself is a deed: it is in the log before the words are on a page.
        await rooms.WriteAsync(access, CoalitionRole.Observer, id is null ? "reprisals.read" : "reprisal.read", Thing, _ => Task.FromResult(Outcome.Done(id ?? 0)), cancel);
        return views;
    }
}
