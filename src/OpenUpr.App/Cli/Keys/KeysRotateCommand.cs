using System.CommandLine;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;

namespace OpenUpr.App.Cli.Keys;

/// <summary>openupr keys rotate: new keys for coalitions.</summary>
internal sealed class KeysRotateCommand : KeysVerb
{
    private readonly Option<string?> _coalition = new("--coalition") { Description = "Only this coalition. Without it: every one.", HelpName = "SLUG" };

    public KeysRotateCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "rotate", "Give coalitions new keys: all that is sealed is sealed anew, then the old keys are destroyed. Goes on where an earlier run was broken off; people can work meanwhile.", "openupr keys rotate") => Add(_coalition);

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        foreach (var coalition in await CoalitionsAsync(rooms.Store, parsed.GetValue(_coalition), cancel))
        {
            var count = await new KeyRotation(rooms).RunAsync(await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalition.Id, cancel), cancel);
            Terminal.Talk.WriteLine($"{coalition.Slug}: {count} sealed values moved to a new key; the old one is destroyed.");
        }

        return Exit.Done;
    }
}
