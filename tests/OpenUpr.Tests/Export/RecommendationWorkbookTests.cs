using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using OpenUpr.Export;
using OpenUpr.Export.Xlsx;
using OpenUpr.Recommendations;

namespace OpenUpr.Tests.Export;

public sealed class RecommendationWorkbookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_with_every_kind_of_row_is_valid()
    {
        Validate(await SampleRows.WriteAsync(ExportFormat.Xlsx));
    }

    [Fact]
    public async Task An_export_of_nothing_is_a_valid_workbook_with_its_header()
    {
        var file = await SampleRows.WriteAsync(ExportFormat.Xlsx, []);
        Validate(file);
        Assert.Equal(SampleRows.Columns.All.Select(c => c.Name), Assert.Single(Read(file)["Recommendations"]));
    }

    [Fact]
    public async Task What_is_read_back_equals_the_rows()
    {
        var sheet = Read(await SampleRows.WriteAsync(ExportFormat.Xlsx))["Recommendations"];

        Assert.Equal(SampleRows.All.Count + 1, sheet.Count);
        foreach (var (row, cells) in SampleRows.All.Zip(sheet.Skip(1)))
        {
            foreach (var (column, cell) in SampleRows.Columns.All.Zip(cells))
            {
                var expected = column.Cell(row) is string text ? AsRead(text) : column.Cell(row);
                Assert.Equal(expected is long number ? (double)number : expected is "" ? null : expected, cell is "" ? null : cell);
            }
        }
    }

    [Fact]
    public async Task Numbers_are_numbers_and_a_paragraph_is_text()
    {
        var cells = Read(await SampleRows.WriteAsync(ExportFormat.Xlsx, [SampleRows.Row(1)]))["Recommendations"][1];
        var byName = SampleRows.Columns.All.Zip(cells).ToDictionary(c => c.First.Name, c => c.Second);
        Assert.Equal(16.0, byName["session"]);
        Assert.Equal(5.0, byName["action"]);
        Assert.Equal("170.12", byName["paragraph"]);
        Assert.Equal("Rights of the Child; Women's rights", byName["issues"]);
        Assert.Equal("France", byName["rsName"]);
    }

    [Fact]
    public async Task Rows_beyond_a_sheets_limit_go_on_in_a_new_sheet()
    {
        using var file = new MemoryStream();
        var rows = Enumerable.Range(1, 25).Select(i => SampleRows.Row(i));
        await RecommendationWorkbook.WriteAsync(file, SampleRows.Stream(rows), SampleRows.Columns, [], SampleRows.Context, sheetRows: 11, Cancel);

        Validate(file.ToArray());
        var sheets = Read(file.ToArray());
        Assert.Equal(["Recommendations", "Recommendations 2", "Recommendations 3", "About"], sheets.Keys);
        Assert.Equal([11, 11, 6], sheets.Values.Take(3).Select(s => s.Count));
        Assert.Equal(Enumerable.Range(1, 25).Select(i => (object)(double)i), sheets.Values.Take(3).SelectMany(s => s.Skip(1)).Select(r => r[0]!));
    }

    [Fact]
    public async Task Rows_that_just_fill_a_sheet_need_no_second()
    {
        using var file = new MemoryStream();
        var rows = Enumerable.Range(1, 10).Select(i => SampleRows.Row(i));
        await RecommendationWorkbook.WriteAsync(file, SampleRows.Stream(rows), SampleRows.Columns, [], SampleRows.Context, sheetRows: 11, Cancel);
        Assert.Equal(["Recommendations", "About"], Read(file.ToArray()).Keys);
    }

    [Fact]
    public async Task The_sheet_about_names_the_search_the_count_the_date_and_the_sources()
    {
        var about = Read(await SampleRows.WriteAsync(ExportFormat.Xlsx))["About"].Where(r => r[0] is not null).ToDictionary(r => (string)r[0]!, r => r[1]);
        Assert.Equal("sur:CUB", about["Search"]);
        Assert.Equal(ExportContext.Pairs, about["What is counted"]);
        Assert.Equal((double)SampleRows.All.Count, about["Rows"]);
        Assert.Equal("2026-11-21 22:30 UTC", about["Date"]);
        Assert.Equal("14-17.csv (upr-info-export)", about["Sources"]);
        Assert.StartsWith("2 texts", (string)about["Cut texts"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("Fictional", about.Keys);
    }

    [Fact]
    public async Task No_part_names_an_author_a_program_or_a_link()
    {
        using var zip = new ZipArchive(new MemoryStream(await SampleRows.WriteAsync(ExportFormat.Xlsx)));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("docProps", StringComparison.Ordinal) || e.FullName.Contains("sheet1.xml.rels", StringComparison.Ordinal));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(2026, 11, 21, 22, 30, 0), e.LastWriteTime.DateTime));
        Assert.All(zip.Entries, e => Assert.Empty(e.Comment));
    }

    [Theory]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Jsonl)]
    public async Task A_failure_of_the_rows_is_passed_on(ExportFormat format)
    {
        var rows = Enumerable.Range(1, 5_000).Select(i => i < 4_000 ? SampleRows.Row(i) : throw new TimeoutException("The database went away."));
        await Assert.ThrowsAsync<TimeoutException>(() => SampleRows.WriteAsync(format, rows));
    }

    private static void Validate(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        Assert.Empty(errors.Select(e => $"{e.Part?.Uri}: {e.Path?.XPath}: {e.Description}"));
    }

    /// <summary>What Excel shows of a text: cut at the cell's limit, lone surrogates replaced. Line ends stay as they were.</summary>
    private static string AsRead(string text)
    {
        if (text.Length > XlsxText.CellLimit)
        {
            var end = XlsxText.CellLimit - 1;
            text = text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private static Dictionary<string, List<object?[]>> Read(byte[] file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }
        }
        while (reader.NextResult());
        return sheets;
    }
}
