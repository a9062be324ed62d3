using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using OpenUpr.Sources.Docx;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Docx;

/// <summary>Builds small Word documents part by part, so that a test can say exactly what stands in them.</summary>
internal sealed class DocxBuilder
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    private readonly StringBuilder _body = new();
    private readonly Dictionary<string, string> _parts = [];
    private readonly StringBuilder _styles = new();
    private readonly StringBuilder _abstracts = new();
    private readonly StringBuilder _lists = new();

    /// <param name="list">The id of a list of <see cref="List"/>, or null.</param>
    public DocxBuilder Paragraph(string text, int? list = null, int level = 0, string? style = null, bool bold = false) =>
        Raw(ParagraphXml(text, list, level, style, bold));

    /// <summary>Rows of cells; the lines of a cell's text are its paragraphs.</summary>
    public DocxBuilder Table(params string[][] rows) => Raw(TableXml(rows));

    public static string TableXml(params string[][] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(RowXml))}</w:tbl>";

    /// <summary>A row with one cell across the table.</summary>
    public static string WideRowXml(string text, int span) => $"<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{ParagraphXml(text, bold: true)}</w:tc></w:tr>";

    public static string RowXml(string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc><w:tcPr/>{string.Concat(c.Split('\n').Select(l => ParagraphXml(l)))}</w:tc>"))}</w:tr>";

    public static string ParagraphXml(string text, int? list = null, int level = 0, string? style = null, bool bold = false) =>
        "<w:p><w:pPr>" + (style is null ? "" : $"<w:pStyle w:val=\"{style}\"/>")
        + (list is null ? "" : $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
        + $"</w:pPr>{Run(text, bold ? "<w:b/>" : "")}</w:p>";

    public static string Run(string text, string look = "") => $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    /// <summary>Blocks as XML with the prefix w.</summary>
    public DocxBuilder Raw(string xml)
    {
        _body.Append(xml);
        return this;
    }

    /// <summary>Defines a list, also under its own id, with a level for each format and label.</summary>
    public DocxBuilder List(int id, params (string Format, string Label)[] levels) =>
        ListXml(id, string.Concat(levels.Select((l, i) => LevelXml(i, l.Format, l.Label))));

    public static string LevelXml(int level, string format, string label, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{label}\"/></w:lvl>";

    public DocxBuilder ListXml(int id, string levels)
    {
        _abstracts.Append(CultureInfo.InvariantCulture, $"<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>");
        return Instance(id, id);
    }

    /// <summary>Refers to a list's definition a second time, perhaps with changes.</summary>
    public DocxBuilder Instance(int id, int list, string changes = "")
    {
        _lists.Append(CultureInfo.InvariantCulture, $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{list}\"/>{changes}</w:num>");
        return this;
    }

    public DocxBuilder Style(string id, string xml, string type = "paragraph")
    {
        _styles.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"{type}\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/>{xml}</w:style>");
        return this;
    }

    /// <summary>A part such as "footnotes" or "header" with this inner XML.</summary>
    public DocxBuilder Part(string name, string kind, string xml)
    {
        _parts[name] = kind + "\n" + xml;
        return this;
    }

    /// <summary>Every part by its name in the archive.</summary>
    public Dictionary<string, string> Parts(string? body = null)
    {
        var extra = new Dictionary<string, string>(_parts)
        {
            ["styles"] = $"styles\n{_styles}",
            ["numbering"] = $"numbering\n{_abstracts}{_lists}",
        };
        var names = extra.ToDictionary(p => p.Key, p => p.Value[..p.Value.IndexOf('\n', StringComparison.Ordinal)]);
        var relations = string.Concat(names.Select((n, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/{n.Value}\" Target=\"{n.Key}.xml\"/>"));
        var types = string.Concat(names.Select(n => $"<Override PartName=\"/word/{n.Key}.xml\" ContentType=\"{Content}.{n.Value}+xml\"/>"));
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Content}.document.main+xml\"/>{types}</Types>",
            ["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
            ["word/_rels/document.xml.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>",
            ["word/document.xml"] = body ?? $"<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Office}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{_body}<w:sectPr/></w:body></w:document>",
        };
        foreach (var (name, part) in extra)
        {
            var kind = names[name];
            var root = kind is "header" ? "hdr" : kind is "footer" ? "ftr" : kind;
            parts[$"word/{name}.xml"] = $"<w:{root} xmlns:w=\"{Word}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">{part[(kind.Length + 1)..]}</w:{root}>";
        }

        return parts;
    }

    public byte[] Build() => Zip(Parts());

    public PaperText Read() => Read(Build());

    /// <summary>The running text's lines.</summary>
    public string[] ReadBody() => [.. Read().Body.Select(l => l.Text)];

    public static PaperText Read(byte[] file) => DocxReader.Read(new MemoryStream(file, writable: false), file.Length, TestContext.Current.CancellationToken);

    public static byte[] Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
