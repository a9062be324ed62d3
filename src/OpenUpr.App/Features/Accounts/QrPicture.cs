using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace OpenUpr.App.Features.Accounts;

/// <summary>A QR code (ISO/IEC 18004) as a picture inside the page: nothing is fetched, stored or styled, so neither a cache nor the content policy sees it.</summary>
public static class QrPicture
{
    /// <summary>Which modules are dark, row by row, with the quiet zone of four modules around them that the standard asks for. Errors are corrected at level M.</summary>
    public static IReadOnlyList<BitArray> Modules(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return data.ModuleMatrix;
    }

    /// <summary>Dark on white in every colour scheme: programs that read it expect that.</summary>
    /// <param name="name">What the picture is, for who does not see it.</param>
    public static IHtmlContent Svg(string text, string name)
    {
        var modules = Modules(text);
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            AddRuns(path, modules[y], y);
        }

        var encoded = HtmlEncoder.Default.Encode(name);
        return new HtmlString(FormattableString.Invariant(
            $"<svg class=\"qr\" role=\"img\" aria-label=\"{encoded}\" width=\"220\" height=\"220\" viewBox=\"0 0 {modules.Count} {modules.Count}\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>"));
    }

    /// <summary>One rectangle for each run of dark modules.</summary>
    private static void AddRuns(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var start = x;
            while (x < row.Count && row[x])
            {
                x++;
            }

            if (x > start)
            {
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }
    }
}
