using System.CommandLine;
using OpenUpr.Coalitions.Keys;
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

    public KeySource Source(ParseResult parsed)
    {
        var file = Given(parsed.GetValue(_file)) ?? Given(terminal.Environment(Settings.KeyFile.Name)) ?? Path.Combine(KeySource.DefaultFolder, "installation.key");
        return new KeySource(Path.GetFullPath(file), Given(terminal.Environment(Settings.Passphrase.Name)));
    }

    /// <exception cref="StoreException">The key file is missing or another one, or the passphrase is wrong.</exception>
    public Task<Keyring> OpenAsync(ParseResult parsed, Store store, CancellationToken cancel) => KeyringDoor.OpenAsync(store, Source(parsed), terminal.Time, cancel);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
