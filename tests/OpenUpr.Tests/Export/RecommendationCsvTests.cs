using System.Text;
using OpenUpr.Export;
using OpenUpr.Sources.Csv;

namespace OpenUpr.Tests.Export;

public sealed class RecommendationCsvTests
{
    [Fact]
    public async Task Cells_read_back_equal_the_rows_but_for_the_apostrophe()
    {
        var text = Encoding.UTF8.GetString(await SampleRows.WriteAsync(ExportFormat.Csv));
        var records = new CsvParser(new StringReader(text[1..])).ReadAll().ToList();

        Assert.Equal(SampleRows.Columns.All.Select(c => c.Name), records[0].Fields);
        Assert.Equal(SampleRows.All.Count, records.Count - 1);
        var column = SampleRows.Columns.All.ToList().FindIndex(c => c.Name == "text");
        foreach (var (row, record) in SampleRows.All.Zip(records.Skip(1)))
        {
            // The parser under our own importer reads every line end as one LF, and UTF-8 has no lone surrogates.
            var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(row.Text)).ReplaceLineEndings("\n");
            var cell = record.Fields[column];
            Assert.Equal(expected, cell.StartsWith('\'') && !row.Text.StartsWith('\'') ? cell[1..] : cell);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+41 22", "'+41 22")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_cell_that_begins_like_a_formula_gets_an_apostrophe(string text, string cell)
    {
        var line = new StringBuilder();
        RecommendationCsv.AppendCell(line, text);
        Assert.Equal(cell, line.ToString());
    }

    [Fact]
    public async Task The_byte_order_mark_is_an_option()
    {
        var with = await SampleRows.WriteAsync(ExportFormat.Csv, [SampleRows.Row(1)]);
        var without = await SampleRows.WriteAsync(ExportFormat.Csv, [SampleRows.Row(1)], SampleRows.Context with { Bom = false });
        Assert.Equal([0xEF, 0xBB, 0xBF, .. without], with);
    }
}
