using System.Globalization;
using System.Xml.Linq;
using OpenUpr.Export.Svg;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Export.Svg;

public sealed class ChartTests
{
    private static readonly ChartText s_text = new("Most: A & B, <3 of 9>", "9 pairs; as of today.");
    private static readonly (Ink, string)[] s_legend = [(Ink.Supported, "● Supported"), (Ink.Noted, "◐ Noted"), (Ink.Pending, "○ Pending")];

    [Fact]
    public void Bars_begin_at_zero_and_are_as_long_as_their_values()
    {
        var bars = Elements(BarChart.Draw([new("A", 200, "200"), new("B", 50, "50"), new("C", 0, "0")]), "rect");
        Assert.All(bars, b => Assert.Equal("0", b.Attribute("x")!.Value));
        Assert.Equal(["100%", "25%", "0%"], bars.Select(b => b.Attribute("width")!.Value));
    }

    [Fact]
    public void The_parts_of_a_stacked_bar_follow_one_another_and_never_leave_it()
    {
        var parts = new BarPart[] { new(Ink.Supported, 0.5, "● 50 %", "supported: 50 %"), new(Ink.Noted, 0.1, "◐ 10 %", "noted: 10 %"), new(Ink.Pending, 0.7, "○ 70 %", "pending: 70 %") };
        var drawn = StackedBarChart.Draw([new("A", "10", parts)], []);
        Assert.Equal([("0%", "50%"), ("50%", "10%"), ("60%", "40%")], Elements(drawn, "rect").Select(r => (r.Attribute("x")!.Value, r.Attribute("width")!.Value)));
        Assert.Equal(["● 50 %", "○ 70 %"], Elements(drawn, "text").Select(t => t.Value).Where(t => t.Contains('%')));
        Assert.Contains("noted: 10 %", Elements(drawn, "title").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_stands_on_the_axis_at_zero_and_leaves_a_gap_where_nothing_is_known()
    {
        var drawn = LineChart.Draw(
            ["1", "2", "3", "4"], [new("Share", [new(0, "0 %"), new(1, "100 %"), null, new(0.5, "50 %")], "50 %")], [(0, "0 %"), (1, "100 %")]);
        var grid = Elements(drawn, "line").Where(l => l.Attribute("class")!.Value == "scl").Select(l => Number(l, "y1")).ToList();
        var dots = Elements(drawn, "circle").Select(c => Number(c, "cy")).ToList();
        Assert.Equal([grid[0], grid[1], (grid[0] + grid[1]) / 2], dots);
        Assert.Single(Elements(drawn, "line"), l => l.Attribute("class")!.Value == "scy");
        Assert.Contains(Elements(drawn, "text"), t => t.Value == "Share: 50 %");
    }

    [Fact]
    public void Every_State_is_one_equal_square_and_those_without_any_are_drawn_empty()
    {
        var places = ReferenceData.Load(World.UnitedNations).TilePlaces;
        var drawn = TileMap.Draw([.. places.Select((p, i) => new Tile(p, i, $"{p.Iso3}: {i}"))], (from, to) => $"{from} to {to}", "none");
        var tiles = Elements(drawn, "g").Where(g => g.Element(g.Name.Namespace + "title") is not null).ToList();
        Assert.Equal(places.Count, tiles.Count);
        var squares = tiles.Select(t => t.Element(t.Name.Namespace + "path")!).ToList();
        Assert.Single(squares, s => s.Attribute("fill")!.Value == "none");
        Assert.Single(squares.Select(s => s.Attribute("d")!.Value.Split('h')[1]).Distinct());
        Assert.Equal(places.Select(p => p.Iso3), tiles.Select(t => t.Element(t.Name.Namespace + "text")!.Value));
    }

    [Fact]
    public void No_chart_of_nothing_holds_what_is_no_number()
    {
        foreach (var chart in Charts("A", double.NaN, 0).Concat(Charts("A", double.PositiveInfinity, 0)).Concat(Empty()))
        {
            var file = chart.Standalone(s_text, "Source");
            XDocument.Parse(file);
            Assert.DoesNotContain("NaN", file, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", file, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_hostile_label_stays_text()
    {
        var label = "</text><script>alert(1)</script>&\"'\u0000\ud800 😀";
        var safe = "</text><script>alert(1)</script>&\"'\uFFFD\uFFFD 😀";
        foreach (var chart in Charts(label, 3, 3))
        {
            var drawing = XDocument.Parse(chart.Standalone(new ChartText(label, label), label));
            Assert.DoesNotContain(drawing.Descendants(), e => e.Name.LocalName == "script");
            Assert.Contains(drawing.Descendants(), e => e.Name.LocalName == "title" && e.Value.Contains(safe, StringComparison.Ordinal));
            XDocument.Parse(chart.Inline("x", new ChartText(label, label)));
        }
    }

    [Fact]
    public void A_long_label_is_cut_and_its_title_has_all_of_it()
    {
        var label = string.Concat(Enumerable.Repeat("Everything at once ", 20)).Trim();
        var drawn = BarChart.Draw([new(label, 1, "1")]);
        Assert.True(Elements(drawn, "text").Single().Value.Length < 50);
        Assert.Equal($"{label}: 1", Elements(drawn, "title").Single().Value);
    }

    [Fact]
    public void No_element_has_a_style_and_each_coloured_one_has_a_class_and_a_colour_of_its_own()
    {
        foreach (var chart in Charts("A", 3, 3))
        {
            var drawing = XElement.Parse(chart.Inline("x", s_text));
            Assert.DoesNotContain(drawing.DescendantsAndSelf(), e => e.Name.LocalName == "style" || e.Attribute("style") is not null);
            var shapes = drawing.Descendants().Where(e => e.Name.LocalName is "rect" or "circle" or "line" or "path" or "text").ToList();
            Assert.NotEmpty(shapes);
            Assert.All(shapes, s => Assert.True(s.Attribute("class") is not null && (s.Attribute("fill") ?? s.Attribute("stroke")) is not null, s.ToString()));
        }
    }

    [Fact]
    public void A_drawing_with_links_is_a_group_and_one_without_is_an_image_named_by_finding_and_basis()
    {
        foreach (var (link, role) in new[] { (null, "img"), ("/recommendations?sur=XAR&rs=XUL", "group") })
        {
            var drawing = XElement.Parse(BarChart.Draw([new("A", 1, "1", link)]).Inline("c1", s_text));
            Assert.Equal(role, drawing.Attribute("role")!.Value);
            var names = drawing.Attribute("aria-labelledby")!.Value.Split(' ').Select(id => drawing.Elements().Single(e => e.Attribute("id")?.Value == id).Value);
            Assert.Equal([s_text.Finding, s_text.Basis], names);
            Assert.Equal(link, drawing.Elements().SingleOrDefault(e => e.Name.LocalName == "a")?.Attribute("href")!.Value);
        }
    }

    [Fact]
    public void A_file_says_finding_basis_and_source_in_the_picture()
    {
        var drawing = XDocument.Parse(BarChart.Draw([new("A", 1, "1")]).Standalone(s_text, "Source: here"));
        var written = drawing.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.Contains(s_text.Finding, written);
        Assert.Contains(s_text.Basis, written);
        Assert.Contains("Source: here", written);
        Assert.Equal("http://www.w3.org/2000/svg", drawing.Root!.Name.NamespaceName);
    }

    [Fact]
    public void Each_count_lies_in_one_band_and_bands_leave_no_gap()
    {
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            var counts = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (int)Math.Pow(10, random.NextDouble() * 6) - 1).ToList();
            var bands = Bands.Of(counts);
            Assert.True(bands.Ranges.Count <= Ink.Bands.Count);
            Assert.All(bands.Ranges, r => Assert.True(r.From <= r.To));
            Assert.All(bands.Ranges.Zip(bands.Ranges.Skip(1)), pair => Assert.Equal(pair.First.To + 1, pair.Second.From));
            Assert.All(counts, c => Assert.Equal(c > 0, bands.Of(c) is >= 0 and < 5));
            if (counts.Any(c => c > 0))
            {
                Assert.Equal((counts.Where(c => c > 0).Min(), counts.Max()), (bands.Ranges[0].From, bands.Ranges[^1].To));
            }
        }
    }

    private static IEnumerable<SvgPicture> Charts(string label, double value, int count) =>
    [
        BarChart.Draw([new(label, value, "n"), new("B", 0, "0")]),
        StackedBarChart.Draw([new(label, "n", [new(Ink.Supported, value, "● n", "n")])], s_legend),
        LineChart.Draw(["1", "2"], [new(label, [new(value, label), new(value, label)], "n")], [(0, "0"), (1, "1")]),
        TileMap.Draw([new(new TilePlace("XXX", 0, 0), count, label)], (from, to) => $"{from} to {to}", "none"),
        HeatTable.Draw((label, label), [label], [label], [[count]], n => n.ToString(CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<SvgPicture> Empty() =>
    [
        BarChart.Draw([]), StackedBarChart.Draw([], []), LineChart.Draw([], [], []), LineChart.Draw(["1"], [new("A", [null], "")], [(0, "0")]), TileMap.Draw([], (_, _) => "", "none"), HeatTable.Draw(("", ""), [], [], [], _ => ""),
    ];

    private static List<XElement> Elements(SvgPicture picture, string name) => [.. XElement.Parse($"<svg>{picture.Body}</svg>").Descendants(name)];

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
