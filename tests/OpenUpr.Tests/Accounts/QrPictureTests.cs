using System.Collections;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenUpr.App.Features.Accounts;

namespace OpenUpr.Tests.Accounts;

public sealed partial class QrPictureTests
{
    private const string Link = "otpauth://totp/OpenUPR:amara?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OpenUPR";

    [Fact]
    public void The_picture_draws_each_dark_module_and_no_other()
    {
        var modules = QrPicture.Modules(Link);
        var svg = Picture(Link, "A code");
        var drawn = modules.Select(_ => new BitArray(modules.Count)).ToList();
        foreach (Match run in Run().Matches((string)svg.Element("path")!.Attribute("d")!))
        {
            var (x, y, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            for (var i = x; i < x + length; i++)
            {
                drawn[y][i] = true;
            }
        }

        Assert.Equal($"0 0 {modules.Count} {modules.Count}", (string?)svg.Attribute("viewBox"));
        Assert.Equal(modules.Select(Text), drawn.Select(Text));
        Assert.Equal("####### ", Text(modules[4])[4..12]);
        Assert.All(modules.Take(4), row => Assert.DoesNotContain('#', Text(row)));
    }

    [Fact]
    public void The_picture_has_a_name_and_no_style()
    {
        var svg = Picture(Link, "A \"code\"");
        Assert.Equal("A \"code\"", (string?)svg.Attribute("aria-label"));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name == "style");
        Assert.NotEqual((string?)svg.Element("path")!.Attribute("d"), (string?)Picture(Link + "x", "A code").Element("path")!.Attribute("d"));
    }

    private static XElement Picture(string text, string name)
    {
        using var writer = new StringWriter();
        QrPicture.Svg(text, name).WriteTo(writer, HtmlEncoder.Default);
        return XElement.Parse(writer.ToString());
    }

    private static string Text(BitArray row) => string.Concat(row.Cast<bool>().Select(b => b ? '#' : ' '));

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Run();
}
