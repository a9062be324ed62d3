using System.Globalization;
using System.Text;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>Every way in which a file says where its objects are, and files that say it wrongly.</summary>
public sealed class PdfXrefTests
{
    private static PdfBuilder TwoPages() => new PdfBuilder().Page("First page").Page("Second page");

    [Theory]
    [InlineData(XrefForm.Table, false, 0, "")]
    [InlineData(XrefForm.Stream, false, 0, "")]
    [InlineData(XrefForm.Stream, true, 0, "")]
    [InlineData(XrefForm.None, false, 0, "")]
    [InlineData(XrefForm.Table, false, 17, "")]
    [InlineData(XrefForm.Stream, true, -9, "")]
    [InlineData(XrefForm.Table, false, 0, "From: mail\r\n\r\n")]
    [InlineData(XrefForm.Stream, true, 0, "junk of a gateway\n")]
    public void Both_pages_are_read(XrefForm form, bool packed, int shift, string junk)
    {
        var file = TwoPages();
        (file.Xref, file.PackObjects, file.Shift, file.Junk) = (form, packed, shift, junk);
        Assert.Equal("First page\nSecond page", PdfText.Body(file));
        Assert.Equal(2, PdfText.Read(file).Pages);
    }

    [Fact]
    public void The_newest_version_of_an_object_counts()
    {
        var old = TwoPages().Build();
        var changed = Appended(old, 5, "<< /Type /Page /Parent 2 0 R /Contents 40 0 R /Resources << /Font << /F1 3 0 R >> >> >>", 40, "BT /F1 10 Tf 72 700 Td (Changed page) Tj ET");
        Assert.Equal("Changed page\nSecond page", string.Join('\n', PdfText.Read(changed).Body.Select(l => l.Text)));
    }

    [Theory, InlineData("99999999999"), InlineData("-5"), InlineData("0"), InlineData("7 0 R")]
    public void A_wrong_length_of_a_stream_does_no_harm(string length)
    {
        var builder = new PdfBuilder();
        var stream = builder.AddStream([]);
        builder.Set(stream, $"<< /Length {length} >>\nstream\nBT /F1 10 Tf 72 700 Td (Still there) Tj ET\nendstream");
        builder.PageOf(stream);
        Assert.Equal("Still there", PdfText.Body(builder));
    }

    [Fact]
    public void Pages_that_no_tree_leads_to_are_found()
    {
        var file = TwoPages();
        file.Set(2, "<< /Type /Pages /Count 2 /Kids [77 0 R] >>");
        Assert.Equal("First page\nSecond page", PdfText.Body(file));
    }

    [Fact]
    public void A_circle_of_sections_ends()
    {
        var file = TwoPages();
        var plain = Encoding.Latin1.GetString(file.Build());
        var start = plain[(plain.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        file.Trailer = "/Prev " + start;
        Assert.Equal("First page\nSecond page", PdfText.Body(file));
    }

    /// <summary>Writes a new version of a page and its content behind the file, as programs do that change one.</summary>
    private static byte[] Appended(byte[] old, int page, string dictionary, int content, string operators)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(old));
        var previous = text.ToString()[(text.ToString().LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var first = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"{page} 0 obj\n{dictionary}\nendobj\n");
        var second = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"{content} 0 obj\n<< /Length {operators.Length} >>\nstream\n{operators}\nendstream\nendobj\n");
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n{page} 1\n{first:D10} 00000 n \n{content} 1\n{second:D10} 00000 n \ntrailer\n<< /Size 41 /Root 1 0 R /Prev {previous} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
