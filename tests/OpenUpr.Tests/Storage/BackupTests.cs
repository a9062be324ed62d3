using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Demo;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Storage;

public sealed class BackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Provider, Provider> EveryWay => new(
        from a in Enum.GetValues<Provider>()
        from b in Enum.GetValues<Provider>()
        select (a, b));

    [Theory]
    [MemberData(nameof(EveryWay))]
    public async Task A_backup_of_one_database_is_restored_on_the_other(Provider from, Provider to)
    {
        await using var source = await DemoAsync(from);
        await using var target = await TestStores.CreateAsync(to);
        using var file = await BackUpAsync(source.Store);
        await BackupRestore.RunAsync(target.Store, file, overwrite: false, Cancel);

        // What the target would back up is what the source backed up, byte for byte.
        using var again = await BackUpAsync(target.Store);
        Assert.Equal(Tables(file), Tables(again));
        var reopened = await Store.OpenAsync(target.Store.Location, cancel: Cancel);
        Assert.Equal(World.Demo, reopened.World);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_store_that_holds_data_is_replaced_only_when_asked_to(Provider provider)
    {
        await using var source = await DemoAsync(provider);
        using var file = await BackUpAsync(source.Store);
        await ChangeAsync(source.Store);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => BackupRestore.RunAsync(source.Store, file, overwrite: false, Cancel));
        Assert.Contains("--force", refusal.Message, StringComparison.Ordinal);
        await using (var db = source.Store.Open())
        {
            Assert.True(await db.Texts.AnyAsync(t => t.Text == "changed", Cancel));
        }

        await BackupRestore.RunAsync(source.Store, file, overwrite: true, Cancel);
        await using var after = source.Store.Open();
        Assert.False(await after.Texts.AnyAsync(t => t.Text == "changed", Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Nodes_that_run_see_a_later_change_after_a_restore(Provider provider)
    {
        await using var source = await DemoAsync(provider);
        using var file = await BackUpAsync(source.Store);
        await ChangeAsync(source.Store);
        await using var db = source.Store.Open();
        var seen = await db.Changes.MaxAsync(c => c.Sequence, Cancel);
        await BackupRestore.RunAsync(source.Store, file, overwrite: true, Cancel);

        var last = await db.Changes.OrderBy(c => c.Sequence).LastAsync(Cancel);
        Assert.True(last.Sequence > seen);
        Assert.Equal(1, last.FirstRecommendationId);
        Assert.Equal(await db.Recommendations.MaxAsync(r => r.Id, Cancel), last.LastRecommendationId);
        Assert.Equal(last.Sequence + 1, await db.TakeIdsAsync(Counters.Changes, 1, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_id_given_since_the_backup_is_not_given_again_after_a_restore(Provider provider)
    {
        await using var source = await DemoAsync(provider);
        using var file = await BackUpAsync(source.Store);
        await using var db = source.Store.Open();
        var given = await db.TakeIdsAsync(Counters.Recommendations, 1, Cancel);
        var first = await db.TakeIdsAsync(Counters.ImportRuns, 1, Cancel);
        await BackupRestore.RunAsync(source.Store, file, overwrite: true, Cancel);

        await using var after = source.Store.Open();
        Assert.Equal(given + 1, await after.TakeIdsAsync(Counters.Recommendations, 1, Cancel));
        Assert.Equal(first + 1, await after.TakeIdsAsync(Counters.ImportRuns, 1, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_row_that_refers_to_a_later_row_of_its_table_comes_back(Provider provider)
    {
        await using var source = await DemoAsync(provider);
        await using (var db = source.Store.Open())
        {
            await db.Recommendations.Where(r => r.Id == 1).ExecuteUpdateAsync(r => r.SetProperty(p => p.MergedIntoId, 2), Cancel);
            await db.Recommendations.Where(r => r.Id == 2).ExecuteUpdateAsync(r => r.SetProperty(p => p.MergedIntoId, 3), Cancel);
        }

        using var file = await BackUpAsync(source.Store);
        await BackupRestore.RunAsync(source.Store, file, overwrite: true, Cancel);
        await using var after = source.Store.Open();
        Assert.Equal([2, 3, null], await after.Recommendations.OrderBy(r => r.Id).Take(3).Select(r => r.MergedIntoId).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Every_table_of_the_store_is_in_a_backup()
    {
        await using var test = await DemoAsync(Provider.Sqlite);
        using var file = await BackUpAsync(test.Store);
        await using var db = test.Store.Open();
        var tables = db.Model.GetEntityTypes().Select(e => $"tables/{e.GetTableName()}.jsonl").Append("manifest.json").Order();
        Assert.Equal(tables, Tables(file).Keys.Append("manifest.json").Order());
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_damaged_backup_is_refused_and_the_store_is_as_before(Provider provider)
    {
        await using var source = await DemoAsync(Provider.Sqlite);
        await using var target = await DemoAsync(provider);
        await ChangeAsync(target.Store);
        using var before = await BackUpAsync(target.Store);
        var whole = (await BackUpAsync(source.Store)).ToArray();
        foreach (var (name, file) in DamagedBackups.Of(whole))
        {
            var refusal = await Assert.ThrowsAsync<StoreException>(() => BackupRestore.RunAsync(target.Store, new MemoryStream(file), overwrite: true, Cancel));
            Assert.True(refusal.Message.Length > 40, $"{name}: {refusal.Message}");
        }

        using var after = await BackUpAsync(target.Store);
        Assert.Equal(Tables(before), Tables(after));
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused_by_name()
    {
        await using var source = await DemoAsync(Provider.Sqlite);
        var file = DamagedBackups.WithManifest((await BackUpAsync(source.Store)).ToArray(), m => m.Replace("\"Initial\"", "\"Initial\",\"FromTheFuture\"", StringComparison.Ordinal));
        var refusal = await Assert.ThrowsAsync<StoreException>(() => BackupRestore.RunAsync(source.Store, new MemoryStream(file), overwrite: true, Cancel));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_of_one_moment_while_others_write()
    {
        await using var source = await DemoAsync(Provider.Sqlite);
        using var quiet = await BackUpAsync(source.Store);
        using var file = new MemoryStream();
        await using (var interrupted = new HookedStream(file, () => ChangeAsync(source.Store)))
        {
            await Backup.WriteAsync(source.Store, interrupted, TimeProvider.System, Cancel);
        }

        Assert.Equal(Tables(quiet), Tables(file));
    }

    internal static async Task<MemoryStream> BackUpAsync(Store store)
    {
        var file = new MemoryStream();
        await Backup.WriteAsync(store, file, TimeProvider.System, Cancel);
        file.Position = 0;
        return file;
    }

    private static async Task<TestStore> DemoAsync(Provider provider)
    {
        var test = await TestStores.CreateAsync(provider, World.Demo);
        await DemoWorld.LoadAsync(test.Store, new Noon(), Cancel);
        return test;
    }

    /// <summary>A text is changed and a change announced, as an import does.</summary>
    private static async Task ChangeAsync(Store store)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(Cancel);
        await db.Texts.Where(t => t.Id == 1).ExecuteUpdateAsync(t => t.SetProperty(p => p.Text, "changed"), Cancel);
        await db.BulkInsertAsync([new Change { Sequence = await db.TakeIdsAsync(Counters.Changes, 1, Cancel), FirstRecommendationId = 1, LastRecommendationId = 1 }], Cancel);
        await transaction.CommitAsync(Cancel);
    }

    private static Dictionary<string, string> Tables(MemoryStream file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        return zip.Entries.Where(e => e.FullName != "manifest.json").ToDictionary(e => e.FullName, Read);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);

        // The databases sort text keys by different rules; the rows are what counts.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Order(StringComparer.Ordinal));
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Does something once, when the first bytes arrive.</summary>
    private sealed class HookedStream(Stream inner, Func<Task> hook) : MemoryStream
    {
        private bool _done;

        public override void Write(byte[] buffer, int offset, int count)
        {
            Once();
            inner.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Once();
            inner.Write(buffer);
        }

        public override bool CanSeek => false;

        private void Once()
        {
            if (!_done)
            {
                _done = true;
                hook().GetAwaiter().GetResult();
            }
        }
    }
}
