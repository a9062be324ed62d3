using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.House;

namespace OpenUpr.Tests.Storage;

/// <summary>A file that an earlier version of the program wrote (form 1, before there were accounts and coalitions) from its own demonstration, a part of it.</summary>
public sealed class EarlierBackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_backup_of_the_earlier_form_is_restored_whole(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider, World.Demo);
        await using var file = File.OpenRead(Path.Combine(HouseRulesTests.FindRoot(), "tests", "OpenUpr.Tests", "Storage", "Fixtures", "version-1.openupr"));
        var manifest = await BackupRestore.RunAsync(test.Store, file, overwrite: false, Cancel);
        Assert.Equal(1, manifest.Version);
        await using var db = test.Store.Open();
        var held = new Dictionary<string, long>
        {
            ["documents"] = await db.Documents.CountAsync(Cancel), ["reviews"] = await db.Reviews.CountAsync(Cancel), ["recommendations"] = await db.Recommendations.CountAsync(Cancel), ["texts"] = await db.Texts.CountAsync(Cancel),
            ["positions"] = await db.Positions.CountAsync(Cancel), ["tags"] = await db.Tags.CountAsync(Cancel), ["passages"] = await db.Passages.CountAsync(Cancel), ["paragraphs"] = await db.Paragraphs.CountAsync(Cancel),
        };
        Assert.All(held, h => Assert.Equal(manifest.Tables.Single(t => t.Name == h.Key).Rows, h.Value));
        Assert.True(held["recommendations"] > 500);
        Assert.Contains("Sarrane", (await db.Texts.OrderBy(t => t.Id).FirstAsync(Cancel)).Text, StringComparison.Ordinal);

        // What came later is empty and can be used: numbers go on from the beginning.
        Assert.False(await db.Accounts.AnyAsync(Cancel));
        await using var transaction = await db.BeginWriteAsync(Cancel);
        Assert.Equal(1, await db.TakeIdsAsync(Counters.Accounts, 1, Cancel));
        Assert.Equal(manifest.Tables.Single(t => t.Name == "documents").Rows + 1, await db.TakeIdsAsync(Counters.Documents, 1, Cancel));
    }
}
