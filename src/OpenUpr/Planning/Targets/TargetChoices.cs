using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Planning.Targets;

/// <summary>A chosen State, as typed.</summary>
/// <param name="Revision">The one that the writer had before them; null for a new choice.</param>
public sealed record TargetWish(string? Sur, string? State, string? Issue, string? Note, long? TalkerId, string? Progress, long? PlanId, int? Revision);

/// <summary>A chosen State with the name of who speaks to it.</summary>
public sealed record TargetChoiceRow(TargetChoice Choice, string? Talker);

/// <summary>The States that a coalition chose to speak to, issue by issue (requirement H4).</summary>
public static class TargetChoices
{
    public const string Chosen = "chosen";

    /// <summary>How far the talk with a State is, in its order.</summary>
    public static IReadOnlyList<string> Steps { get; } = [Chosen, "contacted", "promised", "raised", "declined"];

    /// <summary>Those that the person may see: by State under review, then issue, then State.</summary>
    public static async Task<IReadOnlyList<TargetChoiceRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var rows = await (
            from c in db.TargetChoices.AsNoTracking()
            join m in db.Members on c.TalkerId equals (long?)m.Id into talkers
            from m in talkers.DefaultIfEmpty()
            select new { Choice = c, Talker = m == null ? null : m.Name }).ToListAsync(cancel);
        return [.. rows.Select(r => new TargetChoiceRow(r.Choice, r.Talker))
            .OrderBy(r => r.Choice.Sur, StringComparer.Ordinal).ThenBy(r => r.Choice.Issue ?? "", StringComparer.Ordinal).ThenBy(r => r.Choice.State, StringComparer.Ordinal).ThenBy(r => r.Choice.Id)];
    }

    /// <summary>Adds a choice, or changes one. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, TargetWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, id is null ? "target.add" : "target.change", "target", async db =>
        {
            var choice = id is null ? new TargetChoice { CoalitionId = access.CoalitionId, Sur = "", State = "", Progress = Chosen } : await db.TargetChoices.SingleOrDefaultAsync(c => c.Id == id, cancel);
            if (choice is null)
            {
                return Outcome.Absent;
            }

            if (id is not null && choice.Revision != wish.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            if (await FillAsync(rooms, db, choice, wish, cancel) is { } wrong)
            {
                return wrong;
            }

            if (id is null && await db.TargetChoices.AnyAsync(c => c.Sur == choice.Sur && c.State == choice.State && c.Issue == choice.Issue && c.PlanId == choice.PlanId, cancel))
            {
                return Outcome.Not(Refusal.Taken, "state");
            }

            choice.Revision++;
            if (id is null)
            {
                choice.Id = await db.TakeIdsAsync(Counters.TargetChoices, 1, cancel);
                db.TargetChoices.Add(choice);
            }

            return Outcome.Done(choice.Id);
        }, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "target.remove", "target", async db =>
        {
            if (await db.TargetChoices.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } choice)
            {
                return Outcome.Absent;
            }

            db.TargetChoices.Remove(choice);
            return Outcome.Done(id);
        }, cancel);

    private static async Task<Outcome?> FillAsync(Rooms rooms, OpenUprDb db, TargetChoice choice, TargetWish wish, CancellationToken cancel)
    {
        var (fields, reference) = (new Fields(), rooms.Store.Reference);
        choice.Sur = fields.OneOf("sur", wish.Sur, [.. reference.States.Select(s => s.Iso3)]);
        choice.State = fields.OneOf("state", wish.State, [.. reference.States.Where(s => s.Iso3 != choice.Sur).Select(s => s.Iso3)]);
        choice.Issue = string.IsNullOrWhiteSpace(wish.Issue) ? null : fields.OneOf("issue", wish.Issue, [.. IssueList.Current.All.Select(i => i.Slug)]);
        choice.Note = fields.Optional("note", wish.Note, Fields.Note);
        choice.Progress = string.IsNullOrWhiteSpace(wish.Progress) ? Chosen : fields.OneOf("progress", wish.Progress, [.. Steps]);
        choice.PlanId = wish.PlanId;
        choice.TalkerId = wish.TalkerId is not { } talker ? null : await db.Members.AnyAsync(m => m.Id == talker, cancel) ? talker : fields.Refuse<long?>(Refusal.Unknown, "talker", null);
        return fields.Wrong;
    }
}
