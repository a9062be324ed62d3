using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Keys;

/// <summary>Opens the installation's key at start, and makes it for a store that has none.</summary>
public static class KeyringDoor
{
    /// <summary>Of PBKDF2-HMAC-SHA-256 (OWASP Password Storage Cheat Sheet, 2023: at least 600,000).</summary>
    private const int Iterations = 600_000;

    private const int SaltBytes = 16;
    internal const string Place = "installation_keys.wrapped";

    /// <exception cref="StoreException">The file is missing or another one, or the passphrase is wrong: says what to do.</exception>
    public static async Task<Keyring> OpenAsync(Store store, KeySource source, TimeProvider time, CancellationToken cancel)
    {
        await using var db = store.Open();
        var kind = source.Passphrase is null ? InstallationKey.ByFile : InstallationKey.ByPassphrase;
        var rows = await db.InstallationKeys.AsNoTracking().ToListAsync(cancel);
        if (rows.Count == 0)
        {
            rows = [await CreateAsync(db, source, time, cancel)];
        }

        var row = rows.FirstOrDefault(r => r.Kind == kind)
            ?? throw new StoreException(kind == InstallationKey.ByFile ? "This store is locked with a passphrase. Give it in OPENUPR_PASSPHRASE." : "This store is locked with a key file. Name it with --key-file.");
        var opener = kind == InstallationKey.ByFile ? ReadFile(source) : Stretch(source.Passphrase!, row.Salt, row.Iterations);
        try
        {
            return new Keyring(store, Sealing.Open(opener, row.Wrapped, Place), time);
        }
        catch (CryptographicException e)
        {
            throw new StoreException(kind == InstallationKey.ByFile ? $"The key file {source.FilePath} belongs to another store. Name the right one with --key-file." : "The passphrase is not the one of this store.", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(opener);
        }
    }

    /// <summary>Changes what unlocks the installation: the way of <paramref name="source"/> replaces all others, in one step. What is sealed stays as it is.</summary>
    /// <exception cref="StoreException">The new key file is there already.</exception>
    public static async Task ChangeAsync(Store store, Keyring keys, KeySource source, TimeProvider time, CancellationToken cancel)
    {
        if (source.Passphrase is null && File.Exists(source.FilePath))
        {
            throw new StoreException($"{source.FilePath} is there already. Name a file that does not exist yet.");
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.InstallationKeys.ExecuteDeleteAsync(cancel);
        await AddAsync(db, opener => keys.Wrap(opener, Place), source, time, cancel);
        await Audit.AddAsync(db, keys, time, (long?)null, source.Passphrase is null ? "keys.file" : "keys.passphrase", "installation-key", null, cancel);
        await transaction.CommitAsync(cancel);
        await store.WipeAsync(cancel);
    }

    /// <summary>A row, without its number, in which the installation's key is wrapped for this source; a key file that is not there is made.</summary>
    internal static InstallationKey Lock(byte[] installation, KeySource source, TimeProvider time) => Lock(opener => Sealing.Seal(opener, 0, installation, Place), source, time);

    private static InstallationKey Lock(Func<byte[], byte[]> wrap, KeySource source, TimeProvider time)
    {
        var isFile = source.Passphrase is null;
        var salt = isFile ? [] : RandomNumberGenerator.GetBytes(SaltBytes);
        var opener = isFile ? CreateFile(source) : Stretch(source.Passphrase!, salt, Iterations);
        var row = new InstallationKey { Kind = isFile ? InstallationKey.ByFile : InstallationKey.ByPassphrase, Salt = salt, Iterations = isFile ? 0 : Iterations, Wrapped = wrap(opener), CreatedAt = time.GetUtcNow() };
        CryptographicOperations.ZeroMemory(opener);
        return row;
    }

    private static async Task<InstallationKey> CreateAsync(OpenUprDb db, KeySource source, TimeProvider time, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.InstallationKeys.AsNoTracking().FirstOrDefaultAsync(cancel) is { } made)
        {
            return made;
        }

        var row = await AddAsync(db, opener => Sealing.Seal(opener, 0, RandomNumberGenerator.GetBytes(Sealing.KeyBytes), Place), source, time, cancel);
        await transaction.CommitAsync(cancel);
        return row;
    }

    private static async Task<InstallationKey> AddAsync(OpenUprDb db, Func<byte[], byte[]> wrap, KeySource source, TimeProvider time, CancellationToken cancel)
    {
        var row = Lock(wrap, source, time);
        row.Id = await db.TakeIdsAsync(Counters.InstallationKeys, 1, cancel);
        db.InstallationKeys.Add(row);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    private static byte[] Stretch(string passphrase, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormKC)), salt, iterations, HashAlgorithmName.SHA256, Sealing.KeyBytes);

    private static byte[] ReadFile(KeySource source)
    {
        if (!File.Exists(source.FilePath))
        {
            throw new StoreException($"The key file {source.FilePath} is not there. Without it nothing private in this store can be read: put it back from where you keep its copy, or name it with --key-file.");
        }

        try
        {
            return Convert.FromHexString(File.ReadAllText(source.FilePath).Trim());
        }
        catch (FormatException e)
        {
            throw new StoreException($"{source.FilePath} is not a key file.", e);
        }
    }

    /// <summary>Takes the key of a file that is there already, so that a crash between the file and the row costs nothing.</summary>
    private static byte[] CreateFile(KeySource source)
    {
        if (File.Exists(source.FilePath))
        {
            return ReadFile(source);
        }

        if (!source.MayCreate || source.FilePath is null)
        {
            throw new StoreException($"The key file {source.FilePath} is not there.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(source.FilePath)!);
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(source.FilePath, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key)));
        file.Flush(flushToDisk: true);
        return key;
    }
}
