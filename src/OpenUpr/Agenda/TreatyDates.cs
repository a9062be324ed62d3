using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Agenda;

/// <summary>A date of a treaty body, as typed.</summary>
/// <param name="From">As forms send it: 2026-11-22.</param>
public sealed record TreatyWish(string? Committee, string? Kind, string? From, string? To, string? Source, string? Note);

/// <summary>The dates of treaty bodies that matter to the State, each with the page it was found on (requirement C11).</summary>
public static class TreatyDates
{
    /// <summary>Dates that one coalition may keep.</summary>
    public const int Most = 300;

    private const int LongestDays = 366;

    /// <summary>The ten treaty bodies of the United Nations (OHCHR, "Treaty bodies", 2024), by their usual letters.</summary>
    public static IReadOnlyList<string> Committees { get; } = ["CAT", "CCPR", "CED", "CEDAW", "CERD", "CESCR", "CMW", "CRC", "CRPD", "SPT"];

    public static IReadOnlyList<string> Kinds { get; } = [TreatyDate.Session, TreatyDate.Dialogue, TreatyDate.ReportDue, TreatyDate.Issues, TreatyDate.Submission];

    public static async Task<IReadOnlyList<TreatyDate>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return [.. (await db.TreatyDates.AsNoTracking().ToListAsync(cancel)).OrderByDescending(t => t.From)];
    }

    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, TreatyWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "treaty.add", "treaty-date", async db =>
        {
            var fields = new Fields();
            var row = new TreatyDate
            {
                CoalitionId = access.CoalitionId, Committee = fields.OneOf("committee", wish.Committee, Committees), Kind = fields.OneOf("kind", wish.Kind, Kinds), From = fields.RequiredDay("from", wish.From),
                Source = fields.Address("source", wish.Source) ?? fields.Refuse(Refusal.Empty, "source", ""), Note = fields.Optional("note", wish.Note), AuthorId = access.MemberId,
            };
            row.To = fields.Day("to", wish.To) ?? row.From;
            if (fields.Wrong is null && (row.To < row.From || row.To.DayNumber - row.From.DayNumber >= LongestDays))
            {
                fields.Refuse(Refusal.NoDate, "to", row.To);
            }

            if (fields.Wrong is null && await db.TreatyDates.CountAsync(cancel) >= Most)
            {
                fields.Refuse(Refusal.TooLarge, "committee", "");
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            row.Id = await db.TakeIdsAsync(Counters.TreatyDates, 1, cancel);
            db.TreatyDates.Add(row);
            return Outcome.Done(row.Id);
        }, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "treaty.remove", "treaty-date", async db =>
        {
            if (await db.TreatyDates.SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            db.TreatyDates.Remove(row);
            return Outcome.Done(id);
        }, cancel);
}
