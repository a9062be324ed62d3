using System.Text;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>From codes to letters, and from widths to words.</summary>
public sealed class PdfFontTests
{
    [Theory]
    [InlineData("/Encoding /WinAnsiEncoding", "C\\364te d\\222Utopie \\226 3\\2404", "Côte d’Utopie – 3 4")]
    [InlineData("/Encoding /MacRomanEncoding", "C\\231te \\336n \\320", "Côte fin –")]
    [InlineData("/Encoding /StandardEncoding", "\\256nal \\257ow \\272", "final flow ”")]
    [InlineData("/Encoding << /Differences [1 /T /e /s /t 65 /eacute /f_f_i /uni0161 /Omega /zcaron.alt] >>", "\\001\\002\\003\\004 ABCDE", "Test éffišΩž")]
    [InlineData("/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [150 /bullet] >>", "\\226 a\\225", "• a•")]
    public void Simple_encodings(string encoding, string text, string expected) =>
        Assert.Equal(expected, OfFont($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding} >>", $"({text}) Tj"));

    [Fact]
    public void Symbols_of_the_font_for_them() =>
        Assert.Equal("α•", OfFont("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>", "(a\\267) Tj"));

    [Fact]
    public void ToUnicode_goes_before_the_encoding()
    {
        const string Map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n" +
            "2 beginbfchar <41> <0058> <42> <00660069> endbfchar 2 beginbfrange <43> <45> <0061> <46> <47> [<0031> <D83DDE00>] endbfrange endcmap";
        Assert.Equal("Xfiabc1😀", OfFont("<< /Type /Font /Subtype /TrueType /BaseFont /Arial /ToUnicode 4 0 R >>", "(ABCDEFG) Tj", Map));
    }

    [Fact]
    public void Composite_fonts_take_two_bytes_a_letter_and_their_own_widths()
    {
        const string Map = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0004> <0061> endbfrange endcmap";
        const string Font = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Calibri-Bold /Encoding /Identity-H /ToUnicode 4 0 R " +
            "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Calibri-Bold /DW 1000 /W [1 [500 500] 3 4 600] >>] >>";
        // "ab", then a shift by the width of two letters, then "cd": two words.
        Assert.Equal("ab cd", OfFont(Font, "[<00010002> -1000 <00030004>] TJ", Map));
        var line = PdfText.Read(FontFile(Font, "<00010002> Tj", Map)).Lines.Single();
        Assert.True(line.IsBold);
        Assert.Equal(10, line.Right - line.Left, 3);
    }

    [Theory]
    [InlineData("[(recom) 20 (men) -40 (dations)] TJ", "recommendations")]
    [InlineData("[(two) -250 (words)] TJ", "two words")]
    [InlineData("(joined ) Tj (by spaces) Tj", "joined by spaces")]
    [InlineData("(States) Tj 4 0 Td (x) Tj", "x States")]
    public void Words_are_told_by_the_room_between_letters(string show, string expected) =>
        Assert.Equal(expected, PdfText.OfPage($"BT /F1 10 Tf 72 700 Td {show.Replace("4 0 Td", "-40 0 Td", StringComparison.Ordinal)} ET"));

    [Fact]
    public void Letters_drawn_one_by_one_make_words()
    {
        // Widths of Times: the next letter stands where the one before ends, as the metrics that belong to the program say.
        var content = new StringBuilder("BT /F1 10 Tf ");
        var x = 72.0;
        foreach (var (letter, width) in new[] { ('U', 722), ('t', 278), ('o', 500), ('p', 500), ('i', 278), ('a', 444) })
        {
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"1 0 0 1 {x} 700 Tm ({letter}) Tj ");
            x += width / 100.0;
        }

        Assert.Equal("Utopia", PdfText.OfPage(content.Append("ET").ToString()));
    }

    [Fact]
    public void A_soft_hyphen_is_there_only_where_a_line_ends()
    {
        const string Font = "<< /Type /Font /Subtype /TrueType /BaseFont /Times /Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>";
        const string Map = "1 beginbfchar <01> <00AD> endbfchar";
        Assert.Equal("recommen-\ndations", OfFont(Font, "(rec\\001ommen\\001) Tj 0 -12 Td (da\\001tions) Tj", Map));
    }

    [Theory, InlineData("Times-Bold", true, false), InlineData("ABCDEF+TimesNewRoman,BoldItalic", true, true), InlineData("Helvetica-Oblique", false, true), InlineData("Courier", false, false)]
    public void Bold_and_italic_by_the_name(string name, bool bold, bool italic)
    {
        var line = PdfText.Read(FontFile($"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>", "(Heading) Tj", "")).Lines.Single();
        Assert.Equal((bold, italic), (line.IsBold, line.IsItalic));
    }

    private static string OfFont(string font, string show, string map = "") => PdfText.Body(FontFile(font, show, map));

    private static PdfBuilder FontFile(string font, string show, string map)
    {
        var builder = new PdfBuilder();
        builder.AddStream(Encoding.Latin1.GetBytes(map));
        return builder.RawPage($"BT /F2 10 Tf 72 700 Td {show} ET", fonts: "/F2 " + font);
    }
}
