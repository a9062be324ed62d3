using System.CommandLine;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Stores;

/// <summary>openupr restore: a backup becomes the store.</summary>
internal sealed class RestoreCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly KeyOptions _key;
    private readonly Argument<string> _file = new("FILE") { Description = "A backup made by 'openupr backup', on SQLite or PostgreSQL." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace everything in a store that holds data already." };

    public RestoreCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "restore", "Put a backup in the place of the store. It happens as a whole or not at all.",
            "openupr restore upr-2026-11-21.openupr --data restored")
    {
        _store = store;
        _key = new KeyOptions(terminal);
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
        Add(_force);
        _key.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetRequiredValue(_file);
        await using var input = BackupInput.Open(path);
        var passphrase = SealedFile.IsIn(input, SealedFile.Backup) ? BackupPassphrase.Existing(Terminal) : null;
        var store = await _store.OpenAsync(parsed, cancel);
        var source = await _key.SourceAsync(parsed, store, cancel);
        var secret = passphrase is null ? null : new BackupSecret(passphrase, source, Terminal.Time);
        var manifest = await BackupRestore.RunAsync(store, input, parsed.GetValue(_force), secret, cancel);
        Terminal.Talk.WriteLine($"{manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables restored, as they were on {manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        if (secret is { NewKey.FilePath: { } file, NewKey.Passphrase: null })
        {
            Terminal.Talk.WriteLine($"What coalitions keep is unlocked by {file} from now on. Keep a copy of it apart from the data.");
        }

        return Exit.Done;
    }
}
