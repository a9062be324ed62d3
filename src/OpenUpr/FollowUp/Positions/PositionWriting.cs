using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>What somebody writes about a recommendation.</summary>
/// <param name="Revision">The entry that they had before them; 0 for none.</param>
/// <param name="Fields">As typed, by the codes of <see cref="EntryFields"/>; what is not among them stays as it is.</param>
public sealed record PositionText(long FollowedId, int Revision, IReadOnlyDictionary<string, string?> Fields);

/// <summary>A change that met another one in the same fields: nothing of it was stored, and what is stored stands.</summary>
/// <param name="Fields">Codes of the fields that both changed.</param>
/// <param name="Form">What the form is to hold when it comes back: the writer's own where they changed a field, else what is stored, so that sending it again takes nothing of the other away.</param>
public sealed record PositionClash(IReadOnlyList<string> Fields, OutcomeEntry Theirs, IReadOnlyDictionary<string, string?> Form);

/// <summary>What came of a form.</summary>
/// <param name="Clash">Null where there was none.</param>
public sealed record PositionSaved(Outcome Outcome, PositionClash? Clash);

/// <summary>
/// Writing about recommendations. Entries are only added. Two who write different fields at once are put together; who changes a field that somebody else changed meanwhile is shown both.
/// </summary>
public static class PositionWriting
{
    /// <param name="client">The form's own number.</param>
    public static async Task<PositionSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long followId, PositionText text, string? client, CancellationToken cancel)
    {
        PositionClash? clash = null;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.position", Follows.Thing, async db =>
        {
            var (row, refused) = await RowAsync(db, access, followId, text.FollowedId, cancel);
            if (refused is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var typed = text.Fields.ToDictionary(f => f.Key, f => EntryFields.Clean(fields, rooms.Store.Reference, f.Key, f.Value, f.Key));
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var entries = await db.OutcomeEntries.AsNoTracking().Where(e => e.FollowedId == row!.Id).OrderBy(e => e.Number).ToListAsync(cancel);
            var seen = Seen(entries, access, text.Revision, client);
            var (changed, met) = Merge(entries, typed, seen);
            if (met.Count > 0)
            {
                clash = new PositionClash(met, entries[^1], typed.ToDictionary(t => t.Key, t => t.Value == EntryFields.Read(seen, t.Key) ? EntryFields.Read(entries[^1], t.Key) : t.Value));
            }
            else if (changed.Count > 0)
            {
                db.OutcomeEntries.Add(await EntryAsync(rooms, db, access, row!, entries.LastOrDefault(), changed, Arrivals.Client(client), cancel));
            }

            return Outcome.Done(followId);
        }, cancel);
        return new PositionSaved(outcome, outcome.IsDone ? clash : null);
    }

    /// <summary>Who may write rows writes in those of their clusters and those that belong to none; editors in all.</summary>
    internal static bool MayWrite(CoalitionAccess access, FollowedRecommendation row, IReadOnlyCollection<long> clusters) =>
        access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && (row.DutyClusterId is not { } duty || clusters.Contains(duty)));

    /// <summary>The recommendation, where the person may write about it; else why not.</summary>
    internal static async Task<(FollowedRecommendation? Row, Outcome? Refused)> RowAsync(OpenUprDb db, CoalitionAccess access, long followId, long rowId, CancellationToken cancel)
    {
        var row = await db.FollowedRecommendations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rowId && r.FollowId == followId, cancel);
        var mine = access.MemberId is { } me ? await db.ClusterMembers.Where(m => m.MemberId == me).Select(m => m.ClusterId).ToListAsync(cancel) : [];
        return row is null || !MayWrite(access, row, mine) ? (null, Outcome.Absent)
            : await db.FollowedReviews.AnyAsync(f => f.Id == followId && f.ClosedAt == null, cancel) ? (row, null) : (null, Outcome.Not(Refusal.Closed));
    }

    /// <summary>The entry that the writer had before them: their own of the same form where its answer was lost, else the one that the form names; null for none.</summary>
    private static OutcomeEntry? Seen(List<OutcomeEntry> entries, CoalitionAccess access, int revision, string? client)
    {
        var sent = Arrivals.IsClient(client) ? entries.LastOrDefault(e => e.ClientId == client && e.AuthorId == access.MemberId) : null;
        return sent?.Number >= revision ? sent : entries.Find(e => e.Number == revision);
    }

    private static (Dictionary<string, string?> Changed, List<string> Met) Merge(List<OutcomeEntry> entries, Dictionary<string, string?> typed, OutcomeEntry? seen)
    {
        var (newest, changed, met) = (entries.LastOrDefault(), new Dictionary<string, string?>(), new List<string>());
        foreach (var (code, mine) in typed)
        {
            var (theirs, before) = (EntryFields.Read(newest, code), EntryFields.Read(seen, code));
            if (mine == before || mine == theirs)
            {
                continue;
            }

            if (theirs == before)
            {
                changed[code] = mine;
            }
            else
            {
                met.Add(code);
            }
        }

        return (changed, met);
    }

    private static async Task<OutcomeEntry> EntryAsync(
        Rooms rooms, OpenUprDb db, CoalitionAccess access, FollowedRecommendation row, OutcomeEntry? newest, Dictionary<string, string?> changed, string client, CancellationToken cancel)
    {
        var entry = new OutcomeEntry
        {
            Id = await db.TakeIdsAsync(Counters.OutcomeEntries, 1, cancel), CoalitionId = access.CoalitionId, FollowedId = row.Id, Number = (newest?.Number ?? 0) + 1, AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), ClientId = client,
        };
        foreach (var field in EntryFields.All)
        {
            field.Set(entry, changed.TryGetValue(field.Code, out var value) ? value : EntryFields.Read(newest, field.Code));
        }

        return entry;
    }
}
