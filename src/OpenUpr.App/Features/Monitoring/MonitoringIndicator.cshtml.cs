using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Svg;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>One indicator: what was measured, as a line and a table, and the form for one more value.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring/indicators/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/monitoring/indicators/1", Method = "POST")]
public sealed class MonitoringIndicatorModel(Rooms rooms) : FollowPage(rooms)
{
    public ActionRow Row { get; private set; } = null!;

    public ActionIndicator Indicator { get; private set; } = null!;

    public IReadOnlyList<IndicatorValue> Values { get; private set; } = [];

    /// <summary>Null while there is nothing to draw: a line needs two values, and one from zero up is no picture of negative ones.</summary>
    public SvgPicture? Picture
    {
        get
        {
            if (Values.Count < 2 || Values.Any(v => v.Value < 0))
            {
                return null;
            }

            var top = (double)Math.Max(Values.Max(v => v.Value), Indicator.Target ?? 0);
            var line = new LineSeries(MonitoringWords.Field_Measured, [.. Values.Select(v => new LinePoint((double)v.Value, $"{Dates.Day(v.On)}: {Show(v.Value)}"))], Show(Values[^1].Value));
            IReadOnlyList<LineSeries> lines = Indicator.Target is { } target and >= 0 ? [line, new LineSeries(ActionWords.Field_Target, [.. Values.Select(_ => new LinePoint((double)target, Show(target)))], Show(target))] : [line];
            return LineChart.Draw([.. Values.Select(v => v.On.ToString("yyyy-MM", CultureInfo.InvariantCulture))], lines, [(0, "0"), (top / 2, Show((decimal)top / 2)), (top, Show((decimal)top))]);
        }
    }

    public static string Show(decimal? number) => number?.ToString("#,0.####", CultureInfo.CurrentCulture) ?? "–";

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long indicator, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var found = (await ActionRows.ReadAsync(Store, Access, View, cancel)).Actions.SelectMany(a => a.Indicators.Select(i => (Row: a, Indicator: i))).FirstOrDefault(p => p.Indicator.Id == indicator);
        if (found.Row is null)
        {
            return NotFound();
        }

        (Row, Indicator) = found;
        Values = await Indicators.ValuesAsync(Store, Access, indicator, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long indicator, CancellationToken cancel)
    {
        if (await OnGetAsync(id, indicator, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        return await AnswerAsync(await Indicators.MeasureAsync(Rooms, Access, Row.Action.Id, indicator, Text("on"), Text("value"), Text("source"), cancel), FormattableString.Invariant($"/follow-up/{id}/monitoring/indicators/{indicator}"), "saved", () => OnGetAsync(id, indicator, cancel));
    }
}
