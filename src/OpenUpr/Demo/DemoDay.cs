using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The demonstration's board of the coalition's last review: noted by two people, half compared with the report, one speaker never called.</summary>
public static class DemoDay
{
    /// <summary>Loads it into the demonstration's coalition while that has no board; does nothing elsewhere.</summary>
    public static async Task LoadAsync(Store store, Keyring keys, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo || await AccessAsync(store, "amara", cancel) is not { } amara || (await Boards.ListAsync(store, amara, cancel)).Count > 0)
        {
            return;
        }

        var rooms = new Rooms(store, keys, time);
        await using var open = store.Open();
        var state = (await open.Coalitions.AsNoTracking().SingleAsync(c => c.Id == amara.CoalitionId, cancel)).Country!;
        if (await open.Reviews.Where(r => r.Sur == state).MaxAsync(r => (int?)r.Session, cancel) is not { } session)
        {
            return;
        }

        // The dates of the fictional sessions are those of the United Nations' sessions of the same numbers.
        var starts = Boards.Begins(store.Reference, session) ?? rooms.Today.AddYears(-1).ToString("yyyy-MM-dd'T08:00'", CultureInfo.InvariantCulture);
        var wish = new BoardWish(null, state, session, starts, "120", "110", "https://webtv.example/upr", null, null, null, null);
        var board = (await Boards.AddAsync(rooms, amara, wish, cancel)).Id;
        await SpeakersAsync(rooms, amara, board, cancel);
        await NotesAsync(rooms, amara, board, cancel);
    }

    private static async Task SpeakersAsync(Rooms rooms, CoalitionAccess amara, long board, CancellationToken cancel)
    {
        var rows = DemoCoalition.Rows("day-speakers").ToList();
        await Speakers.AddAsync(rooms, amara, board, [.. rows.Select(r => new NamedSpeaker(r["state"], r["member"] == "yes"))], cancel);
        var begun = (await Boards.FindAsync(rooms.Store, amara, board, cancel))!.StartsAt;
        await using var db = rooms.Store.Open(amara);
        await using var transaction = await db.BeginWriteAsync(cancel);
        foreach (var speaker in await db.DaySpeakers.Where(s => s.BoardId == board).ToListAsync(cancel))
        {
            speaker.SpokeAt = rows.Single(r => r["state"] == speaker.State).Number("minute") is { } minute ? begun.AddMinutes(minute) : null;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task NotesAsync(Rooms rooms, CoalitionAccess amara, long board, CancellationToken cancel)
    {
        var matcher = new DayMatcher();
        var speakers = (await Speakers.ListAsync(rooms.Store, amara, board, cancel)).ToDictionary(s => s.State, s => s.Id);
        var rows = DemoCoalition.Rows("day-notes").ToList();
        foreach (var author in rows.Select(r => r["author"]).Distinct())
        {
            var own = rows.Where(r => r["author"] == author).Select(r => new LineWish($"demo-line-{r["key"]}", r["kind"], r.Optional("speaker") is { } speaker ? speakers[speaker] : null, r["text"], null)).ToList();
            await Lines.SendAsync(rooms, matcher, (await AccessAsync(rooms.Store, author, cancel))!, board, own, cancel);
        }

        await TimesAsync(rooms, amara, board, rows, cancel);
        await Reconciling.ConfirmSureAsync(rooms, matcher, amara, board, cancel);
    }

    /// <summary>When each line was written, and which the coalition says are its own.</summary>
    private static async Task TimesAsync(Rooms rooms, CoalitionAccess amara, long board, List<ReferenceTable> rows, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(amara);
        await using var transaction = await db.BeginWriteAsync(cancel);
        var begun = (await db.DayBoards.SingleAsync(b => b.Id == board, cancel)).StartsAt;
        foreach (var note in await db.DayNotes.Where(n => n.BoardId == board).ToListAsync(cancel))
        {
            var row = rows.Single(r => $"demo-line-{r["key"]}" == note.ClientId);
            note.At = begun.AddMinutes(row.Number("minute")!.Value);
            note.IsOurs = note.DraftId is not null && row["ours"] == "yes" ? true : null;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    internal static async Task<CoalitionAccess?> AccessAsync(Store store, string name, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalisedName == name, cancel) is { } account ? await CoalitionAccess.FindAsync(store, account.Id, DemoCoalition.Slug, cancel) : null;
    }
}
