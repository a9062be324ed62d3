using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions;

public sealed class AuditCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_log_that_nobody_touched_is_whole_and_each_coalition_has_its_own(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        using var keys = await KeysAsync(two);
        await LogAsync(two, keys, TwoCoalitions.Secretary, 5);
        await LogAsync(two, keys, TwoCoalitions.Southerner, 3);
        var verdict = await AuditCheck.RunAsync(two.Store, keys, 1, null, Cancel);
        Assert.Equal([], verdict.Flaws);
        Assert.Equal(5, verdict.Entries);
        Assert.Equal([], (await AuditCheck.RunAsync(two.Store, keys, 1, verdict.Head, Cancel)).Flaws);
        Assert.Equal(3, (await AuditCheck.RunAsync(two.Store, keys, 2, null, Cancel)).Entries);

        // The person's name goes with their account; the entries stay and stay whole.
        await using var db = two.Store.Open();
        await db.Memberships.Where(m => m.Id == TwoCoalitions.Secretary).ExecuteUpdateAsync(m => m.SetProperty(x => x.AccountId, (long?)null), Cancel);
        Assert.Equal([], (await AuditCheck.RunAsync(two.Store, keys, 1, verdict.Head, Cancel)).Flaws);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_was_done_to_a_log_shows_and_where(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        using var keys = await KeysAsync(two);
        await LogAsync(two, keys, TwoCoalitions.Secretary, 6);
        var anchor = (await AuditCheck.RunAsync(two.Store, keys, 1, null, Cancel)).Head!;

        await TamperAsync(two, "UPDATE audit_entries SET deed = 'evidence.read' WHERE number = 2");
        Assert.Equal([new AuditFlaw(AuditCheck.Changed, 2, 2)], await FlawsAsync(two, keys, anchor));
        await TamperAsync(two, "UPDATE audit_entries SET deed = 'evidence.added' WHERE number = 2");
        Assert.Equal([], await FlawsAsync(two, keys, anchor));

        // Two taken out of the middle.
        await TamperAsync(two, "DELETE FROM audit_entries WHERE number IN (3, 4)");
        Assert.Equal([new AuditFlaw(AuditCheck.Missing, 3, 4)], await FlawsAsync(two, keys, anchor));

        // Cut off at the end: a whole, shorter log, but for the anchor.
        await TamperAsync(two, "DELETE FROM audit_entries WHERE number > 2");
        Assert.Equal([], await FlawsAsync(two, keys, null));
        Assert.Equal([new AuditFlaw(AuditCheck.CutOff, 3, 6)], await FlawsAsync(two, keys, anchor));

        // Written anew after the cut: whole again, and not the anchor's.
        await LogAsync(two, keys, TwoCoalitions.Secretary, 4);
        Assert.Equal([], await FlawsAsync(two, keys, null));
        Assert.Equal([new AuditFlaw(AuditCheck.Replaced, 6, 6)], await FlawsAsync(two, keys, anchor));
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_entry_put_in_without_the_key_shows(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        using var keys = await KeysAsync(two);
        await LogAsync(two, keys, TwoCoalitions.Secretary, 2);
        await TamperAsync(two, "INSERT INTO audit_entries (id, coalition_id, number, at, actor_id, deed, thing, thing_id, previous_hash, hash) SELECT 999, coalition_id, 3, at, actor_id, deed, thing, thing_id, hash, hash FROM audit_entries WHERE number = 2");
        Assert.Equal([new AuditFlaw(AuditCheck.Changed, 3, 3)], await FlawsAsync(two, keys, null));
        await TamperAsync(two, "DELETE FROM audit_entries WHERE number = 1");
        Assert.Contains(new AuditFlaw(AuditCheck.Missing, 1, 1), await FlawsAsync(two, keys, null));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_programs_own_connection_cannot_change_or_remove_an_entry(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        using var keys = await KeysAsync(two);
        await LogAsync(two, keys, TwoCoalitions.Secretary, 1);
        await using var db = two.Store.Open();
        foreach (var sql in new[] { "UPDATE audit_entries SET deed = 'x'", "DELETE FROM audit_entries" })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_secretariat_reads_its_own_log_and_nobody_else_does(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        using var keys = await KeysAsync(two);
        await two.AddAsync(1, new Member { Id = TwoCoalitions.Secretary, CoalitionId = 1, Name = "=HYPERLINK(\"x\")" });
        await LogAsync(two, keys, TwoCoalitions.Secretary, 3);
        await LogAsync(two, keys, TwoCoalitions.Southerner, 2);
        var access = await two.AccessAsync(TwoCoalitions.Secretary);
        Assert.Equal([3L, 2, 1], (await AuditLog.ListAsync(two.Store, access, new AuditFilter(), Cancel))!.Select(r => r.Number));
        Assert.Equal([1L], (await AuditLog.ListAsync(two.Store, access, new AuditFilter(Before: 2), Cancel))!.Select(r => r.Number));
        Assert.Empty((await AuditLog.ListAsync(two.Store, access, new AuditFilter(Deed: "evidence.removed"), Cancel))!);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.Equal(3, (await AuditLog.ListAsync(two.Store, access, new AuditFilter(From: today.AddDays(-1), To: today.AddDays(1)), Cancel))!.Count);
        Assert.Empty((await AuditLog.ListAsync(two.Store, access, new AuditFilter(From: today.AddDays(2)), Cancel))!);
        Assert.Empty((await AuditLog.ListAsync(two.Store, access, new AuditFilter(To: today.AddDays(-2)), Cancel))!);
        foreach (var person in new[] { TwoCoalitions.Author, TwoCoalitions.Guest, TwoCoalitions.Invited })
        {
            var lower = await two.AccessAsync(person);
            Assert.Null(await AuditLog.ListAsync(two.Store, lower, new AuditFilter(), Cancel));
            Assert.Null(await AuditLog.AnchorAsync(two.Store, lower, Cancel));
            Assert.False(await AuditLog.WriteAsync(two.Store, lower, new AuditFilter(), asCsv: true, new MemoryStream(), Cancel));
        }

        using var csv = new MemoryStream();
        Assert.True(await AuditLog.WriteAsync(two.Store, access, new AuditFilter(), asCsv: true, csv, Cancel));
        var lines = System.Text.Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n");
        Assert.Equal(5, lines.Length);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_anchor_is_read_as_it_is_printed()
    {
        var anchor = new AuditAnchor(17, new string('a', 64));
        Assert.Equal(anchor, AuditAnchor.TryParse($" {anchor} "));
        Assert.All(["", "17", "0:" + anchor.Hash, "x:" + anchor.Hash, "17:abc", $"{anchor}:1", "17:" + new string('g', 64)], text => Assert.Null(AuditAnchor.TryParse(text)));
    }

    private static Task<Keyring> KeysAsync(TwoCoalitions two) => KeyringDoor.OpenAsync(two.Store, new KeySource(Path.Combine(two.Store.Location.DataFolder, "test.key")), TimeProvider.System, Cancel);

    private static async Task LogAsync(TwoCoalitions two, Keyring keys, long person, int count)
    {
        var access = await two.AccessAsync(person);
        await using var db = two.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(Cancel);
        for (var i = 0; i < count; i++)
        {
            await Audit.AddAsync(db, keys, TimeProvider.System, access, "evidence.added", "evidence-case", i + 1, Cancel);
        }

        await transaction.CommitAsync(Cancel);
    }

    private static async Task<IReadOnlyList<AuditFlaw>> FlawsAsync(TwoCoalitions two, Keyring keys, AuditAnchor? anchor) => (await AuditCheck.RunAsync(two.Store, keys, 1, anchor, Cancel)).Flaws;

    /// <summary>As somebody who has the database itself.</summary>
    private static async Task TamperAsync(TwoCoalitions two, string sql)
    {
        await using var db = two.Store.OpenWhole();
        if (db is SqliteDb)
        {
            await SqliteWall.LowerAsync(db, Cancel);
        }

        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
        if (db is SqliteDb)
        {
            await SqliteWall.RaiseAsync(db, Cancel);
        }
    }
}
