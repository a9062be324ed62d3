using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenUpr.Drafting.Studio;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>
/// A chart that Word draws itself (ECMA-376, part 1, 21.2): lying bars, divided into the series, each part with its figure. The figures stand in the chart, not in a workbook inside the file: nothing is linked and nothing else travels with it.
/// Who cannot see it hears title and figures.
/// </summary>
public static class DocxChart
{
    /// <summary>English metric units of a point.</summary>
    public const int UnitsOfPoint = 12_700;

    private const long UnitsOfCentimetre = 360_000;
    private const long Width = 164 * UnitsOfCentimetre / 10;
    private const string Bars = "1001", Figures = "1002";

    private static readonly XNamespace s_c = "http://schemas.openxmlformats.org/drawingml/2006/chart", s_a = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>In English metric units.</summary>
    public static long Height(ComposedChart chart) => (UnitsOfCentimetre * 2) + (chart.Categories.Count * UnitsOfCentimetre * 8 / 10);

    /// <summary>The colour behind the word of a light: dark letters are read on it.</summary>
    public static string Pale(string light) => light switch { "green" => "D8EFE2", "amber" => "FDEBC8", "red" => "F9D9D6", "mixed" => "DDE7F5", _ => "ECEFF2" };

    /// <param name="number">Of the chart in the file, from 1.</param>
    internal static Run Make(MainDocumentPart main, ComposedChart chart, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"chart{number}");
        var part = main.AddNewPart<ChartPart>(id);
        using (var stream = part.GetStream(FileMode.Create))
        {
            new XDocument(Space(chart)).Save(stream, SaveOptions.DisableFormatting);
        }

        // Pictures of the text have number 1.
        var shape = new Wp.DocProperties { Id = (uint)(100 + number), Name = id, Description = Describe(chart) };
        return new Run(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = Width, Cy = Height(chart) }, shape, new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = s_c.NamespaceName }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        }));
    }

    /// <summary>Title and figures in words.</summary>
    public static string Describe(ComposedChart chart) => chart.Title + " " + string.Join(". ", chart.Categories.Select((c, i) => c + ": " + string.Join(", ", chart.Series.Where(s => s.Values[i] > 0).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name} {s.Values[i]}")))));

    private static string Dark(string light) => light switch { "green" => "17704F", "amber" => "8A5300", "red" => "A8261C", "mixed" => "0B5A9E", _ => "4F5D69" };

    private static XElement Space(ComposedChart chart) => new(
        s_c + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", s_c.NamespaceName), new XAttribute(XNamespace.Xmlns + "a", s_a.NamespaceName), Val("date1904", "0"), Val("roundedCorners", "0"),
        new XElement(
            s_c + "chart", Val("autoTitleDeleted", "1"),
            new XElement(s_c + "plotArea", new XElement(s_c + "layout"), BarsOf(chart), CategoryAxis(), ValueAxis()),
            new XElement(s_c + "legend", Val("legendPos", "b"), Val("overlay", "0"), Letters("900", null)), Val("plotVisOnly", "1"), Val("dispBlanksAs", "gap")),
        new XElement(s_c + "spPr", new XElement(s_a + "noFill"), new XElement(s_a + "ln", new XElement(s_a + "noFill"))), Letters("900", null));

    private static XElement BarsOf(ComposedChart chart) => new(
        s_c + "barChart", Val("barDir", "bar"), Val("grouping", "stacked"), Val("varyColors", "0"), chart.Series.Select((s, i) => Series(chart, s, i)), Val("gapWidth", "45"), Val("overlap", "100"), Val("axId", Bars), Val("axId", Figures));

    private static XElement Series(ComposedChart chart, ChartSeries series, int index) => new(
        s_c + "ser", Val("idx", Number(index)), Val("order", Number(index)), new XElement(s_c + "tx", new XElement(s_c + "v", series.Name)),
        new XElement(s_c + "spPr", new XElement(s_a + "solidFill", Value(s_a + "srgbClr", Dark(series.Light))), new XElement(s_a + "ln", new XAttribute("w", "9525"), new XElement(s_a + "solidFill", Value(s_a + "srgbClr", "FFFFFF")))),
        Val("invertIfNegative", "0"), Labels(), new XElement(s_c + "cat", new XElement(s_c + "strLit", Points(chart.Categories))),
        new XElement(s_c + "val", new XElement(s_c + "numLit", new XElement(s_c + "formatCode", "General"), Points([.. series.Values.Select(Number)]))));

    /// <summary>Figures in the bars; none for an empty part.</summary>
    private static XElement Labels() => new(
        s_c + "dLbls", new XElement(s_c + "numFmt", new XAttribute("formatCode", "0;;;"), new XAttribute("sourceLinked", "0")), new XElement(s_c + "spPr", new XElement(s_a + "noFill")), Letters("900", "FFFFFF"), Val("dLblPos", "ctr"),
        Val("showLegendKey", "0"), Val("showVal", "1"), Val("showCatName", "0"), Val("showSerName", "0"), Val("showPercent", "0"), Val("showBubbleSize", "0"));

    private static XElement CategoryAxis() => new(
        s_c + "catAx", Val("axId", Bars), new XElement(s_c + "scaling", Val("orientation", "maxMin")), Val("delete", "0"), Val("axPos", "l"), Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"),
        new XElement(s_c + "spPr", new XElement(s_a + "ln", new XElement(s_a + "solidFill", Value(s_a + "srgbClr", "7B8894")))), Val("crossAx", Figures), Val("crosses", "autoZero"), Val("auto", "1"), Val("lblAlgn", "ctr"), Val("lblOffset", "100"), Val("noMultiLvlLbl", "0"));

    /// <summary>Bars begin at zero; their figures stand in them.</summary>
    private static XElement ValueAxis() => new(
        s_c + "valAx", Val("axId", Figures), new XElement(s_c + "scaling", Val("orientation", "minMax"), Val("min", "0")), Val("delete", "1"), Val("axPos", "t"), new XElement(s_c + "numFmt", new XAttribute("formatCode", "0"), new XAttribute("sourceLinked", "0")),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"), Val("crossAx", Bars), Val("crosses", "autoZero"), Val("crossBetween", "between"));

    private static XElement Letters(string size, string? colour) => new(
        s_c + "txPr", new XElement(s_a + "bodyPr"), new XElement(s_a + "lstStyle"),
        new XElement(s_a + "p", new XElement(s_a + "pPr", new XElement(s_a + "defRPr", new XAttribute("sz", size), colour is null ? null : new XAttribute("b", "1"), colour is null ? null : new XElement(s_a + "solidFill", Value(s_a + "srgbClr", colour)))), new XElement(s_a + "endParaRPr", new XAttribute("lang", "en-GB"))));

    private static IEnumerable<XElement> Points(IReadOnlyList<string> values) =>
        values.Select((v, i) => new XElement(s_c + "pt", new XAttribute("idx", Number(i)), new XElement(s_c + "v", v))).Prepend(Val("ptCount", Number(values.Count)));

    private static XElement Val(string name, string value) => Value(s_c + name, value);

    private static XElement Value(XName name, string value) => new(name, new XAttribute("val", value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
