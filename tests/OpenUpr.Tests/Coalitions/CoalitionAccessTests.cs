using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions;

public sealed class CoalitionAccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Every_private_table_shows_a_coalitions_rows_to_its_people_alone(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.FillAsync();
        var types = TwoCoalitions.PrivateTypes(two.Store);
        Assert.NotEmpty(types);
        await using (var north = await two.AsAsync(TwoCoalitions.Secretary))
        await using (var south = await two.AsAsync(TwoCoalitions.Southerner))
        await using (var nobody = two.Store.Open())
        {
            // A person's choices of reminders are nobody else's: their number is the person's.
            foreach (var type in types.Where(t => t.ClrType != typeof(AgendaChoice)))
            {
                Assert.Equal([1L], await SeenAsync(north, type));
                Assert.Equal([2L], await SeenAsync(south, type));
                Assert.Empty(await SeenAsync(nobody, type));
            }
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_a_query_changes_or_deletes_is_only_what_it_may_see(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.FillAsync();
        await using var south = await two.AsAsync(TwoCoalitions.Southerner);
        await using var nobody = two.Store.Open();
        Assert.Equal(0, await nobody.EvidenceCases.ExecuteDeleteAsync(Cancel));
        Assert.Equal(0, await nobody.EvidenceCases.ExecuteUpdateAsync(c => c.SetProperty(e => e.Revision, 9), Cancel));
        Assert.Equal(0, await south.EvidenceCases.Where(c => c.Id == 1).ExecuteUpdateAsync(c => c.SetProperty(e => e.Revision, 9), Cancel));
        foreach (var type in TwoCoalitions.PrivateTypes(two.Store))
        {
            Assert.Equal(0, await Call<Task<int>>(nameof(DeleteAllAsync), type, nobody));
        }

        Assert.Equal(1, await south.EvidencePieces.ExecuteDeleteAsync(Cancel));
        await using var north = await two.AsAsync(TwoCoalitions.Secretary);
        Assert.Equal(0, (await north.EvidenceCases.SingleAsync(Cancel)).Revision);
        Assert.Equal(1, await north.EvidencePieces.CountAsync(Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_a_closed_cluster_has_is_there_for_its_people_alone(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.AddAsync(
            1, new Cluster { Id = 5, CoalitionId = 1, Name = "Land", Kind = Cluster.Thematic, Issues = "", IsClosed = true }, new Cluster { Id = 6, CoalitionId = 1, Name = "Water", Kind = Cluster.Thematic, Issues = "" },
            new ClusterMember { Id = 1, CoalitionId = 1, ClusterId = 5, MemberId = TwoCoalitions.Reader }, CaseOf(two, 5, c => c.ClusterId = 5), CaseOf(two, 6, c => c.ClusterId = 6), FileOf(two, 5), FileOf(two, 6), PieceOf(two, 5), PieceOf(two, 6));
        foreach (var (person, seen) in new[] { (TwoCoalitions.Reader, new[] { 5L, 6 }), (TwoCoalitions.Observer, [6]), (TwoCoalitions.Secretary, [6]) })
        {
            await using var db = await two.AsAsync(person);
            await SeesCasesAsync(db, seen);
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_sealed_case_is_there_for_its_author_and_the_people_named_for_it(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.AddAsync(
            1, CaseOf(two, 5, c => (c.IsSealed, c.AuthorId) = (true, TwoCoalitions.Author)), CaseOf(two, 6, c => (c.IsSealed, c.AuthorId) = (true, null)), FileOf(two, 5), FileOf(two, 6), PieceOf(two, 5), PieceOf(two, 6),
            new SealedReader { Id = 1, CoalitionId = 1, Thing = "evidence_cases", ThingId = 5, MemberId = TwoCoalitions.Reader, AuthorId = TwoCoalitions.Author });
        foreach (var (person, seen, names) in new[] { (TwoCoalitions.Author, new[] { 5L }, 1), (TwoCoalitions.Reader, [5], 1), (TwoCoalitions.Observer, [], 0), (TwoCoalitions.Secretary, [], 0), (TwoCoalitions.Guest, [], 0) })
        {
            await using var db = await two.AsAsync(person);
            await SeesCasesAsync(db, seen);
            Assert.Equal(names, await db.SealedReaders.CountAsync(Cancel));
        }

        await using var upkeep = two.Store.Open(await CoalitionAccess.ForUpkeepAsync(two.Store, 1, Cancel));
        await SeesCasesAsync(upkeep, [5, 6]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_guest_sees_what_is_shared_with_them_by_name_and_nothing_else(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.FillAsync();
        await two.AddAsync(1, CaseOf(two, 5, _ => { }), CaseOf(two, 6, c => c.IsSealed = true), FileOf(two, 5), PieceOf(two, 5), ShareOf(5, "evidence_cases", 5), ShareOf(6, "evidence_cases", 6), ShareOf(7, "reprisal_entries", 1));
        await using var guest = await two.AsAsync(TwoCoalitions.Guest);
        foreach (var type in TwoCoalitions.PrivateTypes(two.Store).Where(t => t.ClrType != typeof(Share) && t.ClrType != typeof(EvidenceCase)))
        {
            Assert.Empty(await SeenAsync(guest, type));
        }

        Assert.Equal([5L], await guest.EvidenceCases.Select(c => c.Id).ToListAsync(Cancel));
        Assert.Equal([5L, 6L, 7L], await guest.Shares.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(Cancel));

        // Files come by a share of their own.
        await two.AddAsync(1, ShareOf(8, "evidence_files", 5));
        await SeesCasesAsync(guest, [5]);
        Assert.Equal([5L], await guest.EvidencePieces.Select(p => p.Id).ToListAsync(Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_has_not_accepted_the_terms_sees_the_terms(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.FillAsync();
        await using var db = await two.AsAsync(TwoCoalitions.Invited);
        Assert.Equal(CoalitionRole.Invited, db.Access!.Role);
        foreach (var type in TwoCoalitions.PrivateTypes(two.Store))
        {
            Assert.Equal(type.ClrType == typeof(TermsOfReference) ? [1L] : [], await SeenAsync(db, type));
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_reprisal_log_is_narrower_than_the_coalition(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.FillAsync();
        await using var observer = await two.AsAsync(TwoCoalitions.Observer);
        await using var secretary = await two.AsAsync(TwoCoalitions.Secretary);
        Assert.False(await observer.ReprisalEntries.AnyAsync(Cancel));
        Assert.True(await secretary.ReprisalEntries.AnyAsync(Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Nothing_is_written_into_another_coalition(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        await two.FillAsync();
        foreach (var type in TwoCoalitions.PrivateTypes(two.Store))
        {
            var foreign = TwoCoalitions.RowOf(type, 2);
            type.FindProperty("Id")!.PropertyInfo!.SetValue(foreign, 99L);
            await using var db = await two.AsAsync(TwoCoalitions.Secretary);
            db.Add(foreign);
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => Call<Task>(nameof(InsertAsync), type, db, foreign));

            // Row 2 is the south's; the row made up here says it is the north's.
            var forged = TwoCoalitions.RowOf(type, 2);
            type.FindProperty("CoalitionId")!.PropertyInfo!.SetValue(forged, 1L);
            await using var deleting = await two.AsAsync(TwoCoalitions.Secretary);
            deleting.Remove(forged);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => deleting.SaveChangesAsync(Cancel));
        }

        await using var moving = await two.AsAsync(TwoCoalitions.Secretary);
        (await moving.EvidenceCases.SingleAsync(Cancel)).CoalitionId = 2;
        await Assert.ThrowsAsync<InvalidOperationException>(() => moving.SaveChangesAsync(Cancel));
        await using var nobody = two.Store.Open();
        nobody.Add(CaseOf(two, 77, _ => { }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => nobody.SaveChangesAsync(Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task No_place_and_no_coalition_are_the_same_nothing(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        Assert.Null(await CoalitionAccess.FindAsync(two.Store, TwoCoalitions.Southerner, "north", Cancel));
        Assert.Null(await CoalitionAccess.FindAsync(two.Store, TwoCoalitions.Southerner, "nowhere", Cancel));
        Assert.Null(await CoalitionAccess.FindAsync(two.Store, 404, "north", Cancel));
        await using var db = two.Store.Open();
        await db.Memberships.Where(m => m.Id == TwoCoalitions.Reader).ExecuteUpdateAsync(m => m.SetProperty(p => p.LeftAt, DateTimeOffset.UnixEpoch), Cancel);
        Assert.Null(await CoalitionAccess.FindAsync(two.Store, TwoCoalitions.Reader, "north", Cancel));
    }

    /// <summary>Lists, counts, single reads and raw SQL that the model composes on: whatever way one asks, the same rows.</summary>
    private static async Task<IReadOnlyList<long>> SeenAsync(OpenUprDb db, IEntityType type) => await Call<Task<IReadOnlyList<long>>>(nameof(SeenAsync), type, db, type.GetTableName()!);

    private static async Task<IReadOnlyList<long>> SeenAsync<T>(OpenUprDb db, string table)
        where T : class, IPrivateRow
    {
        var rows = db.Set<T>().AsNoTracking();
        var list = await rows.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(Cancel);
        Assert.Equal(list.Count, await rows.CountAsync(Cancel));
        var whole = $"SELECT * FROM \"{table}\"";
        Assert.Equal(list, await db.Set<T>().FromSqlRaw(whole).AsNoTracking().OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(Cancel));
        Assert.Equal(list, await db.Coalitions.Join(rows, c => c.Id, r => r.CoalitionId, (c, r) => r.Id).OrderBy(i => i).ToListAsync(Cancel));
        Assert.Equal(list.Count > 0, await db.Coalitions.AnyAsync(c => rows.Any(r => r.CoalitionId == c.Id), Cancel));
        foreach (var id in new[] { 1L, 2L })
        {
            Assert.Equal(list.Contains(id), await db.Set<T>().FindAsync([id], Cancel) is not null);
            Assert.Equal(list.Contains(id), await rows.SingleOrDefaultAsync(r => r.Id == id, Cancel) is not null);
        }

        db.ChangeTracker.Clear();
        return list;
    }

    private static Task<int> DeleteAllAsync<T>(OpenUprDb db)
        where T : class => db.Set<T>().ExecuteDeleteAsync(Cancel);

    private static Task InsertAsync<T>(OpenUprDb db, T row)
        where T : class => db.BulkInsertAsync([row], Cancel);

    private static T Call<T>(string method, IEntityType type, params object[] arguments) => (T)typeof(CoalitionAccessTests)
        .GetMethods(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic).Single(m => m.Name == method && m.IsGenericMethod).MakeGenericMethod(type.ClrType)
        .Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static async Task SeesCasesAsync(OpenUprDb db, IReadOnlyList<long> ids)
    {
        Assert.Equal(ids, await db.EvidenceCases.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(Cancel));
        Assert.Equal(ids, await db.EvidenceFiles.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(Cancel));
    }

    private static EvidenceCase CaseOf(TwoCoalitions two, long id, Action<EvidenceCase> change)
    {
        var row = (EvidenceCase)Row(two, typeof(EvidenceCase), id);
        change(row);
        return row;
    }

    private static EvidenceFile FileOf(TwoCoalitions two, long id)
    {
        var file = (EvidenceFile)Row(two, typeof(EvidenceFile), id);
        file.CaseId = id;
        return file;
    }

    private static EvidencePiece PieceOf(TwoCoalitions two, long id)
    {
        var piece = (EvidencePiece)Row(two, typeof(EvidencePiece), id);
        piece.FileId = id;
        return piece;
    }

    private static object Row(TwoCoalitions two, Type kind, long id)
    {
        var type = TwoCoalitions.PrivateTypes(two.Store).Single(t => t.ClrType == kind);
        var row = TwoCoalitions.RowOf(type, 1);
        type.FindProperty("Id")!.PropertyInfo!.SetValue(row, id);
        return row;
    }

    private static Share ShareOf(long id, string thing, long thingId) => new() { Id = id, CoalitionId = 1, Thing = thing, ThingId = thingId, MemberId = TwoCoalitions.Guest };
}
