using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenUpr.Sources;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>Files that cannot be read, and files made to harm: a message that names the way out, or a text; soon, and nothing else.</summary>
public sealed class PdfHostileTests
{
    private const string WayOut = "documents.un.org";
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    /// <summary>What must be refused, with a word of the message.</summary>
    private static readonly (string Case, Func<byte[]> Make, string Says)[] s_refused =
    [
        ("nothing but the header", () => "%PDF-1.7\n"u8.ToArray(), "damaged"),
        ("random bytes", () => [.. "%PDF-1.4\n"u8, .. RandomBytes(50_000)], "damaged"),
        ("no pages", () => new PdfBuilder().Build(), "damaged"),
        ("a page that is its own parent's only kid", () => With(b => b.Set(2, "<< /Type /Pages /Kids [2 0 R] >>"), pages: false), "damaged"),
        ("a scan", () => new PdfBuilder().RawPage("q 500 0 0 700 0 0 cm /Im Do Q").RawPage("").Build(), "2 pages: it is a scan"),
        ("letters without meaning", () => new PdfBuilder().RawPage("BT /F2 10 Tf 72 700 Td <000100020003> Tj ET", fonts: "/F2 << /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< >>] >>").Build(), "letters"),
        ("a password", () => Sample("with-password.pdf"), "password"),
        ("an old password", () => Sample("with-password-old.pdf"), "password"),
        ("a certificate", () => Trailer("/Encrypt << /Filter /Adobe.PubSec /V 4 >>"), "certificate"),
        ("an unknown cipher", () => Trailer("/Encrypt << /Filter /Standard /V 99 /R 99 >>"), "not known"),
        ("a cipher without keys", () => Trailer("/Encrypt << /Filter /Standard /V 2 /R 3 >>"), "password"),
        ("a bomb", () => Bomb(80_000_000, 1), "expands"),
        ("many bombs", () => Bomb(40_000_000, 25), "expands"),
        ("a bomb of run lengths within a bomb", () => With(b => b.PageOf(b.AddStream([], "[/FlateDecode /FlateDecode]", PdfBuilder.Deflate(PdfBuilder.Deflate(new byte[60_000_000]))))), "expands"),
        ("deep brackets", () => With(b => b.RawPage(new string('[', 100_000))), "deep"),
        ("deep dictionaries", () => With(b => b.Add(string.Concat(Enumerable.Repeat("<< /A ", 50_000))), trailer: "/Info 5 0 R", xref: XrefForm.None), "deep"),
        ("too many pages", () => With(b => b.Set(2, $"<< /Kids [{string.Concat(Enumerable.Repeat("<< /Type /Page >> ", 6_000))}] >>"), pages: false), "more than 5000 pages"),
        ("drawings that draw drawings", Drawings, "drawings"),
    ];

    /// <summary>What must end, in whatever way.</summary>
    private static readonly (string Case, Func<byte[]> Make)[] s_ended =
    [
        ("a drawing that draws itself", () => With(b => b.RawPage("/X Do", $"/XObject << /X {b.AddStream("/X Do BT /F1 9 Tf (x) Tj ET"u8.ToArray(), more: "/Subtype /Form")} 0 R >>"))),
        ("a length that is its own stream", () => With(b => { b.Set(4, "<< /Length 4 0 R >>\nstream\nBT ET\nendstream"); b.AddStream([]); b.PageOf(4); })),
        ("a reference to itself", () => With(b => { b.Set(30, "30 0 R"); b.RawPage("", page: "/Annots 30 0 R /Resources 30 0 R /Contents 30 0 R"); })),
        ("pages in a circle", () => With(b => { b.Set(2, "<< /Kids [20 0 R] >>"); b.Set(20, "<< /Kids [2 0 R 20 0 R 5 0 R] >>"); b.Page("Found"); })),
        ("a tree of pages without types", () => With(b => b.Set(2, "<< /Kids [5 0 R] >>"))),
        ("huge numbers of places", () => With(b => b.RawPage("BT /F1 1e300 Tf 999999999999999999999999999999 -9999999999999999 Td (x) Tj 1e308 0 0 1e308 0 0 Tm (y) Tj ET"))),
        ("a page larger than a city", () => With(b => b.RawPage("BT /F1 9 Tf (x) Tj ET", page: "/MediaBox [0 0 1e15 1e15] /Rotate 99999999999"))),
        ("a page without size", () => With(b => b.RawPage("BT /F1 9 Tf 72 700 Td (x) Tj ET", page: "/MediaBox [5 5 5 5]"))),
        ("widths without end", () => With(b => b.RawPage("BT /F2 9 Tf 72 700 Td <0001> Tj ET", fonts: "/F2 << /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /W [0 2147483647 500 -9 99999999999 1 5] >>] >>"))),
        ("a map over all codes", () => Map("1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange")),
        ("a map of maps", () => Map(string.Concat(Enumerable.Repeat("1 beginbfrange <0000> <FFFF> <D8000041> endbfrange ", 300)))),
        ("a map with holes", () => Map("beginbfrange <> <> [] <01> beginbfchar <0101010101> <> begincodespacerange <00> <FFFF> <FFFFFFFFFF> <0>")),
        ("columns of a predictor without end", () => With(b => b.PageOf(b.AddStream([], "/FlateDecode", PdfBuilder.Deflate(new byte[9_999]), "/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 99 /BitsPerComponent 99 >>")))),
        ("filters without end", () => With(b => b.PageOf(b.AddStream("x"u8.ToArray(), $"[{string.Concat(Enumerable.Repeat("/RL ", 5_000))}]")))),
        ("an unknown filter", () => With(b => b.PageOf(b.AddStream("x"u8.ToArray(), "/NoSuchFilter")))),
        ("codes of LZW that lead nowhere", () => With(b => b.PageOf(b.AddStream([], "/LZWDecode", [0xFF, 0xFF, 0xFF, 0x80, 0x3F, 0xE0, 0, 1, 2])))),
        ("a string that does not end", () => With(b => b.RawPage("BT /F1 9 Tf 72 700 Td (x (((( " + new string('(', 200_000)))),
        ("a picture that does not end", () => With(b => b.RawPage("BT /F1 9 Tf 72 700 Td (x) Tj ET BI /W 9 ID " + new string('E', 200_000)))),
        ("states kept and never brought back", () => With(b => b.RawPage(string.Concat(Enumerable.Repeat("q ", 300_000)) + "BT /F1 9 Tf 72 700 Td (x) Tj ET"))),
        ("marks opened and never closed", () => With(b => b.RawPage(string.Concat(Enumerable.Repeat("/Span << /ActualText (y) >> BDC ", 5_000)) + "BT /F1 9 Tf 72 700 Td (x) Tj ET"))),
        ("operators without operands", () => With(b => b.RawPage("BT Tf Td Tm TJ Tj ' \" Do gs cm re m l c v y BDC EMC EMC sh d0 d1 ET Q Q Q"))),
        ("rules without end", () => With(b => b.RawPage("BT /F1 9 Tf 72 700 Td (x) Tj ET " + string.Concat(Enumerable.Range(0, 4_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 600} 0 m {i % 600} 700 l S 0 {i % 700} m 600 {i % 700} l S ")))))),
        ("one word a thousand times in its place", () => With(b => b.RawPage("BT /F1 9 Tf 72 700 Td " + string.Concat(Enumerable.Repeat("(x) Tj 0 0 Td ", 30_000)) + "ET"))),
        ("an object stream in itself", () => With(b => { b.Xref = XrefForm.Stream; b.PackObjects = true; b.AddStream("6 0 7 5"u8.ToArray(), more: "/Type /ObjStm /N 999999999 /First 99999999999"); })),
        ("columns of a table that reach out of the file", () => Replaced("0000000", "9999999")),
        ("sections of a table that never end", () => Replaced("xref\n0 ", "xref\n99999 ")),
        ("a trailer without a root", () => Replaced("/Root 1 0 R", "/Root 9 9 R")),
        ("no word that ends a stream", () => Replaced("endstream", "endstreem")),
        ("no word that ends an object", () => Replaced("endobj", "      ")),
        ("a catalogue that is a number", () => With(b => b.Set(1, "12345"))),
        ("a font that is a number", () => With(b => b.Set(3, "12345"))),
        ("fonts in a circle", () => With(b => b.Set(3, "<< /Subtype /Type0 /DescendantFonts [3 0 R] /Encoding 3 0 R /ToUnicode 3 0 R >>"))),
        ("names of 100,000 letters", () => With(b => b.RawPage("/" + new string('A', 100_000) + " gs BT /F1 9 Tf 72 700 Td (x) Tj ET"))),
        ("differences beyond all codes", () => With(b => b.Set(3, "<< /Subtype /Type1 /Encoding << /Differences [-5 /a 250 /b /c /d /e /f /g /h 99999999999 /i] >> /FirstChar -2147483648 /Widths [1] >>"))),
    ];

    public static TheoryData<string> Refused => [.. s_refused.Select(c => c.Case)];

    public static TheoryData<string> Ended => [.. s_ended.Select(c => c.Case)];

    [Theory, MemberData(nameof(Refused))]
    public void It_is_refused_with_the_way_out(string name)
    {
        var (_, make, says) = s_refused.Single(c => c.Case == name);
        var clock = Stopwatch.StartNew();
        var message = PdfText.Refusal(make());
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Contains(WayOut, message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, s_soon);
    }

    [Theory, MemberData(nameof(Ended))]
    public void It_ends_in_a_text_or_a_message(string name) => MustEnd(s_ended.Single(c => c.Case == name).Make(), name);

    [Theory, InlineData("rc4-40"), InlineData("rc4-128"), InlineData("aes-128"), InlineData("aes-256"), InlineData("aes-256-old")]
    public void What_is_protected_only_against_changes_is_read(string how) =>
        Assert.Equal("Utopia accepts the recommendation.", PdfText.Read(Sample(how + ".pdf")).Lines.Single().Text);

    [Theory, InlineData(XrefForm.Table, false), InlineData(XrefForm.Stream, true)]
    public void A_file_cut_off_anywhere_ends(XrefForm form, bool packed)
    {
        var file = new PdfBuilder { Xref = form, PackObjects = packed }.Page("One line", "and another").Page("The last page").Build();
        for (var length = 1; length < file.Length; length += 3)
        {
            MustEnd(file[..length], $"cut at {length}");
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Damage_at_any_place_ends(int seed)
    {
        var random = new Random(seed);
        var original = new PdfBuilder { Xref = seed % 2 == 0 ? XrefForm.Table : XrefForm.Stream, PackObjects = seed == 3 }.Page("1. The Working Group (1999)", "held its session.").Page("2. And so on").Build();
        for (var i = 0; i < 400; i++)
        {
            var file = (byte[])original.Clone();
            for (var flips = random.Next(1, 8); flips > 0; flips--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            MustEnd(file, $"seed {seed}, case {i}");
        }
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => OpenUpr.Sources.Pdf.PdfReader.Read(new PdfBuilder().Page("x").Build(), TimeProvider.System, cancel.Token));
    }

    private static void MustEnd(byte[] file, string name)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            Assert.NotEmpty(PdfText.Read(file).Lines);
        }
        catch (SourceException e)
        {
            Assert.Contains(WayOut, e.Message, StringComparison.Ordinal);
        }

        Assert.True(clock.Elapsed < s_soon, $"{name} took {clock.Elapsed}");
    }

    private static byte[] With(Action<PdfBuilder> change, bool pages = true, string trailer = "", XrefForm xref = XrefForm.Table)
    {
        var builder = new PdfBuilder { Trailer = trailer, Xref = xref };
        change(builder);
        return pages && builder.PageCount == 0 ? builder.Page("x").Build() : builder.Build();
    }

    private static byte[] Trailer(string trailer) => With(_ => { }, trailer: trailer);

    private static byte[] Bomb(int bytes, int pages) => With(b =>
    {
        var bomb = PdfBuilder.Deflate(new byte[bytes]);
        for (var i = 0; i < pages; i++)
        {
            b.PageOf(b.AddStream([], "/FlateDecode", bomb));
        }
    });

    private static byte[] Map(string map) => With(b => b.RawPage("BT /F2 9 Tf 72 700 Td (Abc) Tj ET", fonts: $"/F2 << /Subtype /TrueType /ToUnicode {b.AddStream(Encoding.Latin1.GetBytes(map))} 0 R >>"));

    private static byte[] Drawings() => With(b =>
    {
        var inner = b.AddStream("BT ET"u8.ToArray(), more: "/Subtype /Form");
        for (var depth = 0; depth < 9; depth++)
        {
            var draw = string.Concat(Enumerable.Repeat("/X Do ", 10));
            inner = b.AddStream(Encoding.Latin1.GetBytes(draw), more: $"/Subtype /Form /Resources << /XObject << /X {inner} 0 R >> >>");
        }

        b.RawPage("/X Do", $"/XObject << /X {inner} 0 R >>");
    });

    private static byte[] Replaced(string from, string to) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(new PdfBuilder().Page("A line").Build()).Replace(from, to, StringComparison.Ordinal));

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Files that another program protected, of invented text; made with qpdf 11.</summary>
    private static byte[] Sample(string name)
    {
        var resource = typeof(PdfHostileTests).Assembly.GetManifestResourceNames().Single(n => n.EndsWith(".Protected." + name, StringComparison.Ordinal));
        using var stream = typeof(PdfHostileTests).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
