namespace OpenUpr.Sources.Pdf;

/// <summary>The messages for documents that cannot be read; each says what to do instead.</summary>
internal static class PdfError
{
    private const string WayOut = "Download the Word version of the paper at documents.un.org and use that.";

    public static SourceException Damaged(string how, Exception? inner = null) => new($"The PDF document is damaged: {how}. Download it again. {WayOut}", inner: inner);

    public static SourceException TooMuch(string what) => new($"The PDF document goes beyond what is read: {what}. {WayOut}");

    public static SourceException Encrypted(string how) => new($"The PDF document is protected: {how}. {WayOut}");

    public static SourceException Scanned(int pages) =>
        new($"The PDF document has no text on its {pages} {(pages == 1 ? "page" : "pages")}: it is a scan, a picture of the paper. {WayOut}");
}
