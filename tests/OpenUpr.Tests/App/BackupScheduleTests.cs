using System.Diagnostics;
using OpenUpr.Storage;
using OpenUpr.Tests.Cli;

namespace OpenUpr.Tests.App;

/// <summary>Backups that a site makes by itself, as its operator meets them.</summary>
public sealed class BackupScheduleTests
{
    private const string Passphrase = "four words not together";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_with_a_plan_makes_its_first_backup_at_once_and_shows_it()
    {
        var folder = Directory.CreateTempSubdirectory("openupr_plan_").FullName;
        await using var site = await Site.StartAsync(o => o with { Backups = new BackupPlan(folder, TimeSpan.FromHours(24), 2, Passphrase) });
        var status = await WaitAsync(site, s => s.LastGood is not null);
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Equal(status.File, Path.GetFileName(file));
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        Assert.Contains(status.File!, await amara.ReadAsync("/operator/backups"), StringComparison.Ordinal);

        // What it made opens with the passphrase and holds the rooms.
        await using var bytes = File.OpenRead(file);
        var manifest = await BackupVerify.RunAsync(bytes, Passphrase, folder + "-check", TimeProvider.System, Cancel);
        Assert.True(manifest.Tables.Single(t => t.Name == "evidence_files").Rows > 0);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_is_said_to_the_operator()
    {
        await using var site = await Site.StartAsync(o => o with { Backups = new BackupPlan("/proc/none", TimeSpan.FromHours(24), 2, Passphrase) });
        var status = await WaitAsync(site, s => s.Problem is not null);
        Assert.Null(status.LastGood);
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        Assert.Contains(status.Problem!, await amara.ReadAsync("/operator/backups"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passphrase_that_is_too_short_keeps_the_site_from_starting()
    {
        using var terminal = new TestTerminal();
        terminal.Environment["OPENUPR_BACKUP_PASSPHRASE"] = "short";
        var refusal = await Assert.ThrowsAsync<global::OpenUpr.App.Cli.CliException>(() => global::OpenUpr.App.Cli.CommandLine.RunAsync(["serve", "--demo", "--backup-to", "x"], terminal.Terminal, Cancel));
        Assert.Contains("OPENUPR_BACKUP_PASSPHRASE is too short", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<BackupStatus> WaitAsync(Site site, Func<BackupStatus, bool> isThere)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var status = await ScheduledBackup.StatusAsync(site.Store, Cancel);
            if (isThere(status))
            {
                return status;
            }

            Assert.True(clock.Elapsed < s_patience, "Nothing happened.");
            await Task.Delay(100, Cancel);
        }
    }
}
