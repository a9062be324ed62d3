using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenUpr.Export.Svg;

/// <summary>A drawing on a sheet, under its finding and basis.</summary>
public sealed record SheetPanel(ChartText Text, SvgPicture Picture);

/// <summary>Several drawings on one sheet as wide as A4 at 96 points to the inch: a file that says all itself.</summary>
public static partial class SvgSheet
{
    private const double Width = 794;
    private const double Margin = 40;
    private const double Gap = 32;

    /// <param name="columns">Panels from top to bottom, column by column.</param>
    /// <param name="notes">At the foot.</param>
    /// <param name="origin">Scheme and host before the addresses of the drawings' links; null leaves the links out, because a file of its own has no host.</param>
    public static string Draw(ChartText text, IReadOnlyList<IReadOnlyList<SheetPanel>> columns, IReadOnlyList<string> notes, string? origin)
    {
        var whole = Width - (2 * Margin);
        var inner = (whole - (Gap * (columns.Count - 1))) / columns.Count;
        var body = new StringBuilder();
        var top = Lines(body, Margin, Margin, whole, text, 24) + 16;
        var foot = top;
        foreach (var (i, column) in columns.Index())
        {
            var y = top;
            foreach (var (j, panel) in column.Index())
            {
                y = Panel(body, $"p{i}-{j}", Margin + (i * (inner + Gap)), y, inner, panel);
            }

            foot = Math.Max(foot, y);
        }

        foot = notes.Aggregate(foot, (y, note) => Text(body, Margin, y, whole, note, Ink.Quiet, 12, false)) + Margin;
        var drawn = origin is null ? LinkStart().Replace(body.ToString(), "<g>").Replace("</a>", "</g>", StringComparison.Ordinal) : body.Replace("href=\"/", $"href=\"{SvgWriter.Escape(origin)}/").ToString();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgWriter.Number(Width)} {SvgWriter.Number(foot)}\" width=\"{SvgWriter.Number(Width)}\" height=\"{SvgWriter.Number(foot)}\" font-family=\"system-ui, Segoe UI, Roboto, Noto Sans, Helvetica, Arial, sans-serif\" role=\"group\" aria-labelledby=\"sheet-t sheet-d\"><title id=\"sheet-t\">{SvgWriter.Escape(text.Finding)}</title><desc id=\"sheet-d\">{SvgWriter.Escape(text.Basis)}</desc><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{drawn}</svg>\n");
    }

    private static double Panel(StringBuilder body, string id, double x, double y, double width, SheetPanel panel)
    {
        var under = Lines(body, x, y, width, panel.Text, 16) + 8;
        body.Append(CultureInfo.InvariantCulture, $"<svg x=\"{SvgWriter.Number(x)}\" y=\"{SvgWriter.Number(under)}\" width=\"{SvgWriter.Number(width)}\" height=\"{SvgWriter.Number(panel.Picture.Height)}\" role=\"{(panel.Picture.HasLinks ? "group" : "img")}\" aria-labelledby=\"{id}\"><title id=\"{id}\">{SvgWriter.Escape(panel.Text.Finding)}</title>{panel.Picture.Body}</svg>");
        return under + panel.Picture.Height + 20;
    }

    private static double Lines(StringBuilder body, double x, double y, double width, ChartText text, int size) =>
        Text(body, x, Text(body, x, y, width, text.Finding, Ink.Text, size, true), width, text.Basis, Ink.Quiet, 12, false);

    private static double Text(StringBuilder body, double x, double y, double width, string text, Ink ink, int size, bool bold)
    {
        var svg = new SvgWriter();
        foreach (var line in SvgPicture.Wrapped(text, width, size, bold))
        {
            y += size * 1.35;
            svg.Text(x, y, line, ink, size: size, bold: bold);
        }

        body.Append(svg);
        return y;
    }

    [GeneratedRegex("<a [^>]*>")]
    private static partial Regex LinkStart();
}
