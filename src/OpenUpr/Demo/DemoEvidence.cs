using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>Invented cases with small invented files for the demonstration's coalition, and a drop box with a code that everyone may know.</summary>
public static class DemoEvidence
{
    /// <summary>Opens the demonstration's drop box.</summary>
    public const string Code = "demo-send-here";

    /// <summary>Loads them into the demonstration's coalition while it has no case; does nothing elsewhere.</summary>
    public static async Task LoadAsync(Store store, Keyring keys, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo || await AccessOfAsync(store, "amara", cancel) is not { } secretariat || await AccessOfAsync(store, "noor", cancel) is not { } noor)
        {
            return;
        }

        await using (var db = store.Open(secretariat))
        {
            if (await db.EvidenceCases.AnyAsync(cancel))
            {
                return;
            }
        }

        var rooms = new Rooms(store, keys, time);
        var (writer, vault) = (new CaseWriter(rooms), new FileVault(rooms, new EvidenceLimits()));
        foreach (var row in DemoCoalition.Rows("evidence").ToList())
        {
            var access = row["author"] == "noor" ? noor : secretariat;
            var fields = new CaseFields(row["alias"], row["issues"].Split(';', StringSplitOptions.RemoveEmptyEntries), null, null, row["consent"], null, row["sealed"] == "yes", [], new CaseSecrets(row["who"], row["place"], row["notes"], row["contact"]));
            var id = (await writer.AddAsync(access, fields, cancel)).Id;
            if (row["verdict"].Length > 0)
            {
                await writer.CheckSafetyAsync(access, id, row["verdict"], row["safety"], cancel);
            }

            if (row["file"].Length > 0)
            {
                var content = row["file"].EndsWith(".jpg", StringComparison.Ordinal) ? Picture(row["who"]) : Encoding.UTF8.GetBytes(row["notes"]);
                await vault.AddAsync(access, id, row["file"], new MemoryStream(content), keepSealed: false, time.GetUtcNow(), cancel);
            }
        }

        await AddBoxAsync(rooms, secretariat, vault, cancel);
    }

    private static async Task<CoalitionAccess?> AccessOfAsync(Store store, string account, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalisedName == account, cancel) is { } found ? await CoalitionAccess.FindAsync(store, found.Id, DemoCoalition.Slug, cancel) : null;
    }

    private static async Task AddBoxAsync(Rooms rooms, CoalitionAccess access, FileVault vault, CancellationToken cancel)
    {
        var boxes = new DropBoxes(rooms);
        var box = DemoCoalition.Rows("evidence-box").Single();
        var made = await boxes.AddAsync(access, box["name"], "en", box["greeting"], rooms.Today.AddDays(365).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), cancel);
        await using (var db = rooms.Store.Open(access))
        {
            await using var transaction = await db.BeginWriteAsync(cancel);
            var door = await db.DropBoxDoors.SingleAsync(d => d.Id == made.Outcome.Id, cancel);
            door.CodeHash = boxes.HashOf("drop-box", DropBoxes.Plain(Code));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        if (await boxes.FindAsync(Code, cancel) is { } open)
        {
            await new DropSending(rooms, vault, open).FinishAsync(box["sending"], null, null, cancel);
        }
    }

    /// <summary>A grey picture of eight by eight points with a comment that names somebody, as cameras and programs leave such things.</summary>
    private static byte[] Picture(string comment)
    {
        var text = Encoding.UTF8.GetBytes(comment);
        return
        [
            0xFF, 0xD8, 0xFF, 0xFE, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. text,
            0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
            0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0,
            0xFF, 0xC4, 0, 20, 0, 1, .. new byte[15], 0,
            0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F, 0xFF, 0xD9,
        ];
    }
}
