using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>What became of each recommendation, as the coalition's members judge it: lights, disagreements, what is due in the running round.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring")]
public sealed class MonitoringListModel(Rooms rooms) : MonitoringPage(rooms)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 100;

    /// <summary>Lights, and what else a list can be asked for.</summary>
    public static IReadOnlyList<string> Shows { get; } = ["green", "amber", "red", "mixed", "none", "due", "unconfirmed", "regression", "disputed", "scored", "left", "judged", "served", "unserved"];

    /// <summary>Recommendations that an action serves, where the list is asked for them.</summary>
    private HashSet<long> _served = [];

    public FollowFilter Filter { get; private set; } = FollowFilter.All;

    public string? Show { get; private set; }

    /// <summary>A kind of evidence on which a judgement rests; null for all.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Number of a goal; null for all.</summary>
    public int? Goal { get; private set; }

    /// <summary>The report whose rows are shown as it counts them; null for the whole review.</summary>
    public ReportSet? Counted { get; private set; }

    public IReadOnlyList<MonitoredRow> Rows { get; private set; } = [];

    /// <summary>All rows that pass the filter.</summary>
    public IReadOnlyList<MonitoredRow> Found { get; private set; } = [];

    /// <summary>Judgements of the rows that pass, those that the question is about.</summary>
    public int Judgements => Found.Sum(r => Show switch { "scored" => r.Index.Scored, "left" => r.Index.Left, _ => r.Standing.Count });

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public string Query()
    {
        var query = Filter.Query();
        void Add(string name, string? value) => query += value is null ? "" : $"{(query.Length == 0 ? "?" : "&")}{name}={Uri.EscapeDataString(value)}";
        Add("show", Show);
        Add("evidence", Evidence);
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
        Show = Shows.Append("changed").FirstOrDefault(s => s == query["show"]);
        Evidence = Assessments.Kinds.FirstOrDefault(k => k == query["evidence"]);
        Goal = int.TryParse(query["goal"], NumberStyles.None, CultureInfo.InvariantCulture, out var goal) ? goal : null;
        if (long.TryParse(query["report"], NumberStyles.None, CultureInfo.InvariantCulture, out var report))
        {
            Counted = await ReportSet.ReadAsync(Store, Access, View, report, cancel);
            if (Counted is null)
            {
                return NotFound();
            }
        }

        if (Show is "served" or "unserved")
        {
            var matrix = await ActionRows.ReadAsync(Store, Access, View, cancel);
            _served = [.. matrix.Actions.Where(a => a.Entry.State != ActionEntry.Dropped).SelectMany(a => a.Rows).Select(r => r.Row.Id)];
        }

        Found = [.. (Counted?.Monitoring ?? Monitoring).Rows.Where(r => Filter.Passes(r.Row, Position(r)) && (Goal is null || r.Row.Goals.Contains(Goal.Value)) && Passes(r))];
        Pages = Math.Max(1, (Found.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;
        Rows = [.. Found.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    /// <summary>A report has positions as they were settled at the adoption.</summary>
    public string? Position(MonitoredRow row) => Counted is { } counted ? counted.Positions[row.Row.Row.Id] : row.Row.Row.Position;

    private bool Passes(MonitoredRow row) => (Evidence is null || row.Standing.Any(a => a.Evidence.Any(e => e.Evidence.Kind == Evidence))) && PassesShow(row);

    private bool PassesShow(MonitoredRow row) => Show switch
    {
        null => true,
        "due" => Monitoring.IsDue(row),
        "unconfirmed" => row.All.Any(a => !a.IsConfirmed),
        "regression" => row.IsRegression,
        "disputed" => row.IsDisputed,
        "scored" => row.Index.Scored > 0,
        "left" => row.Index.Left > 0,
        "judged" => row.Standing.Count > 0,
        "served" => _served.Contains(row.Row.Row.Id),
        "unserved" => !_served.Contains(row.Row.Row.Id),
        "changed" => Counted?.Before.GetValueOrDefault(row.Row.Row.Id) is { } before && before != row.Light,
        _ => row.Light == Show,
    };
}
