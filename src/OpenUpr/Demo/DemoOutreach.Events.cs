using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Planning.Events;
using OpenUpr.Reviews;

namespace OpenUpr.Demo;

/// <summary>Invented events and consultations.</summary>
public static partial class DemoOutreach
{
    private static async Task EventsAsync(Rooms rooms, CoalitionAccess access, Dictionary<string, long> contacts, CancellationToken cancel)
    {
        var ids = new Dictionary<string, long>();
        foreach (var row in DemoCoalition.Rows("events").ToList())
        {
            var starts = FormattableString.Invariant($"{Day(rooms, row.Number("day")!.Value)}T{row.Number("hour"):00}:00");
            var wish = new EventWish(row["kind"], row["title"], starts, row.Optional("minutes"), row.Optional("place"), row.Optional("link"), row.Optional("second"), row.Optional("agenda"), row.Optional("record"), row.Optional("result"), row.Optional("keep"));
            ids.Add(row["key"], (await Events.SaveAsync(rooms, access, null, wish, cancel)).Id);
            await Events.TickAsync(rooms, access, ids[row["key"]], row["ticked"].Split(';'), cancel);
        }

        await using var db = rooms.Store.Open(access);
        var organisations = await db.Organisations.OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancel);
        foreach (var row in DemoCoalition.Rows("event-guests").ToList())
        {
            var wish = new GuestWish(row.Optional("contact") is { } contact ? contacts[contact] : null, row.Number("organisation") is { } at ? organisations[at] : null, row.Optional("name"), row.Optional("reach"), row.Optional("body"), row.Optional("area"));
            await EventGuests.AddAsync(rooms, access, ids[row["event"]], wish, cancel);
            var guest = await db.EventGuests.Where(g => g.EventId == ids[row["event"]]).MaxAsync(g => g.Id, cancel);
            await EventGuests.SetAsync(rooms, access, ids[row["event"]], new Dictionary<long, string> { [guest] = row["state"] }, cancel);
        }

        foreach (var row in DemoCoalition.Rows("event-slots").ToList())
        {
            await EventGuests.AddSlotAsync(rooms, access, ids[row["event"]], row["speaker"], row.Optional("topic"), row["length"], cancel);
        }

        await WayChoices.SaveAsync(rooms, access, "watch", "yes", "Together with the Council of Churches: their line is good.", ["benefit-bonds", "caution-breaks"], cancel);

        // One of them is long over: its names are gone, as they would be.
        await new EventUpkeep(rooms).RunAsync(cancel);
    }

    private static async Task ConsultationsAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        var ids = new Dictionary<string, long>();
        foreach (var row in DemoCoalition.Rows("consultations").ToList())
        {
            string? On(string column) => row.Number(column) is { } days ? Day(rooms, days) : null;
            var wish = new ConsultationWish(
                row["kind"], row["title"], row.Optional("place"), On("asked"), On("told"), On("held"), On("comments"), row.Optional("minutes"), row["invitees"].Split(';'), row["channels"].Split(';'), row.Optional("notes"), row.Optional("organisations"), row.Optional("people"));
            var id = ids[row["key"]] = (await Consultations.SaveAsync(rooms, access, null, wish, cancel)).Id;
            await Consultations.TestAsync(rooms, access, id, row["answers"].Split(';').Select(a => a.Split(':')).ToDictionary(a => a[0], a => a[1]), cancel);
            if (row.Optional("choice") is { } choice)
            {
                await Consultations.ChooseAsync(rooms, access, id, choice, row.Optional("reason"), cancel);
            }
        }

        var report = await RaisedIssues.ReportsAsync(rooms.Store, (await Profiles.ReadAsync(rooms.Store, access, cancel)).Coalition.Country, cancel) is [var newest, ..] ? newest : null;
        foreach (var row in DemoCoalition.Rows("raised-issues").ToList())
        {
            var wish = new RaisedWish(row["issue"], row["text"], row["fate"], row.Optional("paragraphs") is null ? null : report?.DocumentId, row.Optional("paragraphs"), row["next"], row.Optional("note"));
            await RaisedIssues.SaveAsync(rooms, access, ids[row["consultation"]], null, wish, cancel);
        }

        foreach (var row in DemoCoalition.Rows("government-meetings").ToList())
        {
            var id = (await GovernmentMeetings.AddAsync(rooms, access, row["title"], row["with"], Day(rooms, row.Number("day")!.Value), row.Optional("every"), cancel)).Id;
            if (row.Optional("held") is not null)
            {
                await GovernmentMeetings.HeldAsync(rooms, access, id, row.Optional("note"), cancel);
            }
        }
    }
}
