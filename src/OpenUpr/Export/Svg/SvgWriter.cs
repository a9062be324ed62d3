using System.Globalization;
using System.Text;
using System.Xml;

namespace OpenUpr.Export.Svg;

/// <summary>A horizontal place or length: pixels, or a share of the drawing's width, so that bars stretch while text keeps its size.</summary>
internal readonly record struct Across(double Value, bool OfWidth = false)
{
    public static implicit operator Across(double pixels) => new(pixels);

    /// <param name="share">From 0 to 1.</param>
    public static Across Share(double share) => new(share * 100, OfWidth: true);

    public override string ToString() => SvgWriter.Number(Value) + (OfWidth ? "%" : "");
}

/// <summary>Writes the elements of a drawing. No style attribute anywhere: the site's content policy forbids them.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>True once an element leads somewhere: the drawing is then a group of links and no single image.</summary>
    public bool HasLinks { get; private set; }

    /// <summary>Opens an element of the data with its words on demand and, where there is one, its link.</summary>
    /// <param name="reachable">False keeps a link out of the keyboard's order, where hundreds stand together and a table has the same.</param>
    public void Open(string title, string? link, bool reachable = true)
    {
        HasLinks |= link is not null;
        _text.Append(link is null ? "<g>" : $"<a href=\"{Escape(link)}\"{(reachable ? "" : " tabindex=\"-1\"")}>").Append("<title>").Append(Escape(title)).Append("</title>");
    }

    public void Close(string? link) => _text.Append(link is null ? "</g>" : "</a>");

    public void Rect(Across x, double y, Across width, double height, Ink ink, bool edged = false) =>
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{Number(y)}\" width=\"{width}\" height=\"{Number(height)}\" class=\"{ink.Class}{(edged ? " ce" : "")}\" fill=\"{ink.Colour}\"{(edged ? " stroke=\"#ffffff\"" : "")}/>");

    /// <summary>A square of the tile map; empty ones have an edge only.</summary>
    public void Tile(double x, double y, double size, Ink? ink) => _text.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Number(x)} {Number(y)}h{Number(size)}v{Number(size)}h-{Number(size)}z\" ")
        .Append(ink is { } fill ? $"class=\"{fill.Class}\" fill=\"{fill.Colour}\"/>" : $"class=\"cv\" fill=\"none\" stroke=\"{Ink.Rule.Colour}\"/>");

    public void Text(Across x, double y, string text, Ink ink, string anchor = "start", int size = 14, double dx = 0, bool bold = false, bool halo = false) => _text
        .Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{Number(y)}\" class=\"{ink.Class}{(halo ? " ch" : "")}\" fill=\"{ink.Colour}\"")
        .Append(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")
        .Append(CultureInfo.InvariantCulture, $" font-size=\"{size}\"")
        .Append(dx == 0 ? "" : $" dx=\"{Number(dx)}\"").Append(bold ? " font-weight=\"600\"" : "")
        .Append(halo ? " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"" : "")
        .Append('>').Append(Escape(text)).Append("</text>");

    /// <summary>A label with its number directly behind it.</summary>
    public void Label(double y, string label, string number) => _text.Append(CultureInfo.InvariantCulture, $"<text y=\"{Number(y)}\" class=\"{Ink.Text.Class}\" fill=\"{Ink.Text.Colour}\" font-size=\"14\">{Escape(label)} <tspan font-weight=\"600\">{Escape(number)}</tspan></text>");

    /// <summary>Opens a group of texts in the middle of their places, which then need only place and words.</summary>
    public void OpenCentred(int size) => _text.Append(CultureInfo.InvariantCulture, $"<g text-anchor=\"middle\" font-size=\"{size}\">");

    public void Centred(double x, double y, string text, Ink ink) => _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" class=\"{ink.Class}\" fill=\"{ink.Colour}\">{Escape(text)}</text>");

    public void CloseGroup() => _text.Append("</g>");

    public void Line(Across x1, double y1, Across x2, double y2, Ink ink, double width = 1, bool dashed = false) => _text.Append(
        CultureInfo.InvariantCulture, $"<line x1=\"{x1}\" y1=\"{Number(y1)}\" x2=\"{x2}\" y2=\"{Number(y2)}\" class=\"s{ink.Class}\" stroke=\"{ink.Colour}\" stroke-width=\"{Number(width)}\"{(dashed ? " stroke-dasharray=\"7 5\"" : "")}/>");

    public void Dot(Across x, double y, double radius, Ink ink) =>
        _text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\" class=\"{ink.Class}\" fill=\"{ink.Colour}\"/>");

    public override string ToString() => _text.ToString();

    /// <summary>At most two decimals; what is no number is 0, so that a drawing of nothing is still a drawing.</summary>
    public static string Number(double value) => double.IsFinite(value) ? Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) : "0";

    /// <summary>Text that is safe in content and attributes; characters that XML cannot hold become the replacement sign.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                safe.Append(text[i]).Append(text[++i]);
                continue;
            }

            _ = text[i] switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                var c when !XmlConvert.IsXmlChar(c) => safe.Append('\uFFFD'),
                var c => safe.Append(c),
            };
        }

        return safe.ToString();
    }
}
