using OpenUpr.Accounts;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>What came of a sheet.</summary>
/// <param name="Outcome">Refused where a needed column is missing, or there is no such place; <see cref="Refusal.Closed"/> where rows were refused.</param>
/// <param name="Lines">Every row, in the file's order.</param>
/// <param name="IsTaken">Whether it is in the room now.</param>
/// <param name="Ways">For people: shown this once.</param>
public sealed record SheetOutcome(Outcome Outcome, IReadOnlyList<SheetLine> Lines, bool IsTaken, IReadOnlyList<WayIn> Ways)
{
    public int Count(SheetVerdict verdict) => Lines.Count(l => l.Verdict == verdict);
}

/// <summary>
/// Takes a sheet into a room: every new row or none. A dry run does the same and takes it back, so that what it shows is what would come. Rows that are here already are
/// left as they are, so that the same file can be brought again.
/// </summary>
public static class SheetImport
{
    /// <param name="columns">The column of each field.</param>
    /// <param name="uploadId">The upload that is taken over, and then gone; null from the command line.</param>
    public static async Task<SheetOutcome> RunAsync(
        Rooms rooms, CoalitionAccess access, SheetTarget target, SheetTable table, IReadOnlyDictionary<string, int> columns, bool isDryRun, long? uploadId, CancellationToken cancel)
    {
        if (target.Fields.FirstOrDefault(f => f.IsRequired && !columns.ContainsKey(f.Name)) is { } missing)
        {
            return new SheetOutcome(Outcome.Not(Refusal.Empty, missing.Name), [], false, []);
        }

        if (table.Rows.Count > target.MaxRows)
        {
            return new SheetOutcome(Outcome.Not(Refusal.TooLarge), [], false, []);
        }

        var (lines, ways) = (new List<SheetLine>(), new List<WayIn>());
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Secretariat, $"sheet.{target.Kind}", "sheet", async db =>
        {
            var work = new SheetWork(rooms, access, db, table.Rows.Count);
            await AddAsync(work, target, table, columns, lines, cancel);
            if (isDryRun || lines.Any(l => l.Verdict == SheetVerdict.Refused))
            {
                // What was added goes with the transaction.
                return Outcome.Not(Refusal.Closed);
            }

            await db.SaveChangesAsync(cancel);
            await InviteAsync(work, ways, cancel);
            if (uploadId is { } upload)
            {
                await SheetUploads.DropAsync(db, upload, cancel);
            }

            return Outcome.Done(uploadId ?? 0);
        }, cancel);
        var isChecked = isDryRun && outcome.Refused == Refusal.Closed && lines.All(l => l.Verdict != SheetVerdict.Refused);
        return new SheetOutcome(isChecked ? Outcome.Done(0) : outcome, lines, outcome.IsDone, ways);
    }

    private static async Task AddAsync(SheetWork work, SheetTarget target, SheetTable table, IReadOnlyDictionary<string, int> columns, List<SheetLine> lines, CancellationToken cancel)
    {
        var days = columns.ToDictionary(c => c.Key, c => new SheetDays(table.Column(c.Value)));
        await target.PrepareAsync(work, cancel);
        foreach (var row in table.Rows)
        {
            cancel.ThrowIfCancellationRequested();
            lines.Add(await target.AddAsync(work, new SheetCells(row, columns, days), cancel));
        }
    }

    private static async Task InviteAsync(SheetWork work, List<WayIn> ways, CancellationToken cancel)
    {
        foreach (var (place, name) in work.Places)
        {
            var wish = new NewInvitation(Invitation.Place) { CoalitionId = place.CoalitionId, MembershipId = place.Id, Role = CoalitionRoles.Parse(place.Role) };
            ways.Add(new WayIn(name, await Invitations.AddAsync(work.Db, work.Rooms.Keys, work.Rooms.Time, wish, cancel)));
        }
    }
}
