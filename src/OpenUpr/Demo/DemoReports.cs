using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The demonstration's coalition two years after the adoption: an annual assessment of the round before that is released and shared, and a mid-term report on which others comment.</summary>
public static class DemoReports
{
    /// <summary>Days that the round of comments still runs.</summary>
    private const int DaysOpen = 20;

    /// <summary>Loads them into the demonstration's coalition while its followed review has no report; does nothing elsewhere. The documents of the studio come first.</summary>
    public static async Task LoadAsync(Store store, Keyring keys, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo || await DemoDay.AccessAsync(store, "amara", cancel) is not { } amara || await FollowRows.ListAsync(store, amara, cancel) is not [var line, ..])
        {
            return;
        }

        var rooms = new Rooms(store, keys, time);
        if ((await ReportRows.ListAsync(rooms, amara, line.Review.Id, cancel)).Count > 0)
        {
            return;
        }

        var follow = (await FollowRows.ReadAsync(store, amara, line.Review.Id, cancel))!;
        await AnnualAsync(rooms, amara, follow, cancel);
        await MidTermAsync(rooms, amara, follow, cancel);
    }

    private static async Task AnnualAsync(Rooms rooms, CoalitionAccess amara, FollowView follow, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(amara);
        var round = await db.AssessmentRounds.AsNoTracking().Where(r => r.FollowId == follow.Review.Id && r.ClosedAt != null).OrderBy(r => r.Year).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancel);
        var report = (await Reports.BeginAsync(rooms, amara, follow, new ReportWish(StudioKinds.AnnualAssessment, ReportModes.Chosen, ReportScopes.Assessed, "en") { RoundId = round }, cancel)).Id;
        await WriteAsync(rooms, amara, follow, report, cancel);
        var view = (await ReportRows.ReadAsync(rooms, amara, follow.Review.Id, report, cancel))!;
        await StudioTrack.TakeAsync(rooms, amara, view.Document.Document.Id, new StepWish(StudioSteps.Agree, view.Document.Stamp, null, null, null, false), cancel);
        view = (await ReportRows.ReadAsync(rooms, amara, follow.Review.Id, report, cancel))!;
        await ReportReleases.ReleaseAsync(rooms, amara, follow, report, new ReleaseWish(view.Document.Stamp, "The members assessed it together at their yearly workshop; others are asked at mid-term.", NamesAreFine: true), cancel);
        await ReportReleases.ShareAsync(rooms, amara, follow.Review.Id, report, cancel);
    }

    private static async Task MidTermAsync(Rooms rooms, CoalitionAccess amara, FollowView follow, CancellationToken cancel)
    {
        var id = follow.Review.Id;
        var report = (await Reports.BeginAsync(rooms, amara, follow, new ReportWish(StudioKinds.MidTermReport, ReportModes.Parallel, ReportScopes.All, "en"), cancel)).Id;
        await WriteAsync(rooms, amara, follow, report, cancel);
        await ReportRounds.OpenAsync(rooms, amara, follow, report, Day(rooms, DaysOpen), namesAreFine: true, cancel);
        foreach (var row in DemoCoalition.Rows("report-asks").ToList())
        {
            await ReportRounds.AskAsync(rooms, amara, id, report, row["kind"], row["who"], Day(rooms, row.Number("day")!.Value), cancel);
        }

        if ((await ReportRows.ReadAsync(rooms, amara, id, report, cancel))?.Shown is not { } shown)
        {
            return;
        }

        var guest = await ReportVersions.GuestsAsync(rooms.Store, amara, shown.Id, cancel) is [var first, ..] ? first : null;
        await ReportVersions.ShareAsync(rooms, amara, shown.Id, guest?.MemberId ?? 0, true, cancel);
        foreach (var row in DemoCoalition.Rows("report-comments").ToList())
        {
            var isGuest = row["person"] == "guest";
            if ((isGuest ? guest is null ? null : await CoalitionAccess.ForMemberAsync(rooms.Store, amara.CoalitionId, guest.MemberId, cancel) : await DemoDay.AccessAsync(rooms.Store, row["person"], cancel)) is not { } person)
            {
                continue;
            }

            await ReportRounds.SayAsync(rooms, person, shown.Id, new ReportSaying(row["kind"], row.Optional("who"), row.Optional("issue"), row["text"], null), cancel);
            if (row.Optional("answer") is { } answer && (await ReportRows.ReadAsync(rooms, amara, id, report, cancel))!.Comments[^1].Comment.Id is var comment)
            {
                await ReportRounds.AnswerAsync(rooms, amara, id, report, comment, answer, row["gap"] == "yes", cancel);
            }
        }
    }

    /// <summary>What the coalition wrote beside the parts that are counted.</summary>
    private static async Task WriteAsync(Rooms rooms, CoalitionAccess amara, FollowView follow, long report, CancellationToken cancel)
    {
        var view = (await ReportRows.ReadAsync(rooms, amara, follow.Review.Id, report, cancel))!;
        foreach (var row in DemoCoalition.Rows("report-texts").Where(r => r["kind"] == view.Report.Kind).ToList())
        {
            if (view.Document.Sections.FirstOrDefault(s => s.Section.Slot == row["slot"])?.Section is { } section)
            {
                await SectionWriting.SaveAsync(rooms, amara, view.Document.Document.Id, section.Id, new SectionText(section.Heading, $"{row["text"]}\n\n{section.Text}".Trim(), null, section.Number, null, IsDone: true), cancel);
            }
        }
    }

    private static string Day(Rooms rooms, int days) => rooms.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
