using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Demo;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions.Moving;

/// <summary>A coalition that goes from one installation to another with all that it has.</summary>
public sealed class CoalitionMoveTests
{
    private const string Passphrase = "four words not together";

    private static readonly CaseFields s_fields = new("Heron 7", ["Detention"], "2026-01-02", null, Consents.Given, null, false, [], new CaseSecrets(Notes: "What happened", Who: "A name"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coalition_goes_to_PostgreSQL_and_back_and_nothing_is_lost()
    {
        await using var home = await TestRooms.CreateAsync(Provider.Sqlite);
        var lucas = await home.AsAsync("lucas");
        var bytes = Enumerable.Range(0, (Pieces.Bytes * 2) + 7).Select(i => (byte)('a' + (i % 26))).ToArray();
        var caseId = (await new CaseWriter(home.Rooms).AddAsync(lucas, s_fields, Cancel)).Id;
        var file = (await new FileVault(home.Rooms, new EvidenceLimits()).AddAsync(lucas, caseId, "notes.txt", new MemoryStream(bytes), false, TimeProvider.System.GetUtcNow(), Cancel)).FileId;
        var anchor = (await AuditCheck.RunAsync(home.Rooms.Store, home.Rooms.Keys, lucas.CoalitionId, null, Cancel)).Head;
        var before = await Contents.ReadAsync(home.Rooms, lucas.CoalitionId);

        // The other store has a coalition of the same short name, and rows under the same numbers.
        await using var away = await TestRooms.CreateAsync(Provider.Postgres);
        var (there, way) = await MoveAsync(home.Rooms, lucas.CoalitionId, away.Rooms);
        Assert.NotEqual(DemoCoalition.Slug, there.Slug);
        Assert.Equal(DemoCoalition.Slug, way.SlugBefore);
        Assert.True(there.Id > lucas.CoalitionId);
        Assert.Equal(0, way.Unopened);
        Assert.Equal(before, await Contents.ReadAsync(away.Rooms, there.Id));
        Assert.Empty((await AuditCheck.RunAsync(away.Rooms.Store, away.Rooms.Keys, there.Id, anchor, Cancel)).Flaws);
        Assert.Empty((await AuditCheck.RunAsync(away.Rooms.Store, away.Rooms.Keys, (await away.AsAsync("lucas")).CoalitionId, null, Cancel)).Flaws);

        // And on to a third, where it is alone.
        await using var third = await EmptyRooms.CreateAsync(Provider.Sqlite, World.Demo);
        var (back, second) = await MoveAsync(away.Rooms, there.Id, third.Rooms);
        Assert.Equal(before, await Contents.ReadAsync(third.Rooms, back.Id));
        var verdict = await AuditCheck.RunAsync(third.Rooms.Store, third.Rooms.Keys, back.Id, anchor, Cancel);
        Assert.Empty(verdict.Flaws);
        Assert.Equal(0, verdict.Move!.FlawsThen);

        // The secretariat gets in by the code's link, with the role it had, and finds the evidence as it was.
        var joined = await Joining.WithNewAccountAsync(third.Rooms.Store, TimeProvider.System, second.Ways[0].Keys.Token, new NewAccount("amara", "Amara", "hash"), Cancel);
        var access = (await CoalitionAccess.FindAsync(third.Rooms.Store, joined.AccountId, back.Slug, Cancel))!;
        Assert.Equal(CoalitionRole.Secretariat, access.Role);
        var shift = back.Id - lucas.CoalitionId;
        var opened = await new CaseReader(third.Rooms, new FileVault(third.Rooms, new EvidenceLimits())).DownloadAsync(access, caseId + shift, file + shift, "court", Cancel);
        await using var content = new MemoryStream();
        await opened!.Content.CopyToAsync(content, Cancel);
        Assert.Equal(bytes, content.ToArray());
        Assert.Equal("notes.txt", opened.Name);

        // What comes after gets numbers of its own.
        Assert.True((await Records.SaveAbsentAsync(third.Rooms, access, new AbsentWish("rural", "Villages", null), Cancel)).IsDone);
        Assert.True((await new CaseWriter(third.Rooms).AddAsync(access, s_fields, Cancel)).IsDone);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Every_private_table_comes_along_and_a_second_time_nothing_does(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.FillAsync();
        using var folder = new Folder();
        using var keys = await KeyringDoor.OpenAsync(two.Store, new KeySource(Path.Combine(folder.Path, "key")), TimeProvider.System, Cancel);
        await using var target = await EmptyRooms.CreateAsync(provider, World.UnitedNations);
        var file = await ExportAsync(new Rooms(two.Store, keys, TimeProvider.System), 1);
        var first = await CoalitionImport.RunAsync(target.Rooms, file, Passphrase, null, Cancel);
        Assert.False(first.WasHere);
        await using var db = target.Rooms.Store.Open();
        var id = db.Coalitions.Single().Id;
        await using var inside = target.Rooms.Store.Open(await CoalitionAccess.ForUpkeepAsync(target.Rooms.Store, id, Cancel));
        foreach (var table in MovingColumns.All(inside).Where(c => c.Type.ClrType.IsAssignableTo(typeof(IPrivateRow)) && c.Type.ClrType != typeof(CoalitionMove) && c.Type.ClrType != typeof(EvidencePiece)))
        {
            Assert.Equal((table.Table, 1), (table.Table, (await Contents.RowsAsync(inside, table, id)).Count));
        }

        var again = await CoalitionImport.RunAsync(target.Rooms, file, Passphrase, null, Cancel);
        Assert.Equal((true, first.Slug), (again.WasHere, again.Slug));
        Assert.Equal(1, await db.Coalitions.CountAsync(Cancel));
        Assert.True((await CoalitionImport.RunAsync(new Rooms(two.Store, keys, TimeProvider.System), file, Passphrase, null, Cancel)).WasHere);
    }

    [Fact]
    public void Every_number_in_a_private_row_names_a_row_or_is_known_to_count()
    {
        using var db = new SqliteDb(SqliteDb.Options("none"));
        string[] counts = ["Size", "CleanSize", "Shift", "LastNumber", "Stamp", "Sequence", "SeenChange"];
        var unknown = MovingColumns.All(db).Where(c => c.Type.ClrType.IsAssignableTo(typeof(IPrivateRow))).SelectMany(c => c.Type.GetProperties()
            .Where(p => p.ClrType == typeof(long) || p.ClrType == typeof(long?)).Select(p => p.PropertyInfo!)
            .Where(p => !c.References.Contains(p) && p != c.Key && p != c.Coalition && !counts.Contains(p.Name)).Select(p => $"{c.Table}.{p.Name}"));
        Assert.Equal([], unknown);
        Assert.Equal([], MovingColumns.All(db).Where(c => c.Type.ClrType.IsAssignableTo(typeof(IPrivateRow))).Where(c => c.Type.FindProperty("AccountId") is not null).Select(c => c.Table));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_wrong_passphrase_a_changed_file_and_a_break_in_the_middle_leave_nothing(Provider provider)
    {
        await using var home = await TestRooms.CreateAsync(Provider.Sqlite);
        var id = (await home.AsAsync("lucas")).CoalitionId;
        var file = await ExportAsync(home.Rooms, id);
        await using var target = await EmptyRooms.CreateAsync(provider, World.Demo);
        var wrong = await Assert.ThrowsAsync<StoreException>(() => CoalitionImport.RunAsync(target.Rooms, file, "another one entirely", null, Cancel));
        Assert.Contains("passphrase does not open", wrong.Message, StringComparison.Ordinal);

        var changed = file.ToArray();
        changed[changed.Length / 2] ^= 1;
        Assert.Contains("damaged", (await Assert.ThrowsAsync<StoreException>(() => CoalitionImport.RunAsync(target.Rooms, new MemoryStream(changed), Passphrase, null, Cancel))).Message, StringComparison.Ordinal);
        var cut = new MemoryStream(file.ToArray()[..^100]);
        await Assert.ThrowsAsync<StoreException>(() => CoalitionImport.RunAsync(target.Rooms, cut, Passphrase, null, Cancel));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CoalitionImport.RunAsync(target.Rooms, file, Passphrase, new Stopper(stop, 41), stop.Token));
        await using var db = target.Rooms.Store.Open();
        Assert.False(await db.Coalitions.AnyAsync(Cancel));
        Assert.False(await db.Memberships.AnyAsync(Cancel));
        Assert.False(await db.AuditEntries.AnyAsync(Cancel));

        // After all that it comes in whole.
        Assert.False((await CoalitionImport.RunAsync(target.Rooms, file, Passphrase, null, Cancel)).WasHere);
        await using var un = await EmptyRooms.CreateAsync(Provider.Sqlite, World.UnitedNations);
        Assert.Contains("demonstration", (await Assert.ThrowsAsync<StoreException>(() => CoalitionImport.RunAsync(un.Rooms, file, Passphrase, null, Cancel))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_done_to_the_log_that_came_shows(Provider provider)
    {
        await using var home = await TestRooms.CreateAsync(Provider.Sqlite);
        await using var target = await EmptyRooms.CreateAsync(provider, World.Demo);
        var (here, _) = await MoveAsync(home.Rooms, (await home.AsAsync("lucas")).CoalitionId, target.Rooms);
        await using (var db = target.Rooms.Store.OpenWhole())
        {
            if (db is SqliteDb)
            {
                await SqliteWall.LowerAsync(db, Cancel);
            }

            await db.AuditEntries.Where(e => e.CoalitionId == here.Id && e.Number == 2).ExecuteUpdateAsync(e => e.SetProperty(x => x.Deed, "nothing.much"), Cancel);
        }

        var verdict = await AuditCheck.RunAsync(target.Rooms.Store, target.Rooms.Keys, here.Id, null, Cancel);
        Assert.Equal([new AuditFlaw(AuditCheck.Moved, 1, verdict.Move!.LastNumber)], verdict.Flaws);

        // The row of the move cannot be bent to fit, nor taken out.
        await using var inside = target.Rooms.Store.Open(await CoalitionAccess.ForUpkeepAsync(target.Rooms.Store, here.Id, Cancel));
        await inside.CoalitionMoves.ExecuteDeleteAsync(Cancel);
        Assert.True((await AuditCheck.RunAsync(target.Rooms.Store, target.Rooms.Keys, here.Id, null, Cancel)).Flaws.Count >= verdict.Move.LastNumber);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_not_in_the_public_database_yet_is_found_when_it_comes(Provider provider)
    {
        await using var home = await TestRooms.CreateAsync(provider);
        var id = (await home.AsAsync("lucas")).CoalitionId;
        await using (var db = home.Rooms.Store.Open(await CoalitionAccess.ForUpkeepAsync(home.Rooms.Store, id, Cancel)))
        {
            db.Reviews.AddRange(new Review { Id = 7, Sur = "XTO", Session = 3 }, new Review { Id = 8, Sur = "XTO", Session = 4 });
            db.ClusterItems.AddRange(Item(9001, id, 7), Item(9002, id, 8));
            await db.SaveChangesAsync(Cancel);
        }

        await using var target = await EmptyRooms.CreateAsync(provider, World.Demo);
        await AddReviewAsync(target.Rooms.Store, 21, 4);
        var (here, arrival) = await MoveAsync(home.Rooms, id, target.Rooms);
        Assert.Equal((1, 1), (arrival.Found, arrival.Waiting));
        await AddReviewAsync(target.Rooms.Store, 22, 3);
        Assert.Equal((0, 1), await new CoalitionUpkeep(target.Rooms).RunAsync(Cancel));
        await using var inside = target.Rooms.Store.Open(await CoalitionAccess.ForUpkeepAsync(target.Rooms.Store, here.Id, Cancel));
        Assert.Equal([22L, 21L], await inside.ClusterItems.Where(i => i.Thing == "review").OrderBy(i => i.Id).Select(i => i.ThingId).ToListAsync(Cancel));
        Assert.False(await inside.WaitingReferences.AnyAsync(Cancel));
    }

    private static ClusterItem Item(long id, long coalition, long review) => new() { Id = id, CoalitionId = coalition, Thing = "review", ThingId = review };

    private static async Task AddReviewAsync(Store store, long id, int session)
    {
        await using var db = store.Open();
        db.Reviews.Add(new Review { Id = id, Sur = "XTO", Session = session });
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<MemoryStream> ExportAsync(Rooms rooms, long id)
    {
        var file = new MemoryStream();
        await CoalitionExport.WriteAsync(rooms, id, Passphrase, file, null, Cancel);
        return file;
    }

    private static async Task<(Coalition Coalition, Arrival Arrival)> MoveAsync(Rooms from, long id, Rooms to)
    {
        var file = await ExportAsync(from, id);
        var arrival = await CoalitionImport.RunAsync(to, file, Passphrase, null, Cancel);
        Assert.False(arrival.WasHere);
        await using var db = to.Store.Open();
        return (await db.Coalitions.AsNoTracking().SingleAsync(c => c.Slug == arrival.Slug, Cancel), arrival);
    }

    /// <summary>Pulls the plug after some rows.</summary>
    private sealed class Stopper(CancellationTokenSource stop, long rows) : IProgress<MoveProgress>
    {
        public void Report(MoveProgress value)
        {
            if (value.Rows >= rows)
            {
                stop.Cancel();
            }
        }
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("openupr_test_move_").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
