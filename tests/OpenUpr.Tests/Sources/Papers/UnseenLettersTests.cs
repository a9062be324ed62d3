using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Tests.Import;
using OpenUpr.Tests.Sources.Pdf;

namespace OpenUpr.Tests.Sources.Papers;

/// <summary>A font may say that its letters are anything; what no one can see or store does not reach the store.</summary>
public sealed class UnseenLettersTests
{
    [Fact]
    public void Letters_that_nobody_sees_are_left_out_of_a_paper()
    {
        using var folder = new TestFolder();
        var pdf = new PdfBuilder();
        var map = pdf.AddStream("1 begincodespacerange <00> <FF> endcodespacerange 6 beginbfchar <41> <0000> <42> <202E> <43> <D800> <44> <0007> <45> <FFFE> <46> <0046> endbfchar"u8.ToArray());
        pdf.Set(3, $"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode {map} 0 R >>");
        using var file = SourceFile.Open(folder.Write("a.pdf", pdf.Page("FFABCDEFF", "FFFF FFFF").Build()));
        var lines = PaperReader.ReadText(file, FileForm.Pdf, TestContext.Current.CancellationToken).Lines;
        Assert.Contains("FFFF FFFF", lines.Select(l => l.Text));
        Assert.All(lines.SelectMany(l => l.Text), c => Assert.False(char.IsControl(c) || char.IsSurrogate(c) || CellText.IsInvisible(c) || c == '\uFFFE', $"U+{(int)c:X4}"));
    }
}
