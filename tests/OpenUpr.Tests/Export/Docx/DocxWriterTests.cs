using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenUpr.Export.Docx;

namespace OpenUpr.Tests.Export.Docx;

public sealed class DocxWriterTests
{
    [Fact]
    public void What_is_written_is_valid_by_the_schema_of_every_Word()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Sample()), isEditable: false);
        Assert.All([FileFormatVersions.Office2007, FileFormatVersions.Office2010, FileFormatVersions.Office2016, FileFormatVersions.Microsoft365], version => Assert.Empty(new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")));
    }

    [Fact]
    public void It_keeps_the_words_their_looks_and_their_links()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Sample()), isEditable: false);
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.Equal(
            ["Title", "Heading1", null, "ListBullet", "Quote", "Small"],
            body.Elements<Paragraph>().Take(6).Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value));
        Assert.Contains("Café  “été”", body.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', body.InnerText);
        var link = body.Descendants<Hyperlink>().Single();
        Assert.Equal("https://example.org/a?b=c&d=e", document.MainDocumentPart.HyperlinkRelationships.Single(r => r.Id == link.Id).Uri.ToString());
        var table = body.Elements<Table>().Single();
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(["1", "two"], table.Elements<TableRow>().ElementAt(1).Elements<TableCell>().Select(c => c.InnerText));
    }

    [Fact]
    public void It_does_not_say_who_or_what_wrote_it()
    {
        using var zip = new ZipArchive(new MemoryStream(Sample()));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("docProps", StringComparison.OrdinalIgnoreCase));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            Assert.DoesNotContain("creator", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Environment.UserName + "/", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.MachineName, text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(1980, entry.LastWriteTime.Year);
        }

        Assert.Equal(Sample(), Sample());
    }

    [Fact]
    public void A_typed_text_becomes_headings_lists_quotes_and_paragraphs()
    {
        using var docx = new DocxWriter("en-GB");
        StudioDocx.Write(docx, "# One\nfirst\nline\n\nsecond\n- a\n- b\n> said\n## Two\r\nlast");
        using var document = WordprocessingDocument.Open(new MemoryStream(docx.Finish()), isEditable: false);
        Assert.Equal(
            [("Heading1", "One"), (null, "firstline"), (null, "second"), ("ListBullet", "a"), ("ListBullet", "b"), ("Quote", "said"), ("Heading2", "Two"), (null, "last")],
            document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(p => (p.ParagraphProperties?.ParagraphStyleId?.Val?.Value, p.InnerText)));
    }

    private static byte[] Sample()
    {
        using var docx = new DocxWriter("en-GB");
        docx.Title("A title");
        docx.Heading(1, "A heading");
        docx.Paragraph("Café  “été” \u0001", new DocxRun("bold", Bold: true), new DocxRun("leads on", Italic: true, Address: "https://example.org/a?b=c&d=e"));
        docx.Bullet("A point");
        docx.Quote("Somebody's words\nin two lines");
        docx.Small("Where from");
        docx.Table(["A", "B"], [["1", "two"], ["3"]], [1, 3]);
        docx.Heading(3, "The end");
        return docx.Finish();
    }
}
