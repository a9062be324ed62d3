using System.Globalization;
using System.Text;
using OpenUpr.Export;

namespace OpenUpr.App.Cli.Targets;

/// <summary>Target States as a table for the eye: what fits a terminal. The files hold more columns, and why.</summary>
internal static class TargetsTable
{
    private static readonly string[] s_shown = ["rank", "state", "name", "weight", "onIssue", "recent", "toRegion", "toState", "supported", "noted"];

    public static async Task WriteAsync(Stream output, StatisticList list, int width)
    {
        var shown = Enumerable.Range(0, list.Columns.Count).Where(i => s_shown.Contains(list.Columns[i].Name)).ToList();
        var table = new TextTable([.. shown.Select(i => new TextColumn(list.Columns[i].Name, Right: list.Columns[i].Name is not ("state" or "name"), Rest: list.Columns[i].Name == "name"))], width);
        foreach (var row in list.Rows)
        {
            table.Add([.. shown.Select(i => string.Create(CultureInfo.InvariantCulture, $"{row[i]}"))]);
        }

        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        table.WriteTo(writer);
    }
}
