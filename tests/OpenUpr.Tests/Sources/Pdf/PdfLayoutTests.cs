using System.Globalization;
using System.Text;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>Reading order, tables, and what a line is.</summary>
public sealed class PdfLayoutTests
{
    [Fact]
    public void Lines_are_read_from_top_to_bottom_whatever_order_they_were_drawn_in()
    {
        Assert.Equal("1. First line\nsecond line", PdfText.OfPage("BT /F1 10 Tf 1 0 0 1 72 600 Tm (second line) Tj 1 0 0 1 110 612 Tm (First line) Tj 1 0 0 1 72 612 Tm (1.) Tj ET"));
    }

    [Fact]
    public void Places_are_points_from_the_top_left_corner()
    {
        var line = PdfText.Read(new PdfBuilder().RawPage("BT /F1 20 Tf 0.5 0 0 0.5 100 692 Tm (ii) Tj ET")).Lines.Single();
        Assert.Equal((100, 100, 10), (line.Left, line.Baseline, line.Size));
        Assert.Equal(105.56, line.Right, 2);
    }

    [Theory]
    [InlineData("/Rotate 90", "0 1 -1 0 300 100", 100, 300)]
    [InlineData("/Rotate 180", "-1 0 0 -1 500 300", 112, 300)]
    [InlineData("/Rotate 270", "0 -1 1 0 300 500", 292, 312)]
    [InlineData("/Rotate -90", "0 -1 1 0 300 500", 292, 312)]
    public void A_turned_page_is_read_as_it_is_seen(string page, string matrix, double left, double baseline)
    {
        var lines = PdfText.Read(new PdfBuilder().RawPage($"BT /F1 10 Tf {matrix} Tm (Upright to the reader) Tj 0 -12 Td (second) Tj ET", page: page)).Lines;
        Assert.Equal(["Upright to the reader", "second"], lines.Select(l => l.Text));
        Assert.Equal((left, baseline, baseline + 12), (lines[0].Left, lines[0].Baseline, lines[1].Baseline));
    }

    [Fact]
    public void A_page_printed_sideways_is_read_sideways()
    {
        Assert.Equal("The first of two lines\nand the second", PdfText.OfPage("BT /F1 10 Tf 0 1 -1 0 300 100 Tm (The first of two lines) Tj 0 -12 Td (and the second) Tj ET"));
    }

    [Fact]
    public void Text_that_is_not_painted_is_that_of_a_scan_and_counts() =>
        Assert.Equal("Recognised words", PdfText.OfPage("BT 3 Tr /F1 10 Tf 72 700 Td (Recognised words) Tj ET"));

    [Fact]
    public void Text_in_drawings_counts()
    {
        var builder = new PdfBuilder();
        var form = builder.AddStream("BT /F1 10 Tf 72 700 Td (Inside) Tj ET"u8.ToArray(), more: "/Type /XObject /Subtype /Form /Matrix [1 0 0 1 10 0] /BBox [0 0 612 792]");
        var line = PdfText.Read(builder.RawPage("q /X Do Q", $"/XObject << /X {form} 0 R >>")).Lines.Single();
        Assert.Equal(("Inside", 82.0), (line.Text, line.Left));
    }

    [Fact]
    public void Text_that_stands_for_what_is_drawn_is_taken() =>
        Assert.Equal("A word more", PdfText.OfPage("BT /F1 10 Tf 72 700 Td (A ) Tj /Span << /ActualText (word) >> BDC (w0rd) Tj EMC ( more) Tj ET"));

    [Fact]
    public void A_picture_among_the_operators_is_passed_over() =>
        Assert.Equal("before after", PdfText.OfPage("BT /F1 10 Tf 72 700 Td (before ) Tj ET BI /W 2 /H 2 /BPC 8 /CS /G ID EIEI EI BT /F1 10 Tf 105 700 Td (after) Tj ET"));

    [Fact]
    public void Words_drawn_twice_for_weight_are_read_once() =>
        Assert.Equal("Heavy", PdfText.OfPage("BT /F1 10 Tf 72 700 Td (Heavy) Tj 0.3 0 Td (Heavy) Tj ET"));

    [Theory]
    [InlineData("(States.) Tj 6 Tf 4 Ts (1) Tj", "States. ¹")]
    [InlineData("(States) Tj 6 Tf 4 Ts (12) Tj 10 Tf 0 Ts ( and) Tj", "States ¹² and")]
    [InlineData("(the 15) Tj 6 Tf 4 Ts (th) Tj 10 Tf 0 Ts ( session) Tj", "the 15th session")]
    [InlineData("(in 2008 ) Tj 6 Tf -2 Ts (1) Tj", "in 2008 1")]
    public void The_mark_of_a_note_stands_apart_from_the_word_before(string show, string expected) =>
        Assert.Equal(expected, PdfText.OfPage($"BT /F1 10 Tf 72 700 Td {show.Replace("6 Tf", "/F1 6 Tf", StringComparison.Ordinal).Replace("10 Tf", "/F1 10 Tf", StringComparison.Ordinal)} ET"));

    [Fact]
    public void A_day_below_large_letters_is_no_mark_of_them() =>
        Assert.Equal("General Assembly Distr.: General\n19 Frimaire 2019\nPeriodic Review *", PdfText.OfPage("BT /F1 20 Tf 1 0 0 1 72 711 Tm (General Assembly) Tj /F1 10 Tf 1 0 0 1 392 712 Tm (Distr.: General) Tj 1 0 0 1 392 700 Tm (19 Frimaire 2019) Tj " +
            "/F1 17 Tf 1 0 0 1 72 600 Tm (Periodic Review) Tj /F1 6.5 Tf 1 0 0 1 195 604.5 Tm (*) Tj ET"));

    [Fact]
    public void Heads_feet_and_page_numbers_are_set_apart()
    {
        var file = new PdfBuilder();
        for (var page = 1; page <= 6; page++)
        {
            file.RawPage(string.Create(CultureInfo.InvariantCulture, $"BT /F1 9 Tf 1 0 0 1 {(page % 2 == 0 ? 72 : 480)} 750 Tm (A/HRC/99/7) Tj 1 0 0 1 72 40 Tm (GE.99-12345) Tj 1 0 0 1 {(page % 2 == 0 ? 72 : 530)} 28 Tm ({page}) Tj /F1 10 Tf 1 0 0 1 72 700 Tm ({page}. Paragraph {page} of the report) Tj 1 0 0 1 72 688 Tm (2019) Tj ET"));
        }

        var lines = PdfText.Read(file).Lines;
        Assert.All(lines, line => Assert.Equal(
            line.Text switch { "A/HRC/99/7" => LineRole.RunningHead, "GE.99-12345" => LineRole.Footer, { Length: 1 } => LineRole.PageNumber, _ => LineRole.Body }, line.Role));
        Assert.Equal(12, lines.Count(l => l.Role == LineRole.Body));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Notes_below_a_rule_are_set_apart(bool isDrawn)
    {
        var rule = isDrawn ? "72 120 100 0.5 re f" : "BT /F1 10 Tf 72 120 Td (_______________) Tj ET";
        var file = new PdfBuilder().RawPage($"BT /F1 10 Tf 72 700 Td (The text of a paragraph goes on and on.) Tj 0 -12 Td (More of the text.) Tj ET {rule} BT /F1 {(isDrawn ? 8 : 10)} Tf 72 105 Td (* Previously issued.) Tj 0 -10 Td (It was changed.) Tj ET");
        var notes = PdfText.Read(file).Lines.Where(l => l.Role == LineRole.Footnote).Select(l => l.Text);
        Assert.Equal(["* Previously issued.", "It was changed."], notes.Where(n => n[0] != '_'));
        Assert.Equal("The text of a paragraph goes on and on.\nMore of the text.", PdfText.Body(file));
    }

    [Fact]
    public void Lines_of_a_cell_come_together_and_name_their_place()
    {
        var lines = PdfText.Read(new PdfBuilder().RawPage(Table(700, ["Paragraph 1|Supported by|the State", "2|Noted"]))).Lines;
        Assert.Equal(["Paragraph 1 (0, 0)", "Supported by (0, 1)", "the State (0, 1)", "2 (1, 0)", "Noted (1, 1)"], lines.Select(l => $"{l.Text} ({l.Cell!.Value.Row}, {l.Cell.Value.Column})"));
        Assert.All(lines, l => Assert.Equal(0, l.Cell!.Value.Table));
    }

    [Fact]
    public void A_table_goes_on_over_the_page_and_its_heading_is_no_text_again()
    {
        var file = new PdfBuilder().RawPage(Table(700, ["No|Position", "1|Supported as"])).RawPage(Table(700, ["No|Position", "|far as possible", "2|Noted"]));
        var lines = PdfText.Read(file).Body.ToList();
        Assert.Equal(["No 0", "Position 0", "1 1", "Supported as 1", "far as possible 1", "2 2", "Noted 2"], lines.Select(l => $"{l.Text} {l.Cell!.Value.Row}"));
    }

    [Fact]
    public void A_frame_and_a_list_of_contents_are_no_tables()
    {
        var lines = PdfText.Read(new PdfBuilder().RawPage("60 600 500 150 re S BT /F1 10 Tf 72 700 Td (I.) Tj 30 0 Td (Introduction ......) Tj 380 0 Td (3) Tj -410 -12 Td (II.) Tj 30 0 Td (Conclusions ......) Tj 380 0 Td (12) Tj ET")).Lines;
        Assert.All(lines, l => Assert.Null(l.Cell));
        Assert.Equal(["I. Introduction ...... 3", "II. Conclusions ...... 12"], lines.Select(l => l.Text));
    }

    /// <summary>Rows of two columns with rules around every cell; further parts of a row are further lines of its second cell.</summary>
    private static string Table(double top, string[] rows)
    {
        var content = new StringBuilder();
        foreach (var row in rows)
        {
            var parts = row.Split('|');
            var height = (12 * Math.Max(1, parts.Length - 1)) + 6;
            content.Append(CultureInfo.InvariantCulture, $"72 {top - height} 100 {height} re S 172 {top - height} 300 {height} re S BT /F1 10 Tf 1 0 0 1 76 {top - 12} Tm ({parts[0]}) Tj ");
            for (var i = 1; i < parts.Length; i++)
            {
                content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 176 {top - (12 * i)} Tm ({parts[i]}) Tj ");
            }

            content.Append("ET\n");
            top -= height;
        }

        return content.ToString();
    }
}
