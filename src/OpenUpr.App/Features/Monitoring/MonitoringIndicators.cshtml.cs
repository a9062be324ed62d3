using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Reports;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>All indicators of the matrix with what was measured last: those of one measure, those that are late, those that a report counts.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring/indicators")]
public sealed class MonitoringIndicatorsModel(Rooms rooms) : FollowPage(rooms)
{
    public static IReadOnlyList<string> Shows { get; } = ["measured", "unmeasured", "reached", "late"];

    public IReadOnlyList<IndicatorRow> Rows { get; private set; } = [];

    public string? Show { get; private set; }

    /// <summary>Code of the one action whose indicators are shown, "A12"; null for all.</summary>
    public string? Measure { get; private set; }

    /// <summary>The report whose indicators are shown as it counts them; null for the whole review.</summary>
    public ReportSet? Counted { get; private set; }

    public bool IsFiltered => (Show ?? Measure) is not null || Counted is not null;

    public bool IsLate(IndicatorRow row) => row.Indicator.DueOn < Today && !(row.Latest?.On >= row.Indicator.DueOn);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (long.TryParse(Request.Query["report"], NumberStyles.None, CultureInfo.InvariantCulture, out var report) && (Counted = await ReportSet.ReadAsync(Store, Access, View, report, cancel)) is null)
        {
            return NotFound();
        }

        Show = Shows.FirstOrDefault(s => s == Request.Query["show"]);
        Measure = ActionPlans.NumberOf(Request.Query["measure"]) is { } number ? ActionPlans.CodeOf(number) : null;
        var chosen = Counted?.Monitoring.Rows.Select(r => r.Row.Row.Id).ToHashSet();
        var rows = await IndicatorRows.ReadAsync(Store, Access, await ActionRows.ReadAsync(Store, Access, View, cancel), cancel);
        Rows = [.. rows.Where(r => (Measure is null || r.Action.Code == Measure) && (chosen is null || r.Action.Rows.Any(s => chosen.Contains(s.Row.Id))) && Passes(r))];
        return Page();
    }

    private bool Passes(IndicatorRow row) => Show switch
    {
        "measured" => row.Latest is not null,
        "unmeasured" => row.Latest is null,
        "reached" => row.IsReached == true,
        "late" => IsLate(row),
        _ => true,
    };
}
