using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Reviews;

namespace OpenUpr.Demo;

/// <summary>What the demonstration's coalition did with the positions of the review that it follows: a workshop, meetings, translations, a plan, and a public page.</summary>
internal static class DemoOutcome
{
    /// <summary>The public page's own name, which does not lead to the room.</summary>
    public const string PublicName = "islands-outcome";

    public static async Task LoadAsync(Rooms rooms, CoalitionAccess access, long followId, CancellationToken cancel)
    {
        if (await DemoDay.AccessAsync(rooms.Store, "amara", cancel) is not { } amara || await DemoDay.AccessAsync(rooms.Store, "lucas", cancel) is not { } lucas || await PositionBoard.ReadAsync(rooms.Store, access, followId, cancel) is not { } board)
        {
            return;
        }

        var rows = board.Rows.ToLookup(r => r.Row.Number, r => r.Row.Id);
        foreach (var (row, id) in Rows("entries").SelectMany(r => rows[r["paragraph"]].Select(id => (r, id))))
        {
            await PositionWriting.SaveAsync(rooms, lucas, followId, new PositionText(id, 0, EntryFields.All.ToDictionary(f => f.Code, f => row.Optional(f.Code))), null, cancel);
        }

        var meeting = (await GovernmentMeetings.ListAsync(rooms.Store, amara, cancel)).FirstOrDefault(m => m.HeldOn is not null)?.Id;
        foreach (var (row, id) in Rows("steps").SelectMany(r => rows[r["paragraph"]].Select(id => (r, id))))
        {
            await LobbySteps.AddAsync(rooms, lucas, followId, [id], new LobbyWish(Day(rooms, row.Number("day")!.Value), row["whom"], row.Optional("asked"), row["result"], row["says"], row["meeting"] == "yes" ? meeting : null, null), cancel);
        }

        foreach (var (row, id) in Rows("obligations").SelectMany(r => rows[r["paragraph"]].Select(id => (r, id))))
        {
            await Obligations.DecideAsync(rooms, lucas, followId, id, new ObligationWish(row["kind"], row.Optional("key"), row["name"], row["source"], true), cancel);
        }

        foreach (var (row, id) in Rows("translations").SelectMany(r => rows[r["paragraph"]].Select(id => (r, id))))
        {
            await Translations.SaveAsync(rooms, lucas, followId, new TranslationWish(id, row["language"], 0, row["text"], row.Optional("translator")), null, cancel);
            if (row["checked"] == "yes")
            {
                await Translations.CheckAsync(rooms, amara, followId, id, row["language"], 1, cancel);
            }
        }

        foreach (var row in Rows("plan"))
        {
            await Dissemination.AddAsync(rooms, lucas, followId, new DisseminationWish(row["audience"], row["whom"], row["what"], row["language"], Day(rooms, row.Number("due")!.Value)), cancel);
        }

        foreach (var step in (await Dissemination.ListAsync(rooms.Store, lucas, followId, cancel)).Where(s => s.DueOn < rooms.Today))
        {
            await Dissemination.SetDoneAsync(rooms, lucas, followId, step.Id, true, cancel);
        }
    }

    private static List<ReferenceTable> Rows(string name) => [.. DemoCoalition.Rows("outcome-" + name)];

    private static string Day(Rooms rooms, int days) => rooms.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
