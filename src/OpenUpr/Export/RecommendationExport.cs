using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Export;

/// <summary>
/// Writes a list of recommendations in one of the export forms. Rows stream from the store to the output, so that memory does
/// not grow with their number; the output need not be seekable and is only written to asynchronously.
/// </summary>
public static class RecommendationExport
{
    /// <summary>Writes the rows of <paramref name="ids"/> in their order. The stream stays open.</summary>
    public static async Task WriteAsync(Stream output, Store store, IReadOnlyList<long> ids, ExportFormat format, ExportContext context, CancellationToken cancel = default)
    {
        var sources = format == ExportFormat.Xlsx ? await SourceList.ReadAsync(store, cancel) : [];
        var columns = new RecommendationColumns(store.Reference);
        await WriteAsync(output, RecommendationRows.StreamAsync(store, ids, context.Labels, cancel), columns, sources, format, context, cancel);
    }

    /// <summary>Writes rows that are like a text, each with its score.</summary>
    public static async Task WriteScoredAsync(Stream output, Store store, IAsyncEnumerable<RecommendationRow> rows, ExportFormat format, ExportContext context, CancellationToken cancel = default)
    {
        var sources = format == ExportFormat.Xlsx ? await SourceList.ReadAsync(store, cancel) : [];
        await WriteAsync(output, rows, new RecommendationColumns(store.Reference, scored: true), sources, format, context, cancel);
    }

    /// <summary>As above, for rows from anywhere.</summary>
    public static Task WriteAsync(
        Stream output, IAsyncEnumerable<RecommendationRow> rows, RecommendationColumns columns, IReadOnlyList<string> sources,
        ExportFormat format, ExportContext context, CancellationToken cancel = default) => format switch
        {
            ExportFormat.Csv => RecommendationCsv.WriteAsync(output, rows, columns, context.Bom, cancel),
            ExportFormat.Xlsx => RecommendationWorkbook.WriteAsync(output, rows, columns, sources, context, cancel: cancel),
            ExportFormat.Jsonl => RecommendationJson.WriteLinesAsync(output, rows, columns.World, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
}
