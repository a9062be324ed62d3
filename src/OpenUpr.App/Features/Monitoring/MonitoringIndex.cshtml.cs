using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>UPR Info's implementation index for the review, by issue and by goal, every number linked to its rows.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring/index")]
public sealed class MonitoringIndexModel(Rooms rooms) : MonitoringPage(rooms)
{
    public IndexValue Whole { get; private set; } = null!;

    /// <summary>The same of what a second person confirmed, as reports and the public page count it.</summary>
    public IndexValue Confirmed { get; private set; } = null!;

    /// <summary>Standing judgements that wait for a second person.</summary>
    public int Unconfirmed { get; private set; }

    /// <summary>Name, the filter that finds its rows, recommendations, index.</summary>
    public IReadOnlyList<(string Name, string Query, int Rows, IndexValue Index)> Issues { get; private set; } = [];

    public IReadOnlyList<(string Name, string Query, int Rows, IndexValue Index)> Goals { get; private set; } = [];

    public IReadOnlyList<(string Name, string Query, int Rows, IndexValue Index)> ByPosition { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMonitoringAsync(id, cancel))
        {
            return NotFound();
        }

        var rows = Monitoring.Rows;
        Whole = MonitoringView.IndexOf(rows);
        (Confirmed, Unconfirmed) = (MonitoringView.IndexOf(Monitoring.Where(a => a.IsConfirmed).Rows), rows.SelectMany(r => r.Standing).Count(a => !a.IsConfirmed));
        Issues = [.. rows.SelectMany(r => r.Row.Issues).Distinct().Order(StringComparer.CurrentCulture).Select(i => Line(i, $"issue={Uri.EscapeDataString(i)}", rows.Where(r => r.Row.Issues.Contains(i))))];
        Goals = [.. rows.SelectMany(r => r.Row.Goals).Distinct().Order().Select(g => Line(g.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"goal={g}"), rows.Where(r => r.Row.Goals.Contains(g))))];
        ByPosition = [.. Features.FollowUp.FollowPage.Positions.Select(p => Line(PositionWord(p), $"position={p}", rows.Where(r => r.Row.Row.Position == p))).Where(l => l.Rows > 0)];
        return Page();
    }

    private static (string Name, string Query, int Rows, IndexValue Index) Line(string name, string query, IEnumerable<MonitoredRow> rows)
    {
        MonitoredRow[] found = [.. rows];
        return (name, query, found.Length, MonitoringView.IndexOf(found));
    }
}
