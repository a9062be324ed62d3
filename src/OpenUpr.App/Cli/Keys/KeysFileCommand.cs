using System.CommandLine;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;

namespace OpenUpr.App.Cli.Keys;

/// <summary>openupr keys file: a new key file unlocks the installation from now on.</summary>
internal sealed class KeysFileCommand : KeysVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The new key file. It must not exist yet; keep it, and a copy of it, apart from the data." };

    public KeysFileCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "file", "Make a new key file that unlocks the installation from now on; the old file or passphrase opens nothing any more.", "openupr keys file openupr-new.key")
    {
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(_file));
        await KeyringDoor.ChangeAsync(rooms.Store, rooms.Keys, new KeySource(path), rooms.Time, cancel);
        Terminal.Talk.WriteLine($"{path} unlocks the installation from now on. Start the server with --key-file, and make a copy that you keep elsewhere.");
        return Exit.Done;
    }
}
