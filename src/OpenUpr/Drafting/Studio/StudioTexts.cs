using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.Drafting.Studio;

/// <summary>Documents of the studio for the room's search and the traces of a person: their sections, who signs them, and what was noted of people they name. Working copies are nobody's but their writer's and stay out.</summary>
public sealed class StudioTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var documents = await db.StudioDocuments.AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(cancel);
        var sections = (await db.StudioSections.AsNoTracking().OrderBy(s => s.Place).Select(s => new { s.DocumentId, s.Heading, s.Text }).ToListAsync(cancel)).ToLookup(s => s.DocumentId, s => $"{s.Heading}\n{s.Text}");
        var signers = (await db.StudioSigners.AsNoTracking().OrderBy(s => s.Place).Select(s => new { s.DocumentId, s.Name, s.ConsentBy }).ToListAsync(cancel)).ToLookup(s => s.DocumentId, s => $"{s.Name} {s.ConsentBy}");
        var steps = (await db.StudioSteps.AsNoTracking().Where(s => s.Note != null).Select(s => new { s.DocumentId, s.Note }).ToListAsync(cancel)).ToLookup(s => s.DocumentId, s => s.Note!);
        var checks = (await db.StudioSafeties.AsNoTracking().Select(s => new { s.DocumentId, s.Words, s.Note }).ToListAsync(cancel)).ToLookup(s => s.DocumentId, s => $"{s.Words} {s.Note}");
        return [.. documents.Select(d => new RoomText(
            StudioRows.Thing, d.Title, string.Join('\n', sections[d.Id].Concat(signers[d.Id]).Concat(steps[d.Id]).Concat(checks[d.Id]).Prepend(d.Contact ?? "")), FormattableString.Invariant($"/studio/{d.Id}")))];
    }
}
