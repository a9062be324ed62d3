using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Pdf;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>Short ways to read a PDF in a test.</summary>
internal static class PdfText
{
    public static PaperText Read(byte[] file) => PdfReader.Read(file, TimeProvider.System, TestContext.Current.CancellationToken);

    public static PaperText Read(PdfBuilder file) => Read(file.Build());

    /// <summary>The running text, a line each.</summary>
    public static string Body(PdfBuilder file) => string.Join('\n', Read(file).Body.Select(l => l.Text));

    /// <summary>The text of a page with such content.</summary>
    public static string OfPage(string content, string resources = "", string fonts = "") => Body(new PdfBuilder().RawPage(content, resources, fonts));

    public static string Refusal(byte[] file) => Assert.Throws<SourceException>(() => Read(file)).Message;

    public static string Refusal(PdfBuilder file) => Refusal(file.Build());
}
