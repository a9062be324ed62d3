using System.Globalization;
using System.Text;

namespace OpenUpr.Export.Svg;

/// <summary>A drawn chart without its title: put into a page, whose heading and paragraph are title and basis, or made a file that says all itself.</summary>
/// <param name="Width">Pixels; null for a drawing that takes the width it is given.</param>
/// <param name="HasLinks">True where elements are links: screen readers must then see a group and not one image.</param>
public sealed record SvgPicture(double? Width, double Height, string Body, bool HasLinks)
{
    private const double FileWidth = 720;
    private const double Margin = 24;

    /// <summary>How much larger a drawing of fixed width is on a page, where letters are larger than in a file.</summary>
    private const double Enlarged = 1.2;

    /// <summary>For a page. Its class is "chart"; a drawing of fixed width is also "fixed" and belongs into a region that scrolls.</summary>
    /// <param name="id">Unique on the page; a fault of the caller otherwise.</param>
    public string Inline(string id, ChartText text)
    {
        var size = Width is { } width
            ? string.Create(CultureInfo.InvariantCulture, $"class=\"chart fixed\" viewBox=\"0 0 {SvgWriter.Number(width)} {SvgWriter.Number(Height)}\" width=\"{SvgWriter.Number(width * Enlarged)}\"")
            : string.Create(CultureInfo.InvariantCulture, $"class=\"chart\" width=\"100%\" height=\"{SvgWriter.Number(Height)}\"");
        return $"<svg {size} {Names(id, text)}{Body}</svg>";
    }

    /// <summary>A file of its own, with title, basis and source written in the picture.</summary>
    public string Standalone(ChartText text, string source)
    {
        var inner = Math.Max(Width ?? 0, FileWidth - (2 * Margin));
        var outer = inner + (2 * Margin);
        var y = Margin;
        var written = new SvgWriter();
        foreach (var (line, size, bold) in Lines(text, inner))
        {
            y += size * 1.35;
            written.Text(Margin, y, line, bold ? Ink.Text : Ink.Quiet, size: size, bold: bold);
        }

        var top = y + 18;
        y = top + Height + 8;
        foreach (var line in Wrapped(source, inner, 12))
        {
            y += 17;
            written.Text(Margin, y, line, Ink.Quiet, size: 12);
        }

        var height = y + Margin;
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgWriter.Number(outer)} {SvgWriter.Number(height)}\" width=\"{SvgWriter.Number(outer)}\" height=\"{SvgWriter.Number(height)}\" font-family=\"system-ui, Segoe UI, Roboto, Noto Sans, Helvetica, Arial, sans-serif\" {Names("chart", text)}")
            .Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>").Append(written)
            .Append(CultureInfo.InvariantCulture, $"<svg x=\"{SvgWriter.Number(Margin)}\" y=\"{SvgWriter.Number(top)}\" width=\"{SvgWriter.Number(inner)}\" height=\"{SvgWriter.Number(Height)}\">{Body}</svg></svg>\n")
            .ToString();
    }

    private string Names(string id, ChartText text) =>
        $"role=\"{(HasLinks ? "group" : "img")}\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{SvgWriter.Escape(text.Finding)}</title><desc id=\"{id}-d\">{SvgWriter.Escape(text.Basis)}</desc>";

    private static IEnumerable<(string Line, int Size, bool Bold)> Lines(ChartText text, double width) =>
        Wrapped(text.Finding, width, 20, bold: true).Select(line => (line, 20, true)).Concat(Wrapped(text.Basis, width, 13).Select(line => (line, 13, false)));

    /// <summary>Lines of whole words; a letter is taken for a little over half as wide as it is high, a bold one for more.</summary>
    internal static IEnumerable<string> Wrapped(string text, double width, int size, bool bold = false)
    {
        var most = (int)(width / (size * (bold ? 0.6 : 0.54)));
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > most)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word.Length > most ? word[..most] : word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
