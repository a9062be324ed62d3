using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Tests.Export;

public sealed class StatisticExportTests
{
    private static readonly StatisticTable s_table = new(
        "issue", CountUnit.Pairs, new("", "", 8, 4, 3, 1, [0, 1, 2, 2, 3]), 2,
        [new("a", "=1+1, \"x\"", 6, 4, 2, 0, [0, 1, 1, 1, 3]), new("b", "b\0\u0001\uD800", 2, 0, 1, 1, [0, 0, 1, 1, 0])]);

    private static readonly StatisticMatrix s_matrix = new(
        "rs-group", "response", CountUnit.Pairs, 4, [new("EEG", "East", 3), new("WEOG", "West", 1)], [new("noted", "Noted", 2), new("supported", "Supported", 2)], [[1, 2], [1, 0]]);

    [Fact]
    public async Task Csv_guards_against_formulas_and_writes_shares_as_parts_of_1() => Assert.Equal(
        "key,label,count,share,supported,noted,pending,action1,action2,action3,action4,action5\r\na,\"'=1+1, \"\"x\"\"\",6,0.75,4,2,0,0,1,1,1,3\r\n",
        (await TextAsync(StatisticList.Of(s_table with { Rows = [s_table.Rows[0]] }, World.UnitedNations), ExportFormat.Csv))[1..]);

    [Fact]
    public async Task Jsonl_of_a_matrix_has_a_line_for_each_pair_of_values_that_occurs() => Assert.Equal(
        """
        {"key":"EEG","label":"East","acrossKey":"supported","acrossLabel":"Supported","count":2,"share":0.5,"shareOfKey":0.666667,"fictional":true}
        {"key":"EEG","label":"East","acrossKey":"noted","acrossLabel":"Noted","count":1,"share":0.25,"shareOfKey":0.333333,"fictional":true}
        {"key":"WEOG","label":"West","acrossKey":"noted","acrossLabel":"Noted","count":1,"share":0.25,"shareOfKey":1,"fictional":true}

        """.ReplaceLineEndings("\n"),
        await TextAsync(StatisticList.Of(s_matrix, World.Demo), ExportFormat.Jsonl));

    [Fact]
    public async Task Workbooks_are_valid_and_say_what_they_count()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var list in new[] { StatisticList.Of(s_table, World.UnitedNations), StatisticList.Of(s_matrix, World.Demo), StatisticList.Of(s_table with { Rows = [] }, World.Demo) })
        {
            var file = await BytesAsync(list, ExportFormat.Xlsx);
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
            var sheets = new List<string>();
            var cells = new List<object?>();
            do
            {
                sheets.Add(reader.Name);
                while (reader.Read())
                {
                    cells.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
                }
            }
            while (reader.NextResult());
            Assert.Equal(list.Grid is null ? ["Statistics", "About"] : ["Grid", "List", "About"], sheets);
            Assert.Contains(SampleRows.Context.Basis, cells);
            Assert.Contains(SampleRows.Context.QueryText, cells);
            Assert.Equal(list.Rows.Count > 0, cells.Contains(0.25));
        }
    }

    private static async Task<string> TextAsync(StatisticList list, ExportFormat format) => Encoding.UTF8.GetString(await BytesAsync(list, format));

    private static async Task<byte[]> BytesAsync(StatisticList list, ExportFormat format)
    {
        using var file = new MemoryStream();
        await using var output = new ForwardOnlyStream(file);
        await StatisticExport.WriteAsync(output, list, ["14-17.csv"], format, SampleRows.Context, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
