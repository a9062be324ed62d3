using System.Globalization;
using System.Text;
using OpenUpr.Export;

namespace OpenUpr.App.Cli.Statistics;

/// <summary>A statistic as a table for the eye: what fits a terminal, shares as percentages. The files hold more columns.</summary>
internal static class StatsTable
{
    private static readonly string[] s_shown = ["key", "label", "acrossKey", "acrossLabel", "count", "share", "supported", "noted", "pending"];

    public static async Task WriteAsync(Stream output, StatisticList list, int width)
    {
        var shown = Enumerable.Range(0, list.Columns.Count).Where(i => s_shown.Contains(list.Columns[i].Name)).ToList();
        var table = new TextTable([.. shown.Select(i => ColumnOf(list.Columns[i].Name))], width);
        foreach (var row in list.Rows)
        {
            table.Add([.. shown.Select(i => Text(row[i]))]);
        }

        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        table.WriteTo(writer);
    }

    private static TextColumn ColumnOf(string name) => new(name, Right: name is not ("key" or "label" or "acrossKey" or "acrossLabel"), Rest: name == "label");

    private static string Text(object? cell) => cell is decimal share ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : string.Create(CultureInfo.InvariantCulture, $"{cell}");
}
