using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenUpr.Export;
using OpenUpr.Recommendations;

namespace OpenUpr.Benchmarks;

/// <summary>The same cells with the Open XML SDK's forward-only writer, as its documentation shows it.</summary>
internal static class ExportBenchmarkPeer
{
    public static async Task WriteAsync(string path, IAsyncEnumerable<RecommendationRow> rows, RecommendationColumns columns)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            await foreach (var row in rows)
            {
                writer.WriteStartElement(new Row());
                foreach (var column in columns.All)
                {
                    writer.WriteElement(CellOf(column.Cell(row)));
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Recommendations", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell(),
        string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) },
        _ => new Cell { CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
    };
}
