using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>The sections of a document: which there are, in which order, and who writes them. What they say, <see cref="SectionWriting"/> changes.</summary>
public static class StudioSections
{
    /// <summary>Adds a section, at the end or behind another one.</summary>
    /// <param name="afterId">Null for the end.</param>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long id, SectionWish wish, long? afterId, CancellationToken cancel) =>
        OrderAsync(rooms, access, id, async (db, document, all) =>
        {
            var fields = new Fields();
            var read = Studio.Read(fields, wish);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (await db.StudioSections.CountAsync(s => s.DocumentId == id, cancel) >= Studio.MostSections)
            {
                return Outcome.Not(Refusal.TooMany, "heading");
            }

            var at = all.FindIndex(s => s.Id == afterId) is >= 0 and var found ? found + 1 : all.Count;
            foreach (var (i, section) in all.Index())
            {
                section.Place = i < at ? i + 1 : i + 2;
            }

            await Studio.AddSectionsAsync(db, document, [read], at + 1, Arrivals.NewClient(), access.MemberId, cancel);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Moves a section up or down.</summary>
    public static Task<Outcome> MoveAsync(Rooms rooms, CoalitionAccess access, long id, long sectionId, bool up, CancellationToken cancel) =>
        OrderAsync(rooms, access, id, (_, _, all) => Task.FromResult(Order.Move(all, s => s.Id == sectionId, up, (s, place) => s.Place = place) ? Outcome.Done(id) : Outcome.Absent), cancel);

    /// <summary>Takes a section out, or puts it back at the end. Its versions stay.</summary>
    public static Task<Outcome> SetRemovedAsync(Rooms rooms, CoalitionAccess access, long id, long sectionId, bool isRemoved, CancellationToken cancel) =>
        OrderAsync(rooms, access, id, async (db, _, all) =>
        {
            if (await db.StudioSections.SingleOrDefaultAsync(s => s.Id == sectionId && s.DocumentId == id, cancel) is not { } section || section.RemovedAt is not null == isRemoved)
            {
                return Outcome.Absent;
            }

            (section.RemovedAt, section.Place) = (isRemoved ? rooms.Time.GetUtcNow() : null, all.Select(s => s.Place).DefaultIfEmpty(0).Max() + 1);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Says which cluster writes a section.</summary>
    /// <param name="clusterId">Null for anybody.</param>
    public static Task<Outcome> SetDutyAsync(Rooms rooms, CoalitionAccess access, long id, long sectionId, long? clusterId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.duty", StudioRows.Thing, async db =>
        {
            if (await Studio.OrderedAsync(db, access, id, cancel) is not ({ }, var refused) || await db.StudioSections.SingleOrDefaultAsync(s => s.Id == sectionId && s.DocumentId == id, cancel) is not { } section)
            {
                return Outcome.Absent;
            }

            if (refused is { } no)
            {
                return no;
            }

            if (clusterId is { } cluster && !await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel))
            {
                return Outcome.Not(Refusal.Unknown, "duty");
            }

            section.DutyClusterId = clusterId;
            section.Revision++;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Says at which level a section's heading stands, 1 to 3.</summary>
    public static Task<Outcome> SetLevelAsync(Rooms rooms, CoalitionAccess access, long id, long sectionId, int level, CancellationToken cancel) => OrderAsync(rooms, access, id, (_, _, all) =>
    {
        if (all.Find(s => s.Id == sectionId) is not { } section)
        {
            return Task.FromResult(Outcome.Absent);
        }

        section.Level = Math.Clamp(level, 1, 3);
        return Task.FromResult(Outcome.Done(id));
    }, cancel);

    /// <summary>Those who write a section say that it is finished, or that it is not after all.</summary>
    public static Task<Outcome> SetDoneAsync(Rooms rooms, CoalitionAccess access, long id, long sectionId, bool isDone, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.done", StudioRows.Thing, async db =>
        {
            if (await SectionWriting.FindAsync(db, access, id, sectionId, cancel) is not ({ } section, _, true))
            {
                return Outcome.Absent;
            }

            section.IsDone = isDone;
            section.Revision++;
            return Outcome.Done(id);
        }, cancel);

    private static Task<Outcome> OrderAsync(Rooms rooms, CoalitionAccess access, long id, Func<OpenUprDb, StudioDocument, List<StudioSection>, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.order", StudioRows.Thing, async db =>
        {
            if (await Studio.OrderedAsync(db, access, id, cancel) is not ({ } document, var refused))
            {
                return Outcome.Absent;
            }

            if (refused is { } no)
            {
                return no;
            }

            var all = await db.StudioSections.Where(s => s.DocumentId == id && s.RemovedAt == null).OrderBy(s => s.Place).ThenBy(s => s.Id).ToListAsync(cancel);
            var outcome = await work(db, document, all);
            if (outcome.IsDone)
            {
                await Studio.ChangedAsync(rooms, db, access, document, cancel);
            }

            return outcome;
        }, cancel);
}
