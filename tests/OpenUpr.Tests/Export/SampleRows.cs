using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Export;

/// <summary>Rows for the writers' tests, also of the kinds that break writers.</summary>
internal static class SampleRows
{
    public static RecommendationColumns Columns { get; } = new(ReferenceData.Load(World.UnitedNations));

    public static ExportContext Context { get; } = new(
        "sur:CUB", ExportContext.Pairs, "http://localhost:5080/recommendations?sur=CUB", new DateTimeOffset(2026, 11, 21, 22, 30, 0, TimeSpan.Zero));

    /// <summary>Texts that a writer has to survive.</summary>
    public static IReadOnlyList<string> HostileTexts { get; } =
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "=HYPERLINK(\"http://example.org\",\"x\")", "'quoted", "",
        "a\0b\u0001\u0008\u000B\u001F", "lone \uD800 high and \uDC00 low", "emoji \U0001F469\u200D\U0001F469\u200D\U0001F467", "مرحبا ‫עולם‬ \u202E",
        "line\nbreak\r\nand \r return", "  spaces  ", "_x0041_ and _x0000_", "<b>&amp;</b> ]]> \"q\", 'q'", "\uFFFE\uFFFF\uFEFF",
        "; DROP TABLE recommendations; --", new string('x', 40_000), new string('x', 32_765) + "\U0001F469\U0001F469", "naïve café — “quotes”",
    ];

    public static RecommendationRow Row(long id, string text = "Ratify the Convention.") => new(
        id, RecommendationKind.Recommendation, "CUB", "FRA", 16, 2, "A/HRC/24/16", "170.12", 13, text,
        Position.Supported, false, "enjoys the support of", 5, ["Rights of the Child", "Women's rights"], [5, 16], "14-17.csv line 12");

    /// <summary>A row of which little is known, and a pledge.</summary>
    public static IReadOnlyList<RecommendationRow> Sparse { get; } =
    [
        new(7, RecommendationKind.Recommendation, "ALB", State.Unknown, 99, null, null, null, null, "Do it.", Position.Noted, true, null, null, [], [], "x.csv"),
        new(8, RecommendationKind.Pledge, "ALB", "ALB", 6, 1, null, null, null, "We will.", null, false, null, null, ["Torture"], [], "x.csv line 2"),
    ];

    public static IReadOnlyList<RecommendationRow> All { get; } =
        [.. Sparse, Row(1), .. HostileTexts.Select((text, i) => Row(100 + i, text))];

    public static async IAsyncEnumerable<RecommendationRow> Stream(IEnumerable<RecommendationRow> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }

    public static async Task<byte[]> WriteAsync(ExportFormat format, IEnumerable<RecommendationRow>? rows = null, ExportContext? context = null)
    {
        using var file = new MemoryStream();
        await using var output = new ForwardOnlyStream(file);
        await RecommendationExport.WriteAsync(
            output, Stream(rows ?? All), Columns, ["14-17.csv (upr-info-export)"], format, context ?? Context, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
