using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;

namespace OpenUpr.Storage;

/// <summary>Where backups go by themselves.</summary>
/// <param name="Keep">How many of the newest stay.</param>
/// <param name="Passphrase">Null for a store with nothing private.</param>
public sealed record BackupPlan(string Folder, TimeSpan Every, int Keep, string? Passphrase);

/// <summary>What is known of the backups.</summary>
/// <param name="LastGood">When the last one was made that was then proved by restoring it; null for never.</param>
/// <param name="Every">What the schedule promises; null where there is none.</param>
/// <param name="Problem">Why the last attempt failed; null when it did not.</param>
public sealed record BackupStatus(DateTimeOffset? LastGood, string? File, TimeSpan? Every, string? Problem)
{
    /// <summary>Older than two turns of the schedule, or a week where there is none.</summary>
    public bool IsOldAt(DateTimeOffset now) => LastGood is not { } last || now - last > (Every is { } every ? 2 * every : TimeSpan.FromDays(7));
}

/// <summary>One turn of the schedule: write, prove by restoring, note, and let go of the oldest.</summary>
public static class ScheduledBackup
{
    private const string LastGoodKey = "backup.last_good";
    private const string FileKey = "backup.file";
    private const string EveryKey = "backup.every";
    private const string ProblemKey = "backup.problem";
    private const string Prefix = "openupr-";
    private const string Ending = ".openupr";

    /// <exception cref="StoreException">The backup failed; the failure is noted in the store.</exception>
    public static async Task<string> RunAsync(Store store, Keyring keys, BackupPlan plan, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            var path = await WriteAsync(store, keys, plan, time, cancel);
            await NoteAsync(store, [(EveryKey, plan.Every.ToString("c", CultureInfo.InvariantCulture)), (ProblemKey, null)], cancel);
            await NoteGoodAsync(store, path, time, cancel);
            Prune(plan);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StoreException)
        {
            await NoteAsync(store, [(EveryKey, plan.Every.ToString("c", CultureInfo.InvariantCulture)), (ProblemKey, e.Message)], cancel);
            throw e as StoreException ?? new StoreException($"The backup in {plan.Folder} could not be written: {e.Message}", e);
        }
    }

    /// <summary>Notes that a backup was made and proved.</summary>
    public static Task NoteGoodAsync(Store store, string path, TimeProvider time, CancellationToken cancel) =>
        NoteAsync(store, [(LastGoodKey, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)), (FileKey, Path.GetFileName(path))], cancel);

    public static async Task<BackupStatus> StatusAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        var noted = await db.Settings.AsNoTracking().Where(s => s.Key.StartsWith("backup.")).ToDictionaryAsync(s => s.Key, s => s.Value, cancel);
        return new BackupStatus(
            DateTimeOffset.TryParse(noted.GetValueOrDefault(LastGoodKey), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last) ? last : null,
            noted.GetValueOrDefault(FileKey),
            TimeSpan.TryParse(noted.GetValueOrDefault(EveryKey), CultureInfo.InvariantCulture, out var every) ? every : null,
            noted.GetValueOrDefault(ProblemKey));
    }

    private static async Task<string> WriteAsync(Store store, Keyring keys, BackupPlan plan, TimeProvider time, CancellationToken cancel)
    {
        Directory.CreateDirectory(plan.Folder);
        var path = Path.Combine(plan.Folder, $"{Prefix}{time.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}{Ending}");
        var part = path + ".part";
        var check = Path.Combine(store.Location.DataFolder, $"verify-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        try
        {
            await using (var file = new FileStream(part, OwnerOnly()))
            {
                await (plan.Passphrase is { } passphrase ? Backup.WriteSealedAsync(store, keys, passphrase, file, time, cancel) : Backup.WriteAsync(store, file, time, cancel));
                file.Flush(flushToDisk: true);
                file.Position = 0;
                await BackupVerify.RunAsync(file, plan.Passphrase, check, time, cancel);
            }

            File.Move(part, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(part);
            if (Directory.Exists(check))
            {
                Directory.Delete(check, recursive: true);
            }
        }
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Only files that the schedule itself named are ever deleted.</summary>
    private static void Prune(BackupPlan plan)
    {
        var own = Directory.EnumerateFiles(plan.Folder, $"{Prefix}*Z{Ending}").Where(f => Path.GetFileName(f).Length == Prefix.Length + "yyyyMMddTHHmmssZ".Length + Ending.Length);
        foreach (var old in own.OrderDescending(StringComparer.Ordinal).Skip(Math.Max(1, plan.Keep)))
        {
            File.Delete(old);
        }
    }

    private static async Task NoteAsync(Store store, IReadOnlyList<(string Key, string? Value)> notes, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        foreach (var (key, value) in notes)
        {
            var setting = await db.Settings.SingleOrDefaultAsync(s => s.Key == key, cancel);
            if (value is null)
            {
                db.Settings.RemoveRange(setting is null ? [] : [setting]);
            }
            else if (setting is null)
            {
                db.Settings.Add(new Setting { Key = key, Value = value });
            }
            else
            {
                setting.Value = value;
            }
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
