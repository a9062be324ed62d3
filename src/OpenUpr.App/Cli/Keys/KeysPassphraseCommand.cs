using System.CommandLine;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;

namespace OpenUpr.App.Cli.Keys;

/// <summary>openupr keys passphrase: words unlock the installation from now on.</summary>
internal sealed class KeysPassphraseCommand(Terminal terminal, StoreOptions store)
    : KeysVerb(terminal, store, "passphrase", "Ask for a passphrase that unlocks the installation from now on; the old file or passphrase opens nothing any more.", "openupr keys passphrase")
{
    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        if (Terminal.ReadSecret is not { } read)
        {
            throw new CliException("Run this command at a terminal: it asks for the new passphrase.");
        }

        Terminal.Talk.Write(EvidenceWords.Keys_Asked);
        var words = read();
        Terminal.Talk.WriteLine();
        if (words.Length < BackupPassphrase.Shortest)
        {
            throw new CliException(Numbers.Fill(EvidenceWords.Keys_Short, BackupPassphrase.Shortest));
        }

        Terminal.Talk.Write(EvidenceWords.Keys_Again);
        var again = read();
        Terminal.Talk.WriteLine();
        if (again != words)
        {
            throw new CliException(EvidenceWords.Keys_Differ);
        }

        await KeyringDoor.ChangeAsync(rooms.Store, rooms.Keys, new KeySource(null, words), rooms.Time, cancel);
        Terminal.Talk.WriteLine("The passphrase unlocks the installation from now on. Hand it to the server in OPENUPR_PASSPHRASE.");
        return Exit.Done;
    }
}
