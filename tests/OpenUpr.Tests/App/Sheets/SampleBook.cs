using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace OpenUpr.Tests.App.Sheets;

/// <summary>A cell whose value a program worked out.</summary>
internal sealed record Worked(string Formula, object Value);

/// <summary>A number that is shown as a percentage, 0.5 as 50%.</summary>
internal sealed record Share(double Value);

/// <summary>A number that is shown with two places, 131.1 as 131.10.</summary>
internal sealed record TwoPlaces(double Value);

/// <summary>A sheet of a workbook that a test makes: rows of texts, numbers, days and nulls.</summary>
internal sealed record SampleSheet(string Name, object?[][] Rows)
{
    /// <summary>As a workbook names them: A2:A4.</summary>
    public string[] Merges { get; init; } = [];

    /// <summary>From 1.</summary>
    public int[] HiddenColumns { get; init; } = [];

    public bool IsHidden { get; init; }

    public bool IsRightToLeft { get; init; }

    public int Filled => Rows.Sum(r => r.Count(c => c is not (null or "")));
}

/// <summary>Makes workbooks as spreadsheet programs write them, with merged cells, hidden things, dates, shares and formulas.</summary>
internal static class SampleBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Parts = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Styles 1: a day, 2: a share, 3: two places.</summary>
    private const string Styles = $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/><xf numFmtId=\"2\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    public static byte[] Make(params SampleSheet[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Parts}\"><Relationship Id=\"r1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/styles.xml", Styles);
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\"{(s.IsHidden ? " state=\"hidden\"" : "")} r:id=\"r{i + 1}\"/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Parts}\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"r99\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>");
            foreach (var (i, sheet) in sheets.Index())
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", Sheet(sheet));
            }
        }

        return bytes.ToArray();
    }

    private static string Sheet(SampleSheet sheet)
    {
        var hidden = string.Concat(sheet.HiddenColumns.Select(c => $"<col min=\"{c}\" max=\"{c}\" width=\"9\" hidden=\"1\" customWidth=\"1\"/>"));
        var merges = sheet.Merges.Length == 0 ? "" : $"<mergeCells count=\"{sheet.Merges.Length}\">{string.Concat(sheet.Merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";
        var rows = string.Concat(sheet.Rows.Select((cells, i) => $"<row r=\"{i + 1}\">{string.Concat(cells.Select((c, j) => Cell(c, $"{(char)('A' + j)}{i + 1}")))}</row>"));
        return $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"{(sheet.IsRightToLeft ? " rightToLeft=\"1\"" : "")}/></sheetViews>{(hidden.Length == 0 ? "" : $"<cols>{hidden}</cols>")}<sheetData>{rows}</sheetData>{merges}</worksheet>";
    }

    private static string Cell(object? value, string at) => value switch
    {
        null or "" => "",
        Worked { Value: string text } worked => $"<c r=\"{at}\" t=\"str\"><f>{SecurityElement.Escape(worked.Formula)}</f><v>{SecurityElement.Escape(text)}</v></c>",
        Worked { Value: DateOnly day } worked => $"<c r=\"{at}\" s=\"1\"><f>{SecurityElement.Escape(worked.Formula)}</f><v>{Serial(day)}</v></c>",
        Worked worked => $"<c r=\"{at}\"><f>{SecurityElement.Escape(worked.Formula)}</f><v>{string.Create(CultureInfo.InvariantCulture, $"{worked.Value}")}</v></c>",
        DateOnly day => $"<c r=\"{at}\" s=\"1\"><v>{Serial(day)}</v></c>",
        Share share => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"2\"><v>{share.Value}</v></c>"),
        TwoPlaces number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"3\"><v>{number.Value}</v></c>"),
        double or int => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{value}</v></c>"),
        _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(value.ToString())}</t></is></c>",
    };

    private static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
