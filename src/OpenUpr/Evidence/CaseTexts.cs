using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>
/// The cases a person may see, for the room's search: aliases, issues and notes. Who was harmed, where, and how to reach them stay out of
/// it: a list of hits is read over shoulders. Opening the notes is logged once for the search.
/// </summary>
public sealed class CaseTexts(Rooms rooms) : IRoomTexts
{
    /// <summary>The newest that are looked through; some tenths of a second.</summary>
    public const int MaxCases = 20_000;

    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var cases = await CaseRules.Visible(db, access).AsNoTracking().Where(c => c.ShreddedAt == null && c.TrashedAt == null).OrderByDescending(c => c.Id).Take(MaxCases)
            .Select(c => new { c.Id, c.Alias, c.Issues, c.Sealed }).ToListAsync(cancel);
        if (cases.Count == 0)
        {
            return [];
        }

        // The look is in the log before the words are on a page; it is written beside the opening, in a turn of its own, since a disk may take longer to keep it than all texts to open.
        var logging = Task.Run(() => LogAsync(access, cancel), cancel);
        var opened = await rooms.Keys.OpenManyAsync(access, cases.ConvertAll(c => (c.Sealed, CaseSecrets.PlaceOf(c.Id))), cancel);
        var texts = new List<RoomText>();
        foreach (var (i, found) in cases.Index())
        {
            texts.Add(new RoomText("evidence", found.Alias, string.Join('\n', new[] { found.Issues.Replace("\n", ", ", StringComparison.Ordinal), CaseSecrets.NotesIn(opened[i]) }.Where(t => !string.IsNullOrEmpty(t))), FormattableString.Invariant($"/evidence/{found.Id}")));
        }

        await logging;
        return texts;
    }

    private async Task LogAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, "evidence.search", "evidence-case", null, cancel);
        await transaction.CommitAsync(cancel);
    }
}
