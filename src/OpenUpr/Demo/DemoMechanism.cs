using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Mechanism;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The fictional State's mechanism: three ministries with an office to turn to, one of them late, reports every half year, and a guest who reports on what was given to them.</summary>
internal static class DemoMechanism
{
    private const int ReportMonths = 6;

    public static async Task LoadAsync(Rooms rooms, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        var id = follow.Review.Id;
        var wish = new MechanismWish(
            MechanismRecord.Yes, Day(rooms, -700), "Cabinet decision on follow-up to treaty bodies and the review", "Ministry of Justice (chair)\nMinistry of National Security\nMinistry of Youth", "Two posts in the Ministry of Justice; no vote of its own in the budget",
            "Human rights action plan", Day(rooms, -600), Day(rooms, 900), "Two hearings with civil society a year; parliament was not asked.", ReportMonths.ToString(CultureInfo.InvariantCulture), Day(rooms, -400));
        await Mechanisms.SaveAsync(rooms, access, id, 0, wish, cancel);
        await Mechanisms.SaveBodyAsync(rooms, access, id, 0, new BodyWish("Ministry of Justice", "Human rights desk, office of the permanent secretary", null), cancel);
        await Mechanisms.SaveBodyAsync(rooms, access, id, 0, new BodyWish("Ministry of National Security", "Directorate of police policy", null), cancel);
        await Mechanisms.SaveBodyAsync(rooms, access, id, 0, new BodyWish("Ministry of Youth", "Unit for community programmes", null), cancel);
        var actions = (await ActionRows.ReadAsync(rooms.Store, access, follow, cancel)).Actions.ToDictionary(a => a.Action.Number, a => a.Action.Id);
        foreach (var row in DemoCoalition.Rows("progress-reports").ToList())
        {
            var report = new ReportWish(row["done"], row["state"], row.Optional("percent"), row.Optional("obstacles"), row.Optional("help"), Day(rooms, row.Number("next")!.Value));
            await ReportWriting.AddAsync(rooms, access, id, actions[row.Number("action")!.Value], null, report, null, cancel);
        }
    }

    private static string Day(Rooms rooms, int days) => rooms.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
