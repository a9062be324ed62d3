using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Reports;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>What became of each recommendation, as the coalition's members judge it: lights, disagreements, what is due in the running round.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring")]
public sealed class MonitoringListModel(Rooms rooms) : MonitoringPage(rooms)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 100;

    /// <summary>Lights, and what else a list can be asked for.</summary>
    public static IReadOnlyList<string> Shows { get; } = ["green", "amber", "red", "mixed", "none", "due", "unconfirmed", "regression", "disputed", "scored", "left"];

    public FollowFilter Filter { get; private set; } = FollowFilter.All;

    public string? Show { get; private set; }

    /// <summary>Number of a goal; null for all.</summary>
    public int? Goal { get; private set; }

    /// <summary>The report whose rows are shown as it counts them; null for the whole review.</summary>
    public ReportSet? Counted { get; private set; }

    public IReadOnlyList<MonitoredRow> Rows { get; private set; } = [];

    /// <summary>All rows that pass the filter.</summary>
    public IReadOnlyList<MonitoredRow> Found { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public string Query()
    {
        var query = Filter.Query();
        void Add(string name, string? value) => query += value is null ? "" : $"{(query.Length == 0 ? "?" : "&")}{name}={Uri.EscapeDataString(value)}";
        Add("show", Show);
        Add("goal", Goal?.ToString(CultureInfo.InvariantCulture));
        Add("report", Number(Counted?.Report.Id));
        return query;
    }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMonitoringAsync(id, cancel))
        {
            return NotFound();
        }

        var query = Request.Query;
        Filter = FollowFilter.Read(name => query[name]);
        Show = Shows.FirstOrDefault(s => s == query["show"]);
        Goal = int.TryParse(query["goal"], NumberStyles.None, CultureInfo.InvariantCulture, out var goal) ? goal : null;
        if (long.TryParse(query["report"], NumberStyles.None, CultureInfo.InvariantCulture, out var report))
        {
            Counted = await ReportSet.ReadAsync(Store, Access, View, report, cancel);
            if (Counted is null)
            {
                return NotFound();
            }
        }

        Found = [.. (Counted?.Monitoring ?? Monitoring).Rows.Where(r => Filter.Passes(r.Row, Position(r)) && (Goal is null || r.Row.Goals.Contains(Goal.Value)) && Passes(r))];
        Pages = Math.Max(1, (Found.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;
        Rows = [.. Found.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    /// <summary>A report has positions as they were settled at the adoption.</summary>
    public string? Position(MonitoredRow row) => Counted is { } counted ? counted.Positions[row.Row.Row.Id] : row.Row.Row.Position;

    private bool Passes(MonitoredRow row) => Show switch
    {
        null => true,
        "due" => Monitoring.IsDue(row),
        "unconfirmed" => row.All.Any(a => !a.IsConfirmed),
        "regression" => row.IsRegression,
        "disputed" => row.IsDisputed,
        "scored" => row.Index.Scored > 0,
        "left" => row.Index.Left > 0,
        _ => row.Light == Show,
    };
}
