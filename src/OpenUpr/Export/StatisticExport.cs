using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenUpr.Recommendations;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.Export;

/// <summary>Writes a statistic in one of the export forms. The output need not be seekable and is only written to asynchronously; it stays open.</summary>
public static class StatisticExport
{
    private const int FlushAt = 64 * 1024;

    /// <summary>What a number of this unit counts, for <see cref="ExportContext.Basis"/>.</summary>
    /// <param name="byMachine">How many of what is counted a machine labelled.</param>
    public static string Basis(CountUnit unit, int byMachine = 0) => byMachine == 0
        ? Counted(unit)
        : string.Create(CultureInfo.InvariantCulture, $"{Counted(unit)}; labels of {byMachine:N0} of them were read by a machine, for want of a person's");

    private static string Counted(CountUnit unit) => unit switch
    {
        CountUnit.Texts => "Different texts, each once however many States made it",
        CountUnit.Paragraphs => "Paragraphs of the reports, as OHCHR counts; what has no known paragraph is not counted",
        _ => ExportContext.Pairs,
    };

    public static Task WriteAsync(Stream output, Store store, StatisticTable table, ExportFormat format, ExportContext context, CancellationToken cancel = default) =>
        WriteAsync(output, store, StatisticList.Of(table, store.World), format, context, cancel);

    public static Task WriteAsync(Stream output, Store store, StatisticMatrix matrix, ExportFormat format, ExportContext context, CancellationToken cancel = default) =>
        WriteAsync(output, store, StatisticList.Of(matrix, store.World), format, context, cancel);

    /// <summary>As above, for a list that is already made.</summary>
    public static async Task WriteAsync(Stream output, Store store, StatisticList list, ExportFormat format, ExportContext context, CancellationToken cancel = default) =>
        await WriteAsync(output, list, format == ExportFormat.Xlsx ? await SourceList.ReadAsync(store, cancel) : [], format, context, cancel);

    public static Task WriteAsync(
        Stream output, StatisticList list, IReadOnlyList<string> sources, ExportFormat format, ExportContext context, CancellationToken cancel = default) => format switch
        {
            ExportFormat.Csv => WriteCsvAsync(output, list, context.Bom, cancel),
            ExportFormat.Xlsx => StatisticWorkbook.WriteAsync(output, list, sources, context, cancel),
            ExportFormat.Jsonl => WriteLinesAsync(output, list, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };

    private static async Task WriteCsvAsync(Stream output, StatisticList list, bool bom, CancellationToken cancel)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', list.Columns.Select(c => c.Name)).Append("\r\n");
        foreach (var row in list.Rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                text.Append(i > 0 ? "," : "");
                RecommendationCsv.AppendCell(text, row[i] is true ? "true" : row[i]);
            }

            text.Append("\r\n");
        }

        await using var writer = new StreamWriter(output, new UTF8Encoding(bom), FlushAt, leaveOpen: true);
        await writer.WriteAsync(text, cancel);
        await writer.FlushAsync(cancel);
    }

    private static async Task WriteLinesAsync(Stream output, StatisticList list, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(FlushAt);
        await using (var json = new Utf8JsonWriter(buffer, RecommendationJson.Options))
        {
            foreach (var row in list.Rows)
            {
                json.Reset();
                WriteObject(json, list.Columns, row);
                json.Flush();
                buffer.Write("\n"u8);
            }
        }

        await output.WriteAsync(buffer.WrittenMemory, cancel);
        await output.FlushAsync(cancel);
    }

    private static void WriteObject(Utf8JsonWriter json, IReadOnlyList<StatisticColumn> columns, object?[] row)
    {
        json.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            json.WritePropertyName(columns[i].Name);
            switch (row[i])
            {
                case string text:
                    json.WriteStringValue(text);
                    break;
                case decimal share:
                    json.WriteNumberValue(share);
                    break;
                case true:
                    json.WriteBooleanValue(true);
                    break;
                case var number:
                    json.WriteNumberValue(Convert.ToInt64(number, CultureInfo.InvariantCulture));
                    break;
            }
        }

        json.WriteEndObject();
    }
}
