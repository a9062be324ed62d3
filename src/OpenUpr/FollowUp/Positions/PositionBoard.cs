using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>A recommendation with everything that is known and written of its position.</summary>
/// <param name="Entry">What the coalition wrote last; null for nothing.</param>
/// <param name="Author">Who wrote it; null for a former member.</param>
/// <param name="Public">What the State said, in order.</param>
/// <param name="Steps">What was asked and learnt, the newest first.</param>
/// <param name="Matches">Obligations and commitments that a person confirmed.</param>
/// <param name="Settled">How it was settled at the adoption; null where it was not.</param>
public sealed record BoardRow(
    FollowedRow Followed, OutcomeEntry? Entry, string? Author, IReadOnlyList<PublicAnswer> Public, IReadOnlyList<LobbyStep> Steps, IReadOnlyList<RecommendationObligation> Matches, SettledPosition? Settled, bool MayWrite)
{
    public FollowedRecommendation Row => Followed.Row;

    /// <summary>supported, partly, noted or pending: the database's once the State has answered, else as it was settled.</summary>
    public string Position => Row.Position is { } said and not Pending ? said : Settled?.Position ?? Pending;

    /// <summary>The first position that is known: that of the report of the Working Group, or pending where it gives none.</summary>
    public string First => Public.Count > 1 ? Public[0].Position : Settled is null ? Position : Pending;

    /// <summary>What the State will say, by what was learnt last; null for nothing.</summary>
    public LobbyStep? Learnt => Steps.FirstOrDefault(s => s.Says is not null);

    /// <summary>Codes of States that are to speak to the State under review.</summary>
    public IReadOnlyList<string> Lobby => Entry?.Lobby?.Split(',') ?? [];

    public const string Pending = "pending";
}

/// <summary>The positions of a followed review.</summary>
/// <param name="Adoption">Null while the adoption is not settled.</param>
public sealed record BoardView(FollowView View, IReadOnlyList<BoardRow> Rows, AdoptionDay? Adoption)
{
    public int Count(string position) => Rows.Count(r => r.Position == position);

    public BoardRow? Find(long id) => Rows.FirstOrDefault(r => r.Row.Id == id);
}

/// <summary>Reads the positions of a followed review, with the person's own eyes.</summary>
public static class PositionBoard
{
    /// <summary>Null where there is no such followed review for this person.</summary>
    public static async Task<BoardView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel) =>
        await FollowRows.ReadAsync(store, access, id, cancel) is { } view ? await ReadAsync(store, access, view, cancel) : null;

    /// <summary>The same of a review that was read already.</summary>
    public static async Task<BoardView> ReadAsync(Store store, CoalitionAccess access, FollowView view, CancellationToken cancel)
    {
        var id = view.Review.Id;
        await using var db = store.Open(access);
        var names = await TaskRows.NamesAsync(db, cancel);
        var mine = access.MemberId is { } me ? await db.ClusterMembers.Where(m => m.MemberId == me).Select(m => m.ClusterId).ToListAsync(cancel) : [];
        var rows = db.FollowedRecommendations.Where(r => r.FollowId == id);
        var entries = (await db.OutcomeEntries.AsNoTracking().Where(e => rows.Any(r => r.Id == e.FollowedId) && !db.OutcomeEntries.Any(o => o.FollowedId == e.FollowedId && o.Number > e.Number)).ToListAsync(cancel)).ToDictionary(e => e.FollowedId);
        var steps = (await db.LobbySteps.AsNoTracking().Where(s => s.FollowId == id).ToListAsync(cancel)).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).ToLookup(s => s.FollowedId);
        var matches = (await db.RecommendationObligations.AsNoTracking().Where(o => o.FollowId == id && o.IsConfirmed).OrderBy(o => o.Id).ToListAsync(cancel)).ToLookup(o => o.FollowedId);
        var settled = await db.SettledPositions.AsNoTracking().Where(p => p.FollowId == id).ToDictionaryAsync(p => p.FollowedId, cancel);
        var adoption = await db.AdoptionDays.AsNoTracking().SingleOrDefaultAsync(a => a.FollowId == id, cancel);
        var answers = await PublicAnswers.ReadAsync(store, [.. view.Rows.Select(r => r.Row.RecommendationId).OfType<long>()], cancel);
        return new BoardView(view, [.. view.Rows.Select(r =>
        {
            var entry = entries.GetValueOrDefault(r.Row.Id);
            return new BoardRow(
                r, entry, entry?.AuthorId is { } author ? names.GetValueOrDefault(author) : null, r.Row.RecommendationId is { } number ? [.. answers[number]] : [], [.. steps[r.Row.Id]], [.. matches[r.Row.Id]],
                settled.GetValueOrDefault(r.Row.Id), view.IsOpen && PositionWriting.MayWrite(access, r.Row, mine));
        })], adoption);
    }

    /// <summary>Everything that was ever written about a recommendation, the newest first.</summary>
    public static async Task<IReadOnlyList<(OutcomeEntry Entry, string? Author)>> HistoryAsync(Store store, CoalitionAccess access, long followId, long rowId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || !await db.FollowedRecommendations.AnyAsync(r => r.Id == rowId && r.FollowId == followId, cancel))
        {
            return [];
        }

        var names = await TaskRows.NamesAsync(db, cancel);
        return [.. (await db.OutcomeEntries.AsNoTracking().Where(e => e.FollowedId == rowId).OrderByDescending(e => e.Number).ToListAsync(cancel)).Select(e => (e, e.AuthorId is { } author ? names.GetValueOrDefault(author) : null))];
    }
}
