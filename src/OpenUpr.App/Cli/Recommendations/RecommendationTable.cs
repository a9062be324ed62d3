using System.Text;
using OpenUpr.Export;
using OpenUpr.Recommendations;

namespace OpenUpr.App.Cli.Recommendations;

/// <summary>Recommendations as a table for the eye. Each piece of rows has columns as wide as it needs, so that any number of rows streams through.</summary>
internal static class RecommendationTable
{
    private const int RowsAtOnce = 1_000;

    private static readonly TextColumn[] s_columns =
        [new("id", Right: true), new("sur"), new("rs"), new("session", Right: true), new("position"), new("action", Right: true), new("text", Rest: true)];

    private static readonly TextColumn s_score = new("score", Right: true);

    /// <param name="scored">Whether each row begins with how alike it is to a text.</param>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<RecommendationRow> rows, int width, bool scored = false)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await foreach (var piece in rows.Chunk(RowsAtOnce))
        {
            var table = new TextTable(scored ? [s_score, .. s_columns] : s_columns, width);
            foreach (var row in piece)
            {
                var position = row.Kind == RecommendationKind.Pledge ? "pledge" : RecommendationColumns.PositionWord(row.Position);
                string?[] cells = [$"{row.Id}", row.Sur, row.Rs, $"{row.Session}", row.Partial ? $"{position} (partly)" : position, $"{row.Action}", row.Text];
                table.Add(scored ? [row.Score?.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture), .. cells] : cells);
            }

            table.WriteTo(writer);
        }
    }
}
