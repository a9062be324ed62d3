using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Press;

/// <summary>A text for the press, as typed.</summary>
/// <param name="Number">The version that the writer had before them; null for a new text.</param>
public sealed record PressWish(string? Kind, string? Title, string? Text, string? Sur, int? Session, long? ClusterId, int? Number);

/// <summary>A version with the names of who wrote and approved it.</summary>
public sealed record PressVersion(PressText Text, string? Author, string? Approver);

/// <summary>Texts for the press in versions: whoever changes one adds a version, and a version is approved or it is not (requirements I8, K11, L11).</summary>
public static partial class PressTexts
{
    public const string Thing = "press_texts";

    /// <summary>A release, a briefing of journalists against misreporting, a digest in plain language.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["release", "briefing", "digest"];

    /// <summary>The places of a text that wait for somebody to fill them, as they stand there: "[fill in: ...]".</summary>
    public static IReadOnlyList<string> BlanksOf(string text) => [.. Blank().Matches(text).Select(m => m.Value)];

    /// <summary>The newest version of every text that the person may see, the newest first.</summary>
    public static async Task<IReadOnlyList<PressVersion>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var all = await db.PressTexts.AsNoTracking().ToListAsync(cancel);
        var newest = all.GroupBy(t => t.SeriesId).Select(g => g.MaxBy(t => t.Number)!).OrderByDescending(t => t.WrittenAt).ThenByDescending(t => t.Id).ToList();
        return await NamedAsync(db, newest, cancel);
    }

    /// <summary>All versions of a text, the newest first; empty where there is none for this person.</summary>
    public static async Task<IReadOnlyList<PressVersion>> ReadAsync(Store store, CoalitionAccess access, long series, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await NamedAsync(db, await db.PressTexts.AsNoTracking().Where(t => t.SeriesId == series).OrderByDescending(t => t.Number).ToListAsync(cancel), cancel);
    }

    /// <summary>Adds a text, or a version of one. A version that somebody else added meanwhile is not overwritten: the writer is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? series, PressWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, series is null ? "press.add" : "press.change", "press", async db =>
        {
            var newest = series is null ? null : await db.PressTexts.Where(t => t.SeriesId == series).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancel);
            if (series is not null && newest is null)
            {
                return Outcome.Absent;
            }

            if (newest is not null && newest.Number != wish.Number)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            var version = new PressText
            {
                Id = await db.TakeIdsAsync(Counters.PressTexts, 1, cancel), CoalitionId = access.CoalitionId, Number = (newest?.Number ?? 0) + 1, State = PressText.Draft, AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(),
                Kind = newest?.Kind ?? fields.OneOf("kind", wish.Kind, [.. Kinds]),
                Title = fields.Required("title", wish.Title),
                Text = fields.Required("text", wish.Text, Fields.Long),
                Sur = newest?.Sur ?? fields.OneOf("sur", wish.Sur, [.. rooms.Store.Reference.States.Select(s => s.Iso3)]),
                Session = newest is null ? wish.Session : newest.Session,

                // A text stays with its cluster: moving it would open what was written behind a closed door.
                ClusterId = newest is null ? await ClusterAsync(db, access, wish.ClusterId, fields, cancel) : newest.ClusterId,
            };
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            version.SeriesId = newest?.SeriesId ?? version.Id;
            db.PressTexts.Add(version);
            return Outcome.Done(version.SeriesId);
        }, cancel);

    /// <summary>Approves the newest version, or takes the approval back. What still has blanks cannot go out and is not approved.</summary>
    /// <param name="number">The version that the person read.</param>
    public static Task<Outcome> ApproveAsync(Rooms rooms, CoalitionAccess access, long series, int number, bool approve, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, approve ? "press.approve" : "press.withdraw", "press", async db =>
        {
            if (await db.PressTexts.Where(t => t.SeriesId == series).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancel) is not { } newest)
            {
                return Outcome.Absent;
            }

            if (newest.Number != number)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            if (approve && (BlanksOf(newest.Text).Count > 0 || BlanksOf(newest.Title).Count > 0))
            {
                return Outcome.Not(Refusal.HasBlanks);
            }

            newest.State = approve ? PressText.Approved : PressText.Draft;
            newest.ApproverId = approve ? access.MemberId : null;
            newest.ApprovedAt = approve ? rooms.Time.GetUtcNow() : null;
            return Outcome.Done(series);
        }, cancel);

    private static async Task<long?> ClusterAsync(OpenUprDb db, CoalitionAccess access, long? cluster, Fields fields, CancellationToken cancel) => cluster is not { } id ? null
        : await db.Clusters.AnyAsync(c => c.Id == id && c.EndedAt == null, cancel) ? id : fields.Refuse<long?>(Refusal.Unknown, "cluster", null);

    private static async Task<IReadOnlyList<PressVersion>> NamedAsync(OpenUprDb db, List<PressText> texts, CancellationToken cancel)
    {
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        return [.. texts.Select(t => new PressVersion(t, t.AuthorId is { } author ? names.GetValueOrDefault(author) : null, t.ApproverId is { } approver ? names.GetValueOrDefault(approver) : null))];
    }

    [GeneratedRegex(@"\[fill in:[^\]\n]{0,300}\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();
}
