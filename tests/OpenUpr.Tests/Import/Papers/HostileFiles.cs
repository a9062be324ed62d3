using System.IO.Compression;
using System.Text;
using OpenUpr.Tests.Sources;
using OpenUpr.Tests.Sources.Doc;
using OpenUpr.Tests.Sources.Docx;
using OpenUpr.Tests.Sources.Pdf;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>A folder as it should never come: damaged, cut off, protected, under wrong names, and made to harm. Seeded, so that every run has the same files.</summary>
internal static class HostileFiles
{
    /// <summary>States of the demonstration to whom the good papers of the folder put questions.</summary>
    public static readonly string[] Asked = ["SARRANE", "ARVENIA", "QUILLON", "TOVELL", "NIVALUND"];

    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static byte[] Good(string state) => Questions(state).Build();

    /// <summary>Each must be refused.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Refused() => [.. Shapes(), .. Pdfs(), .. CutOff(), .. Packages(), .. Documents()];

    /// <summary>Damage that may leave something to read: refused or read, whichever.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Either()
    {
        var random = new Random(7);
        var (docx, pdf) = (Good("SARRANE"), Pdf().Build());
        var doc = new DocBuilder().Text("ADVANCE QUESTIONS TO SARRANE\rARVENIA\rWhat is planned?\r").Build();
        for (var i = 0; i < 8; i++)
        {
            yield return ($"either-{i}.docx", Mutations.Of(docx, random));
            yield return ($"either-{i}.pdf", Mutations.Of(pdf, random));
            yield return ($"either-{i}.doc", Mutations.Of(doc, random));
        }
    }

    private static DocxBuilder Questions(string state) => new DocxBuilder().Paragraph($"ADVANCE QUESTIONS TO {state}", bold: true).Paragraph("BEL TORA", bold: true).Paragraph("What is planned?").Paragraph("And by when?");

    private static PdfBuilder Pdf() => new PdfBuilder().Page("A letter", "that is no paper of a review").Page("Its second page").Page("Its third page");

    private static IEnumerable<(string, byte[])> Shapes() =>
    [
        ("page.pdf", "<!DOCTYPE html><html><body>Not found</body></html>"u8.ToArray()),
        ("letter.docx", Pdf().Build()),
        ("empty.pdf", []),
        ("empty.docx", []),
        ("one.doc", [0xD0]),
        ("zeros.pdf", new byte[50_000]),
        ("wide.pdf", Encoding.Unicode.GetBytes("\uFEFF" + new string('\u4E00', 5_000))),
        ("program.pdf", "MZ this cannot be run in DOS mode"u8.ToArray()),
        ("picture.docx", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
        ("text.rtf", @"{\rtf1 ADVANCE QUESTIONS}"u8.ToArray()),
        ("<script>alert(1)<script>.pdf", "%PDF-1.4"u8.ToArray()),
        ("a\u202Efdp.exe", "<html>"u8.ToArray()),
        ("-rf", "%PDF"u8.ToArray()),
        ("two\nlines.csv", "a,b\n1,2\n"u8.ToArray()),
        ("\u062A\u0642\u0631\u064A\u0631.pdf", "%PDF-1.7\n"u8.ToArray()),
        ("archive.docx", DocxBuilder.Zip([new("a.txt", "x")])),
    ];

    private static IEnumerable<(string, byte[])> Pdfs() =>
    [
        ("letter.pdf", Pdf().Build()),
        ("scan.pdf", new PdfBuilder().RawPage("q 500 0 0 700 0 0 cm /Im Do Q").Build()),
        ("circle.pdf", With(b => b.Set(2, "<< /Type /Pages /Kids [2 0 R 2 0 R] >>"))),
        ("circle-of-two.pdf", With(b => { b.Set(2, "<< /Kids [20 0 R 20 0 R] >>"); b.Set(20, "<< /Kids [2 0 R] >>"); })),
        ("pages-50000.pdf", With(b => b.Set(2, $"<< /Count 50000 /Kids [{string.Concat(Enumerable.Repeat("<< /Type /Page >> ", 50_000))}] >>"))),
        ("count.pdf", With(b => b.Set(2, "<< /Count 2147483647 /Kids [] >>"))),
        ("protected.pdf", new PdfBuilder { Trailer = "/Encrypt << /Filter /Standard /V 2 /R 3 /O (a) /U (b) /P -4 >>" }.Page("x").Build()),
        ("wrong-places.pdf", new PdfBuilder { Shift = 7 }.Page("no paper").Build()),
        ("size.pdf", new PdfBuilder { Trailer = "/Size 2147483647 /Prev 99999999999" }.Page("no paper").Build()),
        ("bomb.pdf", With(b => b.PageOf(b.AddStream([], "/FlateDecode", PdfBuilder.Deflate(new byte[60_000_000]))))),
        ("bomb-in-bomb.pdf", With(b => b.PageOf(b.AddStream([], "[/FlateDecode /FlateDecode]", PdfBuilder.Deflate(PdfBuilder.Deflate(new byte[60_000_000])))))),
        ("deep.pdf", With(b => b.Set(2, $"<< /Kids {new string('[', 100_000)}"))),
        ("fonts.pdf", With(b => { b.Set(3, "<< /Subtype /Type0 /DescendantFonts [3 0 R] /Encoding 3 0 R /ToUnicode 3 0 R >>"); b.Page("x"); })),
        ("map.pdf", With(b => { b.AddStream("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"u8.ToArray()); b.Set(3, "<< /Subtype /Type0 /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [<< /W [0 2147483647 500] >>] >>"); b.Page("x"); })),
        ("itself.pdf", With(b => b.RawPage("/X Do", $"/XObject << /X {b.AddStream("/X Do /X Do"u8.ToArray(), more: "/Subtype /Form")} 0 R >>"))),
        ("places.pdf", With(b => b.RawPage("BT /F1 1e300 Tf 1e308 -1e308 Td (x) Tj 1e308 0 0 1e308 0 0 Tm (y) Tj ET"))),
    ];

    /// <summary>Three pages are named; the file does not hold them all.</summary>
    private static IEnumerable<(string, byte[])> CutOff()
    {
        var whole = new PdfBuilder();
        whole.Set(2, "<< /Type /Pages /Count 3 /Kids [5 0 R 7 0 R 9 0 R] >>");
        whole.Page("Report of the Working Group").Page("Second page").Page("Third page");
        var file = whole.Build();
        for (var part = 3; part < 6; part++)
        {
            yield return ($"cut-{part}.pdf", file[..(file.Length * part / 10)]);
        }

        var docx = Good("SARRANE");
        for (var part = 1; part < 9; part++)
        {
            yield return ($"cut-{part}.docx", docx[..(docx.Length * part / 10)]);
        }
    }

    private static IEnumerable<(string, byte[])> Packages()
    {
        var parts = Questions("SARRANE").Parts();
        (string Name, string Part, string Xml)[] changed =
        [
            ("no-root", "word/document.xml", ""), ("text", "word/document.xml", "hello"), ("control", "word/document.xml", Body("a&#x1;b")), ("nothing", "word/document.xml", Body("")),
            ("dtd", "word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Body("&x;")),
            ("outside", "word/document.xml", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\">" + Body("x")),
            ("laughs", "word/document.xml", "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" + Body("&b;")),
            ("styles", "word/styles.xml", "<!DOCTYPE a []><w:styles " + Word + "/>"),
            ("deep", "word/document.xml", $"<w:document {Word}><w:body>{string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000))}"),
            ("paragraphs", "word/document.xml", $"<w:document {Word}><w:body>{string.Concat(Enumerable.Repeat("<w:p/>", 300_000))}</w:body></w:document>"),
            ("letters", "word/document.xml", Body(new string('a', 6_000_000))),
            ("up", "_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"../../../../etc/passwd\"/></Relationships>"),
        ];
        foreach (var (name, part, xml) in changed)
        {
            var other = new Dictionary<string, string>(parts) { [part] = xml };
            if (name == "up")
            {
                other.Remove("word/document.xml");
            }

            yield return ($"package-{name}.docx", DocxBuilder.Zip(other));
        }

        yield return ("package-bomb.docx", Zeros(200_000_000));
        yield return ("package-parts.docx", DocxBuilder.Zip(Enumerable.Range(0, 6_000).Select(i => KeyValuePair.Create($"word/x{i}.xml", ""))));
        yield return ("package-paths.docx", DocxBuilder.Zip([new("../../../../tmp/openupr-evil.xml", "x"), new("/etc/openupr-evil", "x"), new("word/../../x", "y"), new("C:\\openupr-evil", "z")]));
    }

    private static IEnumerable<(string, byte[])> Documents()
    {
        var doc = new DocBuilder().Text("ADVANCE QUESTIONS TO SARRANE\rARVENIA\rWhat is planned?\r").Build();
        foreach (var length in new[] { 8, 100, 600, 1_500, 4_000 })
        {
            yield return ($"cut-{length}.doc", doc[..length]);
        }

        yield return ("sectors.doc", [.. doc[..8], .. Enumerable.Repeat((byte)0xFF, 600)]);
        yield return ("protected.doc", new DocBuilder { Head = head => head[11] |= 1 }.Text("x\r").Build());
        yield return ("pieces.doc", new DocBuilder { Tables = tables => Array.Fill(tables, (byte)0xFF) }.Text("x\r").Build());
    }

    private static string Body(string text) => $"<w:document {Word}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>";

    private static byte[] With(Action<PdfBuilder> change)
    {
        var builder = new PdfBuilder();
        change(builder);
        return builder.Build();
    }

    private static byte[] Zeros(int count)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var buffer = new byte[1_000_000];
            for (var done = 0; done < count; done += buffer.Length)
            {
                part.Write(buffer);
            }
        }

        return file.ToArray();
    }
}
