using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Cli.Keys;

/// <summary>openupr keys status: what unlocks the installation, and which keys coalitions have.</summary>
internal sealed class KeysStatusCommand(Terminal terminal, StoreOptions store)
    : KeysVerb(terminal, store, "status", "Say what unlocks the installation, and which key each coalition has since when. A coalition with two keys waits for the end of a rotation.", "openupr keys status")
{
    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        foreach (var key in await db.InstallationKeys.AsNoTracking().OrderBy(k => k.Id).ToListAsync(cancel))
        {
            Terminal.Out.WriteLine($"installation\t{key.Kind}\t{Day(key.CreatedAt)}");
        }

        foreach (var coalition in await CoalitionsAsync(rooms.Store, null, cancel))
        {
            foreach (var key in await db.CoalitionKeys.AsNoTracking().Where(k => k.CoalitionId == coalition.Id).OrderBy(k => k.Number).ToListAsync(cancel))
            {
                Terminal.Out.WriteLine($"{coalition.Slug}\t{key.Number.ToString(CultureInfo.InvariantCulture)}\t{Day(key.CreatedAt)}");
            }
        }

        return Exit.Done;
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
