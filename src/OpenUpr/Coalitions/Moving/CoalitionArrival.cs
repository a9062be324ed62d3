using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>One coalition coming in from a file that was checked.</summary>
internal sealed class CoalitionArrival(Rooms rooms, ZipArchive zip, CoalitionFile about, byte[] fileKey, IProgress<MoveProgress>? progress)
{
    private long _rows;

    public async Task<Arrival> RunAsync(CancellationToken cancel)
    {
        var references = await ReferencesAsync(cancel);
        var shift = await ReserveAsync(cancel);
        var coalition = about.Coalition;
        var slug = coalition.Slug;
        coalition.Id += shift;
        var access = CoalitionAccess.ForFounding(coalition);
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await CoalitionImport.FindAsync(db, about.Identity, cancel) is { } here)
        {
            return new Arrival(here, true, null, 0, 0, 0, 0, []);
        }

        while (await db.Coalitions.AnyAsync(c => c.Slug == coalition.Slug, cancel))
        {
            coalition.Slug = Founding.OtherSlug(slug);
        }

        db.Coalitions.Add(coalition);
        await db.SaveChangesAsync(cancel);
        await rooms.Keys.AddKeyAsync(db, coalition.Id, cancel);
        using var old = MovingKeys.Unwrap(about.Keys, fileKey);
        using var anew = await rooms.Keys.TakeAllAsync(db, coalition.Id, cancel);
        var found = await FindAsync(db, references, cancel);
        var moved = new MovedRow(shift, coalition.Id, old, anew, references.ToDictionary(r => (r.Table, r.Id, r.Column)), r => found.GetValueOrDefault((r.Kind, r.Name)));
        var secretariat = await ReadTablesAsync(db, moved, cancel);
        await CheckLogAsync(db, coalition.Id, cancel);
        await WaitAsync(db, moved.Waiting, cancel);
        await NoteAsync(db, access, shift, cancel);
        var ways = await InviteAsync(db, access, secretariat.Select(id => id + shift), cancel);
        await transaction.CommitAsync(cancel);
        return new Arrival(coalition.Slug, false, slug == coalition.Slug ? null : slug, _rows, moved.Found, moved.Waiting.Count, moved.Unopened, ways);
    }

    private async Task<List<TravellingReference>> ReferencesAsync(CancellationToken cancel)
    {
        await using var stream = zip.GetEntry($"tables/{CoalitionExport.References}.jsonl")!.Open();
        var references = new List<TravellingReference>();
        await foreach (var reference in JsonSerializer.DeserializeAsyncEnumerable<TravellingReference>(stream, topLevelValues: true, BackupManifest.Json, cancel))
        {
            references.Add(reference!);
        }

        return [.. references.DistinctBy(r => (r.Table, r.Id, r.Column))];
    }

    /// <summary>
    /// Takes the numbers that the rows will have, before the context that writes them: a context sees one coalition only. One shift for all tables, above every number
    /// given out here; none where none was.
    /// </summary>
    private async Task<long> ReserveAsync(CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var lasts = MovingColumns.All(db).ToDictionary(c => c.Table, c => about.Tables.SingleOrDefault(t => t.Name == c.Table)?.LastId ?? 0);

        // Profiles have the coalition's number, and people that of their place.
        lasts[Counters.Coalitions] = about.Coalition.Id;
        var counters = await db.CounterRows.Where(c => lasts.Keys.Contains(c.Name)).ToDictionaryAsync(c => c.Name, cancel);
        var shift = counters.Values.Select(c => c.Last).DefaultIfEmpty(0).Max();
        foreach (var (table, last) in lasts)
        {
            var counter = counters.GetValueOrDefault(table) ?? db.CounterRows.Add(new Counter { Name = table }).Entity;
            counter.Last = Math.Max(counter.Last, last + shift);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return shift;
    }

    private static async Task<Dictionary<(string Kind, string Name), long?>> FindAsync(OpenUprDb db, List<TravellingReference> references, CancellationToken cancel)
    {
        var found = new Dictionary<(string, string), long?>();
        foreach (var (kind, name) in references.Select(r => (r.Kind, r.Name)).Distinct())
        {
            found[(kind, name)] = await PublicThings.FindAsync(db, kind, name, cancel);
        }

        return found;
    }

    /// <summary>Adds the rows, and returns the numbers (of the other installation) of the places of the secretariat.</summary>
    private async Task<List<long>> ReadTablesAsync(OpenUprDb db, MovedRow moved, CancellationToken cancel)
    {
        var secretariat = new List<long>();
        foreach (var table in MovingColumns.All(db).Select(MovingTable.Of))
        {
            if (about.Tables.SingleOrDefault(t => t.Name == table.Columns.Table) is not { } expected)
            {
                continue;
            }

            await using var stream = zip.GetEntry(expected.Path)!.Open();
            var rows = await table.ReadAsync(db, stream, row =>
            {
                if (row is Membership { LeftAt: null, Role: "secretariat" } place)
                {
                    secretariat.Add(place.Id);
                }

                moved.Apply(table.Columns, row);
                Report(table.Columns.Table);
            }, cancel);
            if (rows != expected.Rows)
            {
                throw new InvalidDataException($"{expected.Path} does not hold {expected.Rows} rows.");
            }
        }

        return secretariat;
    }

    private void Report(string table)
    {
        if (_rows++ % 20 == 0)
        {
            progress?.Report(new MoveProgress(table, _rows, about.Rows));
        }
    }

    /// <summary>The log must be the one that the file says it is: its first entry is what a coalition is known by.</summary>
    private async Task CheckLogAsync(OpenUprDb db, long coalitionId, CancellationToken cancel)
    {
        var first = await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.CoalitionId == coalitionId && e.Number == 1, cancel);
        var last = await db.AuditEntries.Where(e => e.CoalitionId == coalitionId).MaxAsync(e => (long?)e.Number, cancel);
        if (first?.Hash != about.Identity || last != about.LastNumber)
        {
            throw new InvalidDataException("its log is not the one that it says it is.");
        }
    }

    private static async Task WaitAsync(OpenUprDb db, List<WaitingReference> waiting, CancellationToken cancel)
    {
        var first = waiting.Count == 0 ? 0 : await db.TakeIdsAsync(Counters.WaitingReferences, waiting.Count, cancel);
        foreach (var (i, reference) in waiting.Index())
        {
            reference.Id = first + i;
        }

        await db.BulkInsertAsync(waiting, cancel);
    }

    private async Task NoteAsync(OpenUprDb db, CoalitionAccess access, long shift, CancellationToken cancel)
    {
        var move = new CoalitionMove
        {
            Id = await db.TakeIdsAsync(Counters.CoalitionMoves, 1, cancel), CoalitionId = access.CoalitionId, Shift = shift, LastNumber = about.LastNumber, FlawsThen = about.LogFlaws, Proof = "",
            ExportedAt = Whole(about.ExportedAt), ArrivedAt = Whole(rooms.Time.GetUtcNow()),
        };
        move.Proof = await MovedLog.ProofOfAsync(db, rooms.Keys, move, cancel);
        db.CoalitionMoves.Add(move);
        await db.SaveChangesAsync(cancel);
        await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, "coalition.import", "coalition", access.CoalitionId, cancel);
    }

    private async Task<List<WayIn>> InviteAsync(OpenUprDb db, CoalitionAccess access, IEnumerable<long> places, CancellationToken cancel)
    {
        var ways = new List<WayIn>();
        foreach (var place in places)
        {
            var wish = new NewInvitation(Invitation.Place) { CoalitionId = access.CoalitionId, MembershipId = place, Role = CoalitionRole.Secretariat };
            var name = await db.Members.Where(m => m.Id == place).Select(m => m.Name).SingleOrDefaultAsync(cancel);
            ways.Add(new WayIn(name, await Invitations.AddAsync(db, rooms.Keys, rooms.Time, wish, cancel)));
        }

        return ways;
    }

    /// <summary>Both databases keep milliseconds.</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
