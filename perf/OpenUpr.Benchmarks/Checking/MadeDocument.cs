using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace OpenUpr.Benchmarks.Checking;

/// <summary>A Word document made by a seed: headings, numbered paragraphs, notes, tables, dashes, non-breaking spaces, tracked changes, hidden words, in four languages and scripts.</summary>
internal sealed class MadeDocument
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static readonly string[][] s_words =
    [
        "the police of Tovell hold people longer than the law allows and the registers of the stations show it in each month of the year".Split(' '),
        "la police de Tovell détient des personnes plus longtemps que la loi ne le permet et les registres des postes le montrent chaque mois".Split(' '),
        "la policía de Tovell detiene a personas durante más tiempo del que permite la ley y los registros de las comisarías lo muestran".Split(' '),
        "تحتجز الشرطة في توفيل الناس مدة أطول مما يسمح به القانون وتبين ذلك سجلات المراكز في كل شهر من السنة".Split(' '),
    ];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _notes = new();
    private int _noteId = 1;

    /// <param name="words">About how many.</param>
    public MadeDocument(int seed, int words)
    {
        _random = new Random(seed);
        _words = s_words[seed % s_words.Length];
        for (var written = 0; written < words; written += Block())
        {
        }
    }

    /// <summary>Words of the numbers before paragraphs, which Word makes and does not count.</summary>
    public int Labels { get; private set; }

    /// <summary>Dashes without spaces, which part words for LibreOffice.</summary>
    public int JoiningDashes { get; private set; }

    /// <summary>Hidden words.</summary>
    public int Hidden { get; private set; }

    public int LoneDashes { get; private set; }

    public int NonBreaking { get; private set; }

    public int Notes => _noteId - 1;

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
            const string Relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
            Put("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Type}.document.main+xml\"/><Override PartName=\"/word/footnotes.xml\" ContentType=\"{Type}.footnotes+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"{Type}.numbering+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Type}.styles+xml\"/></Types>");
            Put("_rels/.rels", $"{Relations}<Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Put("word/_rels/document.xml.rels", $"{Relations}<Relationship Id=\"r1\" Type=\"{Office}/footnotes\" Target=\"footnotes.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/numbering\" Target=\"numbering.xml\"/><Relationship Id=\"r3\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Put("word/styles.xml", $"<w:styles {Word}><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>");
            Put("word/numbering.xml", $"<w:numbering {Word}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>");
            Put("word/footnotes.xml", $"<w:footnotes {Word}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{_notes}</w:footnotes>");
            Put("word/document.xml", $"<w:document {Word}><w:body>{_body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");

            void Put(string name, string text)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    private int Block() => _random.Next(12) switch
    {
        0 => Paragraph(_random.Next(2, 6), "<w:pStyle w:val=\"Heading1\"/>"),
        1 => Table(),
        2 => Change(),
        3 or 4 or 5 => Numbered(),
        _ => Paragraph(_random.Next(10, 90), ""),
    };

    private int Numbered()
    {
        Labels++;
        return Paragraph(_random.Next(20, 90), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
    }

    private int Paragraph(int words, string shape)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr>{shape}</w:pPr>{Run(Text(words))}");
        if (_random.Next(4) == 0 && words > 9)
        {
            var id = ++_noteId;
            _notes.Append(CultureInfo.InvariantCulture, $"<w:footnote w:id=\"{id}\"><w:p>{Run(Text(_random.Next(3, 15)))}</w:p></w:footnote>");
            _body.Append(CultureInfo.InvariantCulture, $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
        }

        _body.Append("</w:p>");
        return words;
    }

    private int Table()
    {
        _body.Append("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>");
        for (var row = 0; row < 3; row++)
        {
            _body.Append(CultureInfo.InvariantCulture, $"<w:tr><w:tc><w:tcPr/><w:p>{Run(Text(4))}</w:p></w:tc><w:tc><w:tcPr/><w:p>{Run(Text(6))}</w:p></w:tc></w:tr>");
        }

        _body.Append("</w:tbl><w:p/>");
        return 30;
    }

    private int Change()
    {
        Hidden++;
        _body.Append(CultureInfo.InvariantCulture, $"<w:p>{Run(Text(8) + " ")}<w:ins w:id=\"1\" w:author=\"A\" w:date=\"2026-01-01T00:00:00Z\">{Run(Text(5))}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\"> {SecurityElement.Escape(_words[0])}</w:t></w:r></w:p>");
        return 13;
    }

    private string Text(int words)
    {
        var text = new StringBuilder(_words[_random.Next(_words.Length)]);
        for (var i = 1; i < words; i++)
        {
            text.Append(Joint()).Append(_words[_random.Next(_words.Length)]);
        }

        return text.Append('.').ToString();
    }

    private string Joint()
    {
        switch (_random.Next(60))
        {
            case 0:
                JoiningDashes++;
                return "—";
            case 1:
                LoneDashes++;
                return " – ";
            case 2:
                NonBreaking++;
                return "\u00A0";
            default:
                return _random.Next(40) == 0 ? ", " : " ";
        }
    }

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";
}
