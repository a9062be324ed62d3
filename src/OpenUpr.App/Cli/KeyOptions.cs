using System.CommandLine;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli;

/// <summary>What unlocks the private side of the store: --key-file, or a passphrase in the environment.</summary>
internal sealed class KeyOptions(Terminal terminal)
{
    private readonly Option<string?> _file = new("--key-file")
    {
        Description = "The file that unlocks what accounts and coalitions keep; made where there is none yet. Keep it, and a copy of it, apart from the data. Environment: OPENUPR_KEY_FILE. A passphrase in OPENUPR_PASSPHRASE takes its place.",
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Add(_file);

    /// <summary>What was named, or the file that this store has by default: outside its folder and by its own name, except for a demonstration's.</summary>
    public async Task<KeySource> SourceAsync(ParseResult parsed, Store store, CancellationToken cancel)
    {
        var passphrase = Given(terminal.Environment(Settings.Passphrase.Name));
        var file = Given(parsed.GetValue(_file)) ?? Given(terminal.Environment(Settings.KeyFile.Name))
            ?? (store.World == World.Demo ? Path.Combine(store.Location.DataFolder, ServeOptions.DemoKey) : Path.Combine(KeySource.DefaultFolder, $"{await StoreId.ReadAsync(store, cancel)}.key"));
        return new KeySource(Path.GetFullPath(file), passphrase);
    }

    /// <exception cref="StoreException">The key file is missing or another one, or the passphrase is wrong.</exception>
    public async Task<Keyring> OpenAsync(ParseResult parsed, Store store, CancellationToken cancel) => await KeyringDoor.OpenAsync(store, await SourceAsync(parsed, store, cancel), terminal.Time, cancel);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
