using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>Somebody of the secretariat, and the way in for them: accounts belong to the installation where they were made.</summary>
public sealed record WayIn(string? Name, InvitationKeys Keys);

/// <summary>How an arrival ended.</summary>
/// <param name="Slug">The coalition's short name here.</param>
/// <param name="WasHere">It is in this store already, and nothing was changed.</param>
/// <param name="SlugBefore">Its short name there, where that one is taken here; else null.</param>
/// <param name="Ways">For the secretariat; the others are invited by it.</param>
/// <param name="Found">Things of the public database that rows name and that are here.</param>
/// <param name="Waiting">Those that are not, and wait for their import.</param>
/// <param name="Unopened">Sealed values that were damaged before the coalition left.</param>
public sealed record Arrival(string Slug, bool WasHere, string? SlugBefore, long Rows, int Found, int Waiting, int Unopened, IReadOnlyList<WayIn> Ways);

/// <summary>
/// Puts a coalition from a file into this store, in one transaction: until it is committed nobody sees anything of it, and a crash leaves nothing. Others who want to
/// write wait meanwhile. The whole file is checked before the store is touched.
/// </summary>
public static class CoalitionImport
{
    /// <param name="input">The file; it must be seekable.</param>
    /// <exception cref="StoreException">The file is none of a coalition, is damaged or does not fit, or the passphrase is another; the store is as before.</exception>
    public static async Task<Arrival> RunAsync(Rooms rooms, Stream input, string passphrase, IProgress<MoveProgress>? progress, CancellationToken cancel)
    {
        try
        {
            var file = SealedFile.Open(input, passphrase, SealedFile.Coalition);
            await using var opened = new UnsealingStream(file, input);
            await using var zip = new ZipArchive(opened, ZipArchiveMode.Read, leaveOpen: true);
            var about = await CoalitionFile.ReadAsync(zip, cancel);
            if (await FindAsync(rooms.Store, about.Identity, cancel) is { } here)
            {
                return new Arrival(here, true, null, 0, 0, 0, 0, []);
            }

            await CheckAsync(rooms.Store, zip, about, cancel);
            return await new CoalitionArrival(rooms, zip, about, file.Derive(CoalitionFile.KeyPurpose), progress).RunAsync(cancel);
        }
        catch (InvalidDataException e)
        {
            throw new StoreException($"The file is damaged or is none of a coalition: {e.Message} Take another copy of it; the store is as before.", e);
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException || StoreException.DatabaseFailure(e) is not null)
        {
            throw new StoreException($"The coalition cannot be taken in: {(StoreException.DatabaseFailure(e) ?? e.InnerException ?? e).Message} The store is as before.", e);
        }
    }

    /// <summary>The short name of the coalition whose log begins with this entry; null where it is not here. The hash of that entry stays the same wherever a coalition goes.</summary>
    internal static async Task<string?> FindAsync(Store store, string identity, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await FindAsync(db, identity, cancel);
    }

    internal static Task<string?> FindAsync(OpenUprDb db, string identity, CancellationToken cancel) =>
        db.AuditEntries.AsNoTracking().Where(e => e.Number == 1 && e.Hash == identity && e.CoalitionId != null).Join(db.Coalitions, e => e.CoalitionId, c => c.Id, (e, c) => c.Slug).FirstOrDefaultAsync(cancel);

    private static async Task CheckAsync(Store store, ZipArchive zip, CoalitionFile about, CancellationToken cancel)
    {
        await using var db = store.Open();
        var schema = BackupManifest.SchemaOf(db.Database.GetMigrations());
        if (about.Version > CoalitionFile.CurrentVersion || !about.Schema.All(schema.Contains))
        {
            throw new StoreException($"The file was written by a newer version of OpenUPR ({about.Program}). Update this program and take it in again.");
        }

        if (about.World != (store.World == World.Demo ? "demo" : "un"))
        {
            throw new StoreException(store.World == World.Demo ? "This store is a demonstration with fictional States; the coalition works on real ones. Take it into another store." : "The coalition is of a demonstration with fictional States; this store is about real ones. Take it into a store of the demonstration.");
        }

        var known = MovingColumns.All(db).Select(c => c.Table).Append(CoalitionExport.References).ToHashSet();
        if (about.Tables.Any(t => t is null || !known.Contains(t.Name) || t.LastId is < 0 or > MovedRow.GreatestId) || about.Tables.DistinctBy(t => t.Name).Count() != about.Tables.Count
            || about.Coalition is null || !Founding.IsSlug(about.Coalition.Slug) || about.Coalition.Id is < 1 or > MovedRow.GreatestId || about.Keys.Any(k => k is null))
        {
            throw new InvalidDataException("its tables are not those of a coalition.");
        }

        foreach (var table in about.Tables)
        {
            var entry = zip.GetEntry(table.Path) ?? throw new InvalidDataException($"{table.Path} is missing.");
            await BackupCheck.CheckTableAsync(entry, new BackupManifest.Table(table.Name, table.Rows, table.Bytes, table.Sha256), cancel);
        }
    }
}
