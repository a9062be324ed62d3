using System.IO.Compression;
using System.Security;

namespace OpenUpr.Tests.Import;

/// <summary>Makes .xlsx files part by part, so that a test can damage any of them.</summary>
internal static class Workbooks
{
    /// <summary>The heads of UPR Info's .xls, which differ from those of the .csv and repeat names.</summary>
    public static readonly string[] SheetHeads = ["SuR", "Rgrp", "Org", "Recommendation", "RS", "Rgrp", "Org", "Response", "Action", "Issue", "Session", ""];

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Xlsx(params IEnumerable<string[]> rows) => Package(Sheet(rows));

    public static string Sheet(IEnumerable<string[]> rows) =>
        $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows.Select((cells, i) => $"<row r=\"{i + 1}\">{string.Concat(cells.Select((c, j) => Cell(c, i + 1, j)))}</row>"))}</sheetData></worksheet>";

    /// <param name="sheet">The XML of the first sheet.</param>
    /// <param name="further">Other parts by their names, such as a bomb.</param>
    public static byte[] Package(string sheet, params (string Name, byte[] Content)[] further)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"u8);
            Add(zip, "_rels/.rels", System.Text.Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
            Add(zip, "xl/workbook.xml", System.Text.Encoding.UTF8.GetBytes($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets><sheet name=\"Export\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
            Add(zip, "xl/_rels/workbook.xml.rels", System.Text.Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
            Add(zip, "xl/worksheets/sheet1.xml", System.Text.Encoding.UTF8.GetBytes(sheet));
            foreach (var (name, content) in further)
            {
                Add(zip, name, content);
            }
        }

        return bytes.ToArray();
    }

    private static string Cell(string value, int row, int column) => int.TryParse(value, out _)
        ? $"<c r=\"{(char)('A' + column)}{row}\"><v>{value}</v></c>"
        : $"<c r=\"{(char)('A' + column)}{row}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(value)}</t></is></c>";

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(content);
    }
}
