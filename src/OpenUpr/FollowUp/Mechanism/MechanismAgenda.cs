using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Mechanism;

/// <summary>The next day on which bodies report, for the calendar.</summary>
public sealed class ReportDates(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var records = await (from m in db.MechanismRecords.AsNoTracking() join f in db.FollowedReviews on m.FollowId equals f.Id where f.ClosedAt == null && m.ReportMonths != null select new { Record = m, f.State, f.Session }).ToListAsync(cancel);
        return [.. records.Select(r => (r, Days: ReportDays.Of(r.Record, rooms.Today)!)).Where(p => p.Days.Next >= span.From && p.Days.Next <= span.To).Select(p => new DatedThing(
            DatedKinds.Progress, TaskDays.Key("progress", p.r.Record.Id), new Days(p.Days.Next, p.Days.Next), string.Create(CultureInfo.InvariantCulture, $"{p.r.State} {p.r.Session}"), null, Rounds.Path(p.r.Record.FollowId, "/mechanism")) { Revision = p.r.Record.Revision })];
    }
}

/// <summary>What bodies are late with waits for the member who is their focal point, or for anybody; for "what now" and the mail of those who chose it.</summary>
public sealed class WaitingReports(Rooms rooms) : IWaitingThings
{
    public const string Overdue = "mechanism-overdue";

    public async Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        List<long> open;
        await using (var db = rooms.Store.Open(access))
        {
            open = await db.MechanismRecords.AsNoTracking().Join(db.FollowedReviews.Where(f => f.ClosedAt == null), m => m.FollowId, f => f.Id, (m, f) => f.Id).ToListAsync(cancel);
        }

        var things = new List<WaitingThing>();
        foreach (var id in open)
        {
            if (await FollowRows.ReadAsync(rooms.Store, access, id, cancel) is { } follow)
            {
                var view = await MechanismRows.ReadAsync(rooms, access, follow, cancel);
                things.AddRange(view.Bodies.Where(b => b.IsOverdue).Select(b => new WaitingThing(
                    Overdue, b.Name, b.Body?.MemberId, null, null, Rounds.Path(id, $"/mechanism/notice?body={Uri.EscapeDataString(b.Name)}")) { Count = b.Actions.Count(a => a.IsLate || a.IsReportMissing) }));
            }
        }

        return things;
    }
}
