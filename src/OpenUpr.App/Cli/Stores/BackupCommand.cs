using System.CommandLine;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Stores;

/// <summary>openupr backup: the whole store in one file, or the proof that such a file is good.</summary>
internal sealed class BackupCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly KeyOptions _key;
    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "The backup to write. An older backup under this name is replaced once the new one is complete; any other file is left alone.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _plain = new("--plain") { Description = "Write it in the open, without a passphrase. Refused for a store with accounts or coalitions." };
    private readonly Option<bool> _verify = new("--verify") { Description = "Write nothing: restore FILE into a store of its own, compare every table with what the backup says, and delete that store." };
    private readonly Option<bool> _unproved = new("--unproved") { Description = "Do not restore the new backup to prove it: quicker, and --status does not count it as good." };
    private readonly Option<bool> _status = new("--status") { Description = "Say when the last good backup was made. Exit code 1 where it is old or there is none." };

    public BackupCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "backup", "Write the whole store into one file, from which it can be restored on SQLite or PostgreSQL, and prove that by restoring it into a store of its own. A store with accounts or coalitions is sealed with a passphrase (OPENUPR_BACKUP_PASSPHRASE, or asked for).",
            "openupr backup upr-2026-11-21.openupr", "openupr backup --verify upr-2026-11-21.openupr", "openupr backup --status")
    {
        _store = store;
        _key = new KeyOptions(terminal);
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
        Add(_plain);
        Add(_verify);
        Add(_unproved);
        Add(_status);
        _key.AddTo(this);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetValue(_file);
        return parsed.GetValue(_status) ? path is null ? StatusAsync(parsed, cancel) : Task.FromResult(WrongUse("--status takes no file."))
            : string.IsNullOrWhiteSpace(path) ? Task.FromResult(WrongUse("Name the file, such as: openupr backup upr-2026-11-21.openupr"))
            : parsed.GetValue(_verify) ? VerifyAsync(path, cancel)
            : WriteAsync(parsed, path, cancel);
    }

    private async Task<int> WriteAsync(ParseResult parsed, string path, CancellationToken cancel)
    {
        if (File.Exists(path) && !BackupManifest.IsIn(path))
        {
            throw new CliException($"{path} exists and is not a backup. Choose another name.");
        }

        var store = await _store.OpenAsync(parsed, cancel);
        var isPrivate = await Backup.HoldsPrivateAsync(store, cancel);
        var seal = isPrivate || (!parsed.GetValue(_plain) && Terminal.Environment(Settings.BackupPassphrase.Name) is { Length: > 0 });
        if (seal && parsed.GetValue(_plain))
        {
            throw new CliException("This store holds accounts or coalitions: it is backed up with a passphrase only. Leave --plain out.");
        }

        var passphrase = seal ? BackupPassphrase.New(Terminal) : null;
        BackupManifest? manifest = null;
        await OutputFile.WriteAsync(path, async stream => manifest = await WriteAsync(parsed, store, passphrase, stream, cancel), ownerOnly: true, cancel);
        Terminal.Talk.WriteLine($"{manifest!.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables written to {path} ({new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB){(seal ? ", sealed" : string.Empty)}");
        if (!parsed.GetValue(_unproved))
        {
            await ProveAsync(path, () => passphrase, cancel);
            await ScheduledBackup.NoteGoodAsync(store, path, Terminal.Time, cancel);
        }

        return Exit.Done;
    }

    private async Task<BackupManifest> WriteAsync(ParseResult parsed, Store store, string? passphrase, Stream stream, CancellationToken cancel)
    {
        if (passphrase is null)
        {
            return await Backup.WriteAsync(store, stream, Terminal.Time, cancel);
        }

        using var keys = await _key.OpenAsync(parsed, store, cancel);
        return await Backup.WriteSealedAsync(store, keys, passphrase, stream, Terminal.Time, cancel);
    }

    private async Task<int> VerifyAsync(string path, CancellationToken cancel)
    {
        await ProveAsync(path, () => BackupPassphrase.Existing(Terminal), cancel);
        return Exit.Done;
    }

    /// <summary>Restores the file into a store that is deleted at once.</summary>
    private async Task ProveAsync(string path, Func<string?> passphrase, CancellationToken cancel)
    {
        await using var input = BackupInput.Open(path);
        var known = SealedFile.IsIn(input, SealedFile.Backup) ? passphrase() : null;
        using var folder = new TemporaryFolder("openupr-verify-");
        var manifest = await BackupVerify.RunAsync(input, known, folder.Path, Terminal.Time, cancel);
        Terminal.Talk.WriteLine($"{path} is good: {manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables were restored and are what was backed up on {manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
    }

    private async Task<int> StatusAsync(ParseResult parsed, CancellationToken cancel)
    {
        var status = await ScheduledBackup.StatusAsync(await _store.OpenAsync(parsed, cancel), cancel);
        Terminal.Out.WriteLine(status.LastGood is { } last ? $"last good backup: {last.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {status.File}" : "last good backup: none");
        if (status.Problem is { } problem)
        {
            Terminal.Out.WriteLine($"last attempt failed: {problem}");
        }

        return status.Problem is null && !status.IsOldAt(Terminal.Time.GetUtcNow()) ? Exit.Done : Exit.Failed;
    }
}
