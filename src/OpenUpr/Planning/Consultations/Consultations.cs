using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Consultations;

/// <summary>A consultation, as typed.</summary>
/// <param name="Revision">The one that the writer had before them; null for a new one.</param>
public sealed record ConsultationWish(
    string? Kind, string? Title, string? Place, string? AskedOn, string? ToldOn, string? HeldOn, string? CommentsBy, string? Minutes, IReadOnlyList<string> Invitees, IReadOnlyList<string> Channels,
    string? Notes, string? Organisations, string? People, long? ClusterId = null, int? Revision = null);

/// <summary>A line of the list: how many issues were raised in it, and what the report made of them.</summary>
public sealed record ConsultationRow(Consultation Consultation, int Raised, int Kept, int Partly, int Ignored);

/// <summary>Consultations on the review (requirements E1 to E3, E5).</summary>
public static class Consultations
{
    internal const string Thing = "consultation";

    private const int Most = 1_000_000;

    /// <summary>Those that the person may see, the latest first.</summary>
    public static async Task<IReadOnlyList<ConsultationRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var issues = (await db.RaisedIssues.Select(i => new { i.ConsultationId, i.Fate }).ToListAsync(cancel)).ToLookup(i => i.ConsultationId, i => i.Fate);
        return [.. (await db.Consultations.AsNoTracking().ToListAsync(cancel)).OrderByDescending(c => c.HeldOn ?? c.ToldOn ?? c.AskedOn).ThenByDescending(c => c.Id)
            .Select(c => new ConsultationRow(c, issues[c.Id].Count(), issues[c.Id].Count(f => f == "kept"), issues[c.Id].Count(f => f == "partly"), issues[c.Id].Count(f => f == "ignored")))];
    }

    /// <summary>Null where there is none for this person.</summary>
    public static async Task<Consultation?> FindAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) ? await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
    }

    /// <summary>Adds a consultation, or changes one. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, ConsultationWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, id is null ? "consultation.add" : "consultation.change", Thing, async db =>
        {
            var row = id is null ? new Consultation { CoalitionId = access.CoalitionId, Kind = "", Title = "", Invitees = "", Channels = "", Answers = "", AuthorId = access.MemberId } : await db.Consultations.SingleOrDefaultAsync(c => c.Id == id, cancel);
            if (row is null || !MayChange(access, row))
            {
                return Outcome.Absent;
            }

            if (id is not null && row.Revision != wish.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            Fill(fields, row, wish);
            if (id is null && wish.ClusterId is { } cluster)
            {
                row.ClusterId = await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel) ? cluster : fields.Refuse<long?>(Refusal.Unknown, "cluster", null);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            row.Revision++;
            if (id is null)
            {
                row.Id = await db.TakeIdsAsync(Counters.Consultations, 1, cancel);
                db.Consultations.Add(row);
            }

            return Outcome.Done(row.Id);
        }, cancel);

    /// <summary>Notes the answers to the quality test.</summary>
    /// <param name="answers">By question; an empty answer takes one back.</param>
    public static Task<Outcome> TestAsync(Rooms rooms, CoalitionAccess access, long id, IReadOnlyDictionary<string, string> answers, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "consultation.test", row =>
        {
            var known = ConsultationCodes.Questions.SelectMany(q => q.Value).ToList();
            if (answers.Any(a => !known.Contains(a.Key) || (a.Value.Length > 0 && !ConsultationCodes.Answers.Contains(a.Value))))
            {
                return Outcome.Not(Refusal.Unknown, "test");
            }

            row.Answers = string.Join('\n', known.Where(q => answers.GetValueOrDefault(q, "").Length > 0).Select(q => $"{q}:{answers[q]}"));
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Whether the coalition attends, comments, refuses or asks for more time, and why.</summary>
    public static Task<Outcome> ChooseAsync(Rooms rooms, CoalitionAccess access, long id, string? choice, string? reason, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "consultation.choose", row =>
        {
            var fields = new Fields();
            (row.Choice, row.Reason) = (fields.OneOf("choice", choice, ConsultationCodes.Choices), fields.Optional("reason", reason, Fields.Note));
            return fields.Wrong ?? Outcome.Done(id);
        }, cancel);

    internal static bool MayChange(CoalitionAccess access, Consultation row) => access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && row.AuthorId == access.MemberId);

    private static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, string deed, Func<Consultation, Outcome> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, Thing, async db =>
        {
            if (await db.Consultations.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } row || !MayChange(access, row))
            {
                return Outcome.Absent;
            }

            row.Revision++;
            return work(row);
        }, cancel);

    private static void Fill(Fields fields, Consultation row, ConsultationWish wish)
    {
        row.Kind = fields.OneOf("kind", wish.Kind, ConsultationCodes.Kinds);
        row.Title = fields.Required("title", wish.Title);
        row.Place = fields.Optional("place", wish.Place);
        row.AskedOn = fields.Day("asked", wish.AskedOn);
        row.ToldOn = fields.Day("told", wish.ToldOn);
        row.HeldOn = fields.Day("held", wish.HeldOn);
        row.CommentsBy = fields.Day("comments", wish.CommentsBy);
        row.Minutes = (int?)fields.Number("minutes", wish.Minutes, 1, Most);
        row.Invitees = string.Join('\n', ConsultationCodes.Invitees.Where(wish.Invitees.Contains));
        row.Channels = string.Join('\n', ConsultationCodes.Channels.Where(wish.Channels.Contains));
        row.Notes = fields.Optional("notes", wish.Notes, Fields.Long);
        row.Organisations = (int?)fields.Number("organisations", wish.Organisations, 0, Most);
        row.People = (int?)fields.Number("people", wish.People, 0, Most);
        if (row.CommentsBy < row.ToldOn)
        {
            fields.Refuse(Refusal.NoDate, "comments", 0);
        }
    }
}
